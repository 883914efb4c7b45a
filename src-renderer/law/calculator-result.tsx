import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CalculatorAnswer, ClockExplanation, ClockView } from '../../src-main/law/contract.ts';
import { useText } from '../app/text.ts';
import { inOrder } from '../queue/due.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { Chip } from '../ui/chip.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { formatSecond } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { calculatorText } from './calculator.ts';
import { Explained } from './explained.tsx';
import styles from './law.module.css';

interface AsOf {
  version: string;
  asOf: string;
}

function Due({ clock }: { clock: ClockView }) {
  const { t, look } = useText();
  if (clock.due)
    return (
      <span className={styles['dueAt']}>
        <b>{t('law.calculator.due', { at: formatSecond(clock.due) })}</b>
        <DueChip due={clock.due} rule={clock.rule} isInternal={clock.sense !== 'max'} />
      </span>
    );
  if (clock.waitsFor)
    return <Chip tone="calm">{t('case.clock.waits', { event: look(`case.event.${clock.waitsFor}`, clock.waitsFor) })}</Chip>;
  return <Chip tone="calm">{t('case.clock.duty')}</Chip>;
}

interface ClockProps {
  clock: ClockView;
  told: ClockExplanation | undefined;
  asOf: AsOf;
  isFirst: boolean;
}

function Clock({ clock, told, asOf, isFirst }: ClockProps) {
  const { t, ruleName } = useText();
  const [isOpen, setIsOpen] = useState(isFirst);
  const id = useId();
  return (
    <li className={styles['result']}>
      <div className={styles['resultHead']}>
        <span>
          <b>{ruleName(clock.rule)}</b>
          <span className={styles['small']} lang="en">
            {clock.rule} · {clock.cite}
          </span>
        </span>
        <Due clock={clock} />
      </div>
      {told ? (
        <button type="button" className={styles['fold']} aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          {t('law.calculator.steps')}
        </button>
      ) : null}
      <div id={id}>{isOpen && told ? <Explained told={told} rulebook={asOf} ticket={null} level={3} /> : null}</div>
    </li>
  );
}

/** What the calculator answered: each clock with its due second and, opened, its steps; all of it as text to be copied. */
export function CalculatorResult({ answer, asOf }: { answer: CalculatorAnswer; asOf: AsOf }) {
  const text = useText();
  const { t } = text;
  const clocks = inOrder(answer.clocks);
  return (
    <Panel
      title={t('law.calculator.result')}
      side={clocks.length > 0 ? <CopyButton labelled text={calculatorText(answer, asOf, text)} what={t('law.calculator.copyAll')} /> : null}
    >
      {clocks.length === 0 ? <p>{t('law.calculator.none')}</p> : null}
      {answer.notes.length > 0 ? (
        <ul className={styles['notes']}>
          {answer.notes.map((note) => (
            <li key={note} lang="en">
              {note}
            </li>
          ))}
        </ul>
      ) : null}
      <ul>
        {clocks.map((clock, n) => (
          <Clock
            key={clock.rule}
            clock={clock}
            told={answer.explanations.find(({ rule }) => rule === clock.rule)}
            asOf={asOf}
            isFirst={n === 0}
          />
        ))}
      </ul>
    </Panel>
  );
}
