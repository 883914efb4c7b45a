import type { QueueRow } from '../../src-main/cases/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { DueChip } from '../queue/due-chip.tsx';
import styles from './today.module.css';

/** A short list of cases; each line opens its case. */
export function CaseRows({ rows, label }: { rows: QueueRow[]; label: string }) {
  const { t, word, ruleName } = useText();
  const go = useGo();
  return (
    <ul className={styles['rows']} aria-label={label}>
      {rows.map((row) => (
        <li key={row.ref}>
          <button type="button" className={styles['row']} onClick={() => go.openCase(row.ref)}>
            <span className={styles['what']}>
              <span className={styles['subject']} dir="auto">
                {row.subject}
              </span>
              <span className={styles['under']}>
                {row.ref} · {word('kind', row.kind)} · <bdi>{row.complainant ?? t('queue.noName')}</bdi>
              </span>
            </span>
            {row.next ? (
              <span className={styles['next']}>
                <DueChip due={row.next.due} rule={row.next.rule} isInternal={row.next.internal} />
                <span className={styles['under']}>{ruleName(row.next.rule)}</span>
              </span>
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
