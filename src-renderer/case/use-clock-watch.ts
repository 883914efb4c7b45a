import { useEffect, useRef } from 'react';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import { inOrder, isOverdue } from '../queue/due.ts';
import { announce } from '../ui/announcer.tsx';
import { useNow } from '../ui/desk-clock.ts';
import { bandOf } from '../ui/spans.ts';

/** Says aloud when the first clock of the open case passes into a nearer band. */
export function useClockWatch(view: CaseView): void {
  const { t, ruleName } = useText();
  const first = inOrder(view.clocks).find((clock) => (clock.status === 'running' || isOverdue(clock)) && clock.due !== null);
  const dueMs = first?.due ? Date.parse(first.due) : null;
  const band = useNow((now) => (dueMs === null ? '' : bandOf(dueMs, now)));
  const before = useRef(band);
  const rule = first?.rule;
  useEffect(() => {
    if (before.current !== '' && band !== '' && band !== before.current && rule) {
      announce(t('case.bandChange', { ref: view.ref, rule: ruleName(rule), band: t(`queue.bands.${band}`) }));
    }
    before.current = band;
  }, [band, rule, view.ref, t, ruleName]);
}
