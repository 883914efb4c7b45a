import { Button } from '@mantine/core';
import type { OrderView } from '../../src-main/government/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './government.module.css';

const tones = { valid: 'good', open: 'note', query: 'warn', invalid: 'bad', none: 'bad' } as const;
const levels = ['void', 'query', 'unknown'] as const;

function Clock({ judgement: { clock } }: Pick<OrderView, 'judgement'>) {
  const { t, language, ruleName } = useText();
  const dated = clock.rules.filter(({ due }) => due !== null);
  return (
    <div className={styles['clock']}>
      <p className={styles['strong']}>{t(clock.runs ? 'government.clockRuns' : 'government.clockNot')}</p>
      <ul>
        {dated.map(({ rule, due }) => (
          <li key={rule} className={styles['rule']}>
            <span>{ruleName(rule)}</span>
            <DueChip due={due ?? ''} rule={rule} isInternal={false} />
            <span className={styles['muted']}>{t('government.due', { at: formatInstant(due ?? '') })}</span>
          </li>
        ))}
      </ul>
      <p className={styles['muted']}>{clock.why[language]}</p>
    </div>
  );
}

/** Whether an order is good, with the reason for each doubt, and whether a clock runs: at once, as it is typed. */
export function VerdictBox({ judgement, same, onLeave }: Pick<OrderView, 'judgement' | 'same'> & { onLeave?: () => void }) {
  const { t, language } = useText();
  const go = useGo();
  const { verdict, findings, route } = judgement;
  const open = (ref: string) => {
    onLeave?.();
    go.openCase(ref);
  };
  return (
    <section className={styles['verdict']} aria-label={t('government.verdict.title')} aria-live="polite">
      <Notice tone={tones[verdict]} title={t(`government.verdict.${verdict}`)}>
        {levels.map((level) => {
          const found = findings.filter((one) => one.level === level && one.test !== 'not-twice');
          return found.length === 0 ? null : (
            <p key={level}>
              {t(`government.level.${level}`)}: {found.map(({ text }) => text[language]).join('; ')}.
            </p>
          );
        })}
        {route ? (
          <p>
            {t('government.route')}: {route[language]}
          </p>
        ) : null}
      </Notice>
      {same ? (
        <Notice tone="warn">
          <p>
            {t('government.same', { ref: same.ref, at: formatInstant(same.receivedAt) })}{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => open(same.ref)}>
              {same.ref}
            </Button>
          </p>
        </Notice>
      ) : null}
      <Clock judgement={judgement} />
    </section>
  );
}
