import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import type { ClockView } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { inOrder, isPressing, progressOf } from '../queue/due.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { formatDate, formatInstant } from '../ui/ist.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import styles from './clocks.module.css';

function Why({ ticket, clock }: { ticket: string; clock: ClockView }) {
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
      {clock.confidence === 'M' ? <p className={styles['note']}>{t('case.clock.memory')}</p> : null}
    </div>
  );
}

function ClockState({ clock, isInternal }: { clock: ClockView; isInternal: boolean }) {
  const { t, look } = useText();
  if (clock.status === 'running' && clock.due)
    return <DueChip due={clock.due} rule={clock.rule} isInternal={isInternal || clock.sense !== 'max'} />;
  if (clock.status === 'met') return <Chip tone="ok">✓ {t('case.clock.met')}</Chip>;
  if (clock.status === 'missed') return <Chip tone="overdue">{t('case.clock.missed')}</Chip>;
  if (clock.status === 'waits')
    return <Chip tone="calm">{t('case.clock.waits', { event: look(`case.event.${clock.waitsFor}`, clock.waitsFor ?? '') })}</Chip>;
  return <Chip tone="calm">{t(clock.status === 'withdrawn' ? 'case.clock.withdrawn' : 'case.clock.duty')}</Chip>;
}

function Bar({ clock, isInternal }: { clock: ClockView; isInternal: boolean }) {
  const share = useNow((now) => Math.round(progressOf(clock, now).share * 1000) / 10);
  const isPast = useNow((now) => progressOf(clock, now).isPast);
  if (clock.status !== 'running' || !clock.due || clock.sense !== 'max') return null;
  return (
    <div className={styles['bar']} aria-hidden>
      <span style={{ width: `${share}%` }} data-tone={isInternal ? 'internal' : isPast ? 'late' : share >= 75 ? 'soon' : undefined} />
    </div>
  );
}

interface RowProps {
  ticket: string;
  clock: ClockView;
  isInternal?: boolean;
}

function ClockRow({ ticket, clock, isInternal = false }: RowProps) {
  const { t, ruleName } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { from } = clock.inForce;
  const facts = [
    clock.due ? t(clock.sense === 'min' ? 'case.clock.until' : 'case.clock.due', { at: formatInstant(clock.due) }) : null,
    isInternal ? t('case.clock.internal') : clock.cite,
    clock.sense === 'min' ? t('case.clock.atLeast') : clock.sense === 'info' ? t('case.clock.info') : null,
    from && !isInternal ? t('case.clock.since', { date: formatDate(from) }) : null,
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

/** Every clock of a case: what presses in full, the rest folded away, the desk's own target last. */
export function Clocks({ view }: { view: CaseView }) {
  const { t, number } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const clocks = inOrder(view.clocks);
  const pressing = clocks.filter(isPressing);
  const others = clocks.filter((clock) => !isPressing(clock));
  const shown = isOpen || pressing.length === 0 ? clocks : pressing;
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
        {shown.map((clock) => (
          <ClockRow key={clock.rule} ticket={view.ref} clock={clock} />
        ))}
        {view.targets.map((clock) => (
          <ClockRow key={clock.rule} ticket={view.ref} clock={clock} isInternal />
        ))}
      </ul>
      {clocks.length + view.targets.length === 0 ? <p className={styles['facts']}>{t('case.clock.none')}</p> : null}
      {others.length > 0 && pressing.length > 0 ? (
        <button type="button" className={styles['fold']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          {t('case.clock.others', { count: others.length, n: number(others.length) })}
        </button>
      ) : null}
    </section>
  );
}
