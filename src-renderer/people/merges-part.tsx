import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MergeView, PartyView } from '../../src-main/people/contract.ts';
import { useText } from '../app/text.ts';
import { ReasonForm } from '../case/acts/reason-form.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './people.module.css';
import { usePeopleChange } from './use-people.ts';

function Merge({ merge }: { merge: MergeView }) {
  const { t, number } = useText();
  const [isParting, setIsParting] = useState(false);
  const part = usePeopleChange((client, reason: string) => client.people.undoMerge({ seq: merge.seq, reason }), t('people.isParted'));
  return (
    <li>
      <div className={styles['line']}>
        <span className={styles['grow']}>
          <span dir="auto">{t('people.mergedBy', { at: formatInstant(merge.at), by: merge.byName, reason: merge.reason })}</span>{' '}
          <span className={styles['muted']}>
            {t('case.record', { n: number(merge.seq) })}
            {merge.undone ? ` · ${t('people.parted', { at: formatInstant(merge.undone.at), reason: merge.undone.reason })}` : null}
          </span>
        </span>
        {merge.undone ? null : (
          <Button size="compact-sm" variant="default" aria-expanded={isParting} onClick={() => setIsParting(!isParting)}>
            {t('people.part')}
          </Button>
        )}
      </div>
      {isParting && !merge.undone ? (
        <ReasonForm submit={t('people.partNow')} work={part} onClose={() => setIsParting(false)}>
          <p className={styles['strong']}>{t('people.partTitle')}</p>
          <p className={styles['muted']}>{t('people.partHint')}</p>
        </ReasonForm>
      ) : null}
    </li>
  );
}

/** What was merged into this record, by whom and why, and the way back. */
export function MergesPart({ person }: { person: PartyView }) {
  const { t } = useText();
  if (person.merges.length === 0) return null;
  return (
    <Panel level={3} title={t('people.merges')}>
      <ul className={styles['lines']}>
        {person.merges.map((merge) => (
          <Merge key={merge.seq} merge={merge} />
        ))}
      </ul>
    </Panel>
  );
}
