import { useQuery } from '@tanstack/react-query';
import type { MovedCases, RuleLine } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { formatSecond } from '../ui/ist.ts';
import styles from './law.module.css';
import { type MovedDuty, movedDuties } from './moved.ts';
import { rulebookQuery } from './queries.ts';
import { TableFrame } from './table-frame.tsx';
import { familiesOf } from './what-if.ts';

interface TableProps {
  answer: MovedCases;
  /** The heads of the two columns of dates. */
  was: string;
  now: string;
  /** Rules that only the offered rulebook has. */
  added?: RuleLine[];
}

function Row({ duty }: { duty: MovedDuty }) {
  const { t, ruleName } = useText();
  const go = useGo();
  const shown = (due: string | null) => (due ? formatSecond(due) : t('lawRoom.changes.doesNotRun'));
  const { ref, wasRule, nowRule, was, now } = duty;
  return (
    <tr>
      <th scope="row">
        <button type="button" className={styles['ticket']} onClick={() => go.openCase(ref)}>
          {ref}
        </button>
      </th>
      <td>{ruleName(wasRule ?? nowRule ?? '')}</td>
      <td>
        {shown(was)}
        <span className={styles['small']}>{wasRule}</span>
      </td>
      <td>
        {shown(now)}
        <span className={styles['small']}>{nowRule}</span>
      </td>
    </tr>
  );
}

/** The clocks that stand otherwise, a duty of a case a row; a ticket opens its case. */
export function MovedTable({ answer, was, now, added = [] }: TableProps) {
  const { t, number } = useText();
  const { data: book } = useQuery(rulebookQuery(useDesk()));
  if (answer.listed.length === 0 || !book) return null;
  const inForce = familiesOf(book.rulebook);
  const familyOf = (rule: string) => added.find(({ id }) => id === rule)?.family ?? inForce(rule);
  return (
    <>
      <TableFrame isTall label={t('lawRoom.changes.movedList')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {[t('lawRoom.changes.case'), t('lawRoom.changes.clock'), was, now].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {movedDuties(answer.listed, familyOf).map((duty) => (
              <Row key={`${duty.ref} ${duty.wasRule} ${duty.nowRule}`} duty={duty} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {answer.listed.length >= 200 ? (
        <p className={styles['small']}>{t('lawRoom.changes.movedFirst', { n: number(answer.listed.length) })}</p>
      ) : null}
    </>
  );
}

interface MovedProps {
  answer: MovedCases;
  /** They have moved; otherwise they would. */
  isDone: boolean;
  added: RuleLine[];
}

/** How many open cases would move, or moved, and which. */
export function Moved({ answer, isDone, added }: MovedProps) {
  const { t, number } = useText();
  const { moved, checked } = answer;
  const counts = { moved: number(moved), checked: number(checked) };
  const some = isDone
    ? t('lawRoom.changes.haveMoved', { count: moved, ...counts })
    : t('lawRoom.changes.movedSome', { count: moved, ...counts });
  return (
    <div className={styles['stack']} role="status">
      <p className={styles['verdict']}>
        {moved === 0 ? t('lawRoom.changes.movedNone', { count: checked, checked: number(checked) }) : some}{' '}
        {t('lawRoom.changes.closedStay')}
      </p>
      <MovedTable answer={answer} was={t('lawRoom.changes.was')} now={t('lawRoom.changes.now')} added={added} />
    </div>
  );
}
