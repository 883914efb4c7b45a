import { useCallback } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { useNow } from '../../ui/desk-clock.ts';
import { formatInstant } from '../../ui/ist.ts';
import { barsOf, type Stretch } from './bars.ts';
import styles from './targets.module.css';

const place = ({ left, width }: Stretch) => ({ insetInlineStart: `${left}%`, width: `${width}%` });

/** The clock of law and the desk's target over the same stretch of time: one stands still in a pause, the other never does. */
export function TargetBars({ view }: { view: CaseView }) {
  const { t, ruleName } = useText();
  // Drawn anew once a minute.
  const minute = useNow(useCallback((now: number) => Math.floor(now / 60_000) * 60_000, []));
  const bars = barsOf(view, minute);
  if (!bars || !view.target) return null;
  const { legal, own } = bars;
  const span = { from: formatInstant(bars.fromMs), to: formatInstant(bars.toMs), ownDue: formatInstant(view.target.due) };
  const label = legal
    ? t('case.target.chart', { ...span, legal: ruleName(legal.clock.rule), legalDue: formatInstant(legal.clock.due ?? '') })
    : t('case.target.chartOwn', span);
  return (
    <div className={styles['bars']} role="img" aria-label={label}>
      {legal ? (
        <div className={styles['bar']}>
          <span className={styles['name']}>{t('case.target.legal', { rule: ruleName(legal.clock.rule) })}</span>
          <div className={styles['track']}>
            <span className={styles['whole']} style={place(legal.whole)} />
            <span className={styles['gone']} data-late={legal.isLate || undefined} style={place(legal.gone)} />
          </div>
        </div>
      ) : null}
      <div className={styles['bar']}>
        <span className={styles['name']}>{t('case.target.own')}</span>
        <div className={styles['track']}>
          <span className={styles['whole']} style={place(own.whole)} />
          <span className={styles['gone']} data-own style={place(own.gone)} />
          {own.pauses.map((pause) => (
            <span key={pause.left} className={styles['pause']} style={place(pause)} />
          ))}
        </div>
      </div>
      <div className={styles['ends']}>
        <span>{span.from}</span>
        <span>{span.to}</span>
      </div>
    </div>
  );
}
