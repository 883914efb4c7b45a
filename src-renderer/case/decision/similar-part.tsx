import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { similarQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { formatDay } from '../../ui/ist.ts';
import styles from '../tabs/tabs.module.css';

/** How requests of the same kind on the same platform were decided before, so that like is decided alike. */
export function SimilarPart({ view }: { view: CaseView }) {
  const { t, word } = useText();
  const { data } = useQuery(similarQuery(useDesk(), view.ref));
  if (!data || data.length === 0) return null;
  return (
    <details>
      <summary className={styles['muted']}>{t('decisions.similar', { count: data.length, n: data.length })}</summary>
      <ul className={styles['list']}>
        {data.map(({ ref, subject, outcome, ground, clause, reasons, decidedAt }) => (
          <li key={ref}>
            <b>{word('outcome', outcome)}</b> · {ground}
            {clause ? ` · ${t('entry.lines.clause', { clause })}` : ''}
            <div className={styles['muted']}>
              {ref} · <bdi>{subject}</bdi> · {formatDay(decidedAt)}
            </div>
            <p className={styles['prose']} dir="auto">
              {reasons.length > 300 ? `${reasons.slice(0, 300)}…` : reasons}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
