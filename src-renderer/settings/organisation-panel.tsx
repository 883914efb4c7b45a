import { useWorkspace } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { Facts, Panel } from '../ui/panel.tsx';
import styles from './settings.module.css';

/** Whose desk this is, and whom it serves. */
export function OrganisationPanel() {
  const { t } = useText();
  const workspace = useWorkspace();
  return (
    <Panel title={t('settings.organisation')}>
      <Facts
        rows={[
          { name: t('settings.name'), value: workspace.organisation },
          { name: t('settings.rulebook'), value: `${workspace.rulebook.name} (${workspace.rulebook.version})` },
          { name: t('settings.workspace'), value: <span className={styles['hash']}>{workspace.id}</span> },
          { name: t('settings.desk'), value: <span className={styles['hash']}>{workspace.desk}</span> },
        ]}
      />
      <h3 className={styles['sub']}>{t('settings.platforms')}</h3>
      <ul className={styles['people']}>
        {workspace.platforms.map((platform) => (
          <li key={platform.id}>
            <b>{platform.name}</b> · {platform.operator} · {platform.prefix}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
