import { useStatus } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import styles from './settings.module.css';

const promises = ['encrypted', 'record', 'local', 'law'] as const;
const limits = ['unlocked', 'forger', 'counsel', 'send'] as const;

/** The program itself, what it protects, and what it cannot protect from. */
export function AboutPanel() {
  const { t } = useText();
  const { data: status } = useStatus();
  if (!status) return null;
  return (
    <Panel title={t('settings.about')}>
      <Facts
        rows={[
          { name: t('settings.version'), value: status.version },
          { name: t('settings.shell'), value: status.shell },
          { name: t('settings.dataDir'), value: <span className={styles['hash']}>{status.dataDir}</span> },
          { name: t('settings.tray'), value: t(status.hasTray ? 'settings.trayYes' : 'settings.trayNo') },
        ]}
      />
      <h3 className={styles['sub']}>{t('settings.protects')}</h3>
      <ul className={styles['bullets']}>
        {promises.map((id) => (
          <li key={id}>{t(`settings.promise.${id}`)}</li>
        ))}
      </ul>
      <h3 className={styles['sub']}>{t('settings.protectsNot')}</h3>
      <ul className={styles['bullets']}>
        {limits.map((id) => (
          <li key={id}>{t(`settings.limit.${id}`)}</li>
        ))}
      </ul>
    </Panel>
  );
}
