import type { ClockView, WhatIfAnswer } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { formatSecond } from '../ui/ist.ts';
import styles from './law.module.css';
import { TableFrame } from './table-frame.tsx';
import { type Compared, compared } from './what-if.ts';

function Side({ clock }: { clock: ClockView | null }) {
  const { t, look } = useText();
  if (!clock) return <span className={styles['small']}>{t('law.whatIf.none')}</span>;
  const when = clock.due
    ? formatSecond(clock.due)
    : clock.waitsFor
      ? t('case.clock.waits', { event: look(`case.event.${clock.waitsFor}`, clock.waitsFor) })
      : t('case.clock.duty');
  return (
    <>
      <span className={clock.due ? styles['nowrap'] : undefined}>{when}</span>
      <span className={styles['small']}>{clock.rule}</span>
    </>
  );
}

function Difference({ row: { change, span } }: { row: Compared }) {
  const { t, span: spanWords } = useText();
  if (change === 'same') return <span className={styles['small']}>{t('law.whatIf.change.same')}</span>;
  const words = t(`law.whatIf.change.${change}`, { span: span ? spanWords(span) : '' });
  return <Chip tone={change === 'earlier' || change === 'starts' ? 'soon' : 'calm'}>{words}</Chip>;
}

function Row({ row }: { row: Compared }) {
  const { ruleName } = useText();
  const clock = row.asItIs ?? row.asIf;
  return (
    <tr data-moved={row.change !== 'same' || undefined}>
      <th scope="row">
        {clock ? ruleName(clock.rule) : row.family}
        <span className={styles['small']} lang="en">
          {clock?.cite}
        </span>
      </th>
      <td>
        <Side clock={row.asItIs} />
      </td>
      <td>
        <Side clock={row.asIf} />
      </td>
      <td>
        <Difference row={row} />
      </td>
    </tr>
  );
}

function Notes({ title, notes }: { title: string; notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <div>
      <h4 className={styles['sub']}>{title}</h4>
      <ul className={styles['notes']}>
        {notes.map((note) => (
          <li key={note} lang="en">
            {note}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Every duty as it is and as if, to the second, what moves first. */
export function WhatIfTable({ answer, familyOf }: { answer: WhatIfAnswer; familyOf(rule: string): string }) {
  const { t } = useText();
  const rows = compared(answer, familyOf);
  const moved = rows.filter(({ change }) => change !== 'same').length;
  const sideHead = (name: string, { version }: { version: string }) => (
    <>
      {name}
      <span className={styles['small']}>{t('law.whatIf.byRulebook', { version })}</span>
    </>
  );
  return (
    <section className={styles['results']} aria-live="polite">
      <p className={styles['verdict']}>
        {moved === 0 ? t('law.whatIf.same', { count: rows.length }) : t('law.whatIf.moved', { count: moved })}
      </p>
      <TableFrame label={t('law.whatIf.compare')}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('law.whatIf.clock')}</th>
              <th scope="col">{sideHead(t('law.whatIf.asItIs'), answer.asItIs.rulebook)}</th>
              <th scope="col">{sideHead(t('law.whatIf.asIf'), answer.asIf.rulebook)}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.family} row={row} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      <div className={styles['twoNotes']}>
        <Notes title={t('law.whatIf.asItIs')} notes={answer.asItIs.notes} />
        <Notes title={t('law.whatIf.asIf')} notes={answer.asIf.notes} />
      </div>
    </section>
  );
}
