import type { CaseView, TimelineEntry } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { formatInstant } from '../../ui/ist.ts';
import { useEntryLines } from '../entry-lines.ts';
import styles from './timeline.module.css';

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t, number, look } = useText();
  const lines = useEntryLines(entry);
  return (
    <li className={styles['entry']}>
      <p className={styles['title']}>{look(`entry.${entry.kind.replaceAll('.', '_')}`, entry.kind)}</p>
      {entry.body === null ? <p className={styles['line']}>{t('case.purged')}</p> : null}
      {lines.map((line) => (
        <p key={line} className={styles['line']} dir="auto">
          {line}
        </p>
      ))}
      <p className={styles['meta']}>
        {formatInstant(entry.at)} · <bdi>{entry.actorName}</bdi> · {t('case.record', { n: number(entry.seq) })}
      </p>
    </li>
  );
}

/** What happened, in the order of the journal. */
export function Timeline({ view }: { view: CaseView }) {
  return (
    <ol className={styles['timeline']}>
      {view.timeline.map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </ol>
  );
}
