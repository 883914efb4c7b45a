import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { CaseClock, CaseView } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { inOrder, isOverdue, pressing, progressOf } from '../queue/due.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { formatDate, formatInstant, formatTime, istDayNumber } from '../ui/ist.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import styles from './clocks.module.css';

function Why({ ticket, clock }: { ticket: string; clock: CaseClock }) {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery({
    queryKey: keys.explain(ticket, clock.rule),
    queryFn: () => client.cases.explain({ ref: ticket, rule: clock.rule }),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <Waiting lines={3} />;
  return (
    <div className={styles['why']}>
      <ol className={styles['steps']}>
        {data.steps.map((step) => (
          <li key={step.text + (step.at ?? '')} lang="en">
            {step.text}
            {step.at ? <span className={styles['at']}>{formatInstant(step.at)}</span> : null}
          </li>
        ))}
      </ol>
      {[...data.notes, ...clock.alternatives.map(({ reading, due }) => (due ? `${reading}: ${formatInstant(due)}` : reading))].map(
        (note) => (
          <p key={note} className={styles['note']} lang="en">
            {note}
          </p>
        ),
      )}
      {clock.inForce.from ? <p className={styles['at']}>{t('case.clock.inForce', { date: formatDate(clock.inForce.from) })}</p> : null}
      {clock.confidence === 'M' ? <p className={styles['note']}>{t('case.clock.memory')}</p> : null}
    </div>
  );
}

function ClockState({ clock, isInternal }: { clock: CaseClock; isInternal: boolean }) {
  const { t, look } = useText();
  if (clock.due && (clock.status === 'running' || isOverdue(clock)))
    return <DueChip due={clock.due} rule={clock.rule} isInternal={isInternal || clock.sense === 'min' || clock.sense === 'info'} />;
  if (clock.status === 'met') return <Chip tone="ok">✓ {t('case.clock.met')}</Chip>;
  if (clock.status === 'missed') return <Chip tone="soon">{t('case.clock.metLate')}</Chip>;
  if (clock.status === 'waits')
    return <Chip tone="calm">{t('case.clock.waits', { event: look(`case.event.${clock.waitsFor}`, clock.waitsFor ?? '') })}</Chip>;
  return <Chip tone="calm">{t(clock.status === 'withdrawn' ? 'case.clock.withdrawn' : 'case.clock.duty')}</Chip>;
}

function Bar({ clock, isInternal }: { clock: CaseClock; isInternal: boolean }) {
  const share = useNow((now) => Math.round(progressOf(clock, now).share * 1000) / 10);
  const isPast = useNow((now) => progressOf(clock, now).isPast);
  if (!clock.due || clock.sense !== 'max' || !(clock.status === 'running' || isOverdue(clock))) return null;
  return (
    <div className={styles['bar']} aria-hidden>
      <span style={{ width: `${share}%` }} data-tone={isInternal ? 'internal' : isPast ? 'late' : share >= 75 ? 'soon' : undefined} />
    </div>
  );
}

/** "due 15:44 today", or with its date. */
function useDueWords({ due, sense }: CaseClock): string | null {
  const { t } = useText();
  const isToday = useNow((now) => due !== null && istDayNumber(due) === istDayNumber(now));
  if (due === null) return null;
  if (sense === 'min') return t('case.clock.until', { at: formatInstant(due) });
  return isToday ? t('case.clock.dueToday', { time: formatTime(due) }) : t('case.clock.due', { at: formatInstant(due) });
}

interface RowProps {
  ticket: string;
  clock: CaseClock;
  isInternal?: boolean;
}

function ClockRow({ ticket, clock, isInternal = false }: RowProps) {
  const { t, ruleName } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const due = useDueWords(clock);
  const facts = [
    due,
    isInternal ? t('case.clock.internal') : clock.cite,
    clock.sense === 'min' ? t('case.clock.atLeast') : clock.sense === 'info' ? t('case.clock.info') : null,
    clock.disputed ? t('case.clock.disputed') : null,
  ].filter((fact) => fact !== null);
  return (
    <li className={styles['clock']}>
      <div className={styles['row']}>
        <b>{ruleName(clock.rule)}</b>
        <ClockState clock={clock} isInternal={isInternal} />
      </div>
      <div className={styles['facts']}>
        {facts.join(' · ')}
        {isInternal ? null : (
          <>
            {' · '}
            <button type="button" className={styles['ask']} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
              {t('case.clock.why')}
            </button>
          </>
        )}
      </div>
      <Bar clock={clock} isInternal={isInternal} />
      <div id={id}>{isOpen ? <Why ticket={ticket} clock={clock} /> : null}</div>
    </li>
  );
}

/** The desk's own target stands still: it is said why, beside the clocks that do not. */
function Paused({ view }: { view: CaseView }) {
  const { t } = useText();
  const paused = view.target?.paused;
  if (!paused) return null;
  return <p className={styles['note']}>{t('case.clock.paused', { why: paused.text ?? t(`act.pause-target.codes.${paused.code}`) })}</p>;
}

/** Every clock of a case: what presses in full, the rest folded away, the desk's own target last. */
export function Clocks({ view }: { view: CaseView }) {
  const { t, number } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { shown, folded } = pressing(view.clocks);
  return (
    <section aria-labelledby="clocks" className={styles['clocks']}>
      <h3 id="clocks" className={styles['heading']}>
        {t('case.clocks')}
      </h3>
      {view.notes.map((note) => (
        <p key={note} className={styles['note']} lang="en">
          {note}
        </p>
      ))}
      <ul>
        {(isOpen ? inOrder(view.clocks) : shown).map((clock) => (
          <ClockRow key={clock.rule} ticket={view.ref} clock={clock} />
        ))}
        {view.targets.map((clock) => (
          <ClockRow key={clock.rule} ticket={view.ref} clock={clock} isInternal />
        ))}
      </ul>
      <Paused view={view} />
      {view.clocks.length + view.targets.length === 0 ? <p className={styles['facts']}>{t('case.clock.none')}</p> : null}
      {folded.length > 0 ? (
        <button type="button" className={styles['fold']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          {t('case.clock.others', { count: folded.length, n: number(folded.length) })}
        </button>
      ) : null}
    </section>
  );
}
