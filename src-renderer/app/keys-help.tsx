import { Modal } from '@mantine/core';
import { Keycap } from '../ui/keycap.tsx';
import styles from './keys-help.module.css';
import { useOverlays } from './overlays.tsx';
import { usePreferences } from './preferences.tsx';
import { useText } from './text.ts';

const groups = {
  anywhere: [
    ['Ctrl K', 'palette'],
    ['Ctrl N', 'newCase'],
    ['C', 'newCase'],
    ['Ctrl Shift N', 'newOrder'],
    ['O', 'newOrder'],
    ['Ctrl D', 'calculator'],
    ['B', 'alarms'],
    ['/', 'search'],
    ['?', 'help'],
    ['Ctrl Z', 'undo'],
    ['Esc', 'escape'],
    ['Alt ←', 'back'],
  ],
  queue: [
    ['J', 'down'],
    ['K', 'up'],
    ['Enter', 'open'],
    ['N', 'nextCase'],
    ['PgUp', 'pageUp'],
    ['PgDn', 'pageDown'],
    ['Home', 'first'],
    ['End', 'last'],
  ],
  case: [
    ['A', 'acknowledge'],
    ['T', 'triage'],
    ['R', 'review'],
    ['D', 'decide'],
    ['V', 'verify'],
    ['L', 'letter'],
    ['M', 'note'],
    ['Ctrl Enter', 'save'],
  ],
} as const;

function Group({ name }: { name: keyof typeof groups }) {
  const { t } = useText();
  return (
    <section>
      <h3 className={styles['heading']}>{t(`app.keyGroups.${name}`)}</h3>
      <dl className={styles['list']}>
        {groups[name].map(([key, what]) => (
          <div key={key} className={styles['row']}>
            <dt>
              <Keycap keys={key} />
            </dt>
            <dd>{t(`app.keyWords.${what}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The keys of the desk on one sheet. */
export function KeysHelp() {
  const { t } = useText();
  const { shown, show } = useOverlays();
  const { singleKeys } = usePreferences();
  return (
    <Modal
      opened={shown === 'keys'}
      onClose={() => show(null)}
      title={t('app.keysTitle')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      <div className={styles['groups']}>
        <Group name="anywhere" />
        <Group name="queue" />
        <Group name="case" />
      </div>
      <p className={styles['note']}>{t(singleKeys ? 'app.keysNote' : 'app.keysOff')}</p>
    </Modal>
  );
}
