import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CaseClock, CaseView } from '../../src-main/cases/contract.ts';
import { ownTargetId } from '../../src-main/law/contract/target.ts';
import { useText } from '../app/text.ts';
import { AllClocks } from '../law/all-clocks.tsx';
import { CaseExplanation } from '../law/case-explanation.tsx';
import { inOrder, isOverdue, pressing, progressOf } from '../queue/due.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { formatInstant, formatTime, istDayNumber } from '../ui/ist.ts';
import styles from './clocks.module.css';

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
  view: CaseView;
  clock: CaseClock;
  isInternal?: boolean;
}

function ClockRow({ view, clock, isInternal = false }: RowProps) {
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
        {' · '}
        <button type="button" className={styles['ask']} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          {t('case.clock.why')}
        </button>
      </div>
      <Bar clock={clock} isInternal={isInternal} />
      <div id={id}>{isOpen ? <CaseExplanation view={view} rule={clock.rule} /> : null}</div>
    </li>
  );
}

/** Every clock of a case: what presses in full, the rest folded away, the desk's own target last. */
export function Clocks({ view }: { view: CaseView }) {
  const { t, number } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { shown, folded } = pressing(view.clocks);
  // The target of this very case has a section of its own, with what can be done to it.
  const general = view.targets.filter(({ rule }) => rule !== ownTargetId);
  return (
    <section aria-labelledby="clocks" className={styles['clocks']}>
      <header className={styles['head']}>
        <h3 id="clocks" className={styles['heading']}>
          {t('case.clocks')}
        </h3>
        {view.clocks.length + view.targets.length > 0 ? <AllClocks view={view} /> : null}
      </header>
      {view.notes.map((note) => (
        <p key={note} className={styles['note']} lang="en">
          {note}
        </p>
      ))}
      <ul>
        {(isOpen ? inOrder(view.clocks) : shown).map((clock) => (
          <ClockRow key={clock.rule} view={view} clock={clock} />
        ))}
        {general.map((clock) => (
          <ClockRow key={clock.rule} view={view} clock={clock} isInternal />
        ))}
      </ul>
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
