import type { CaseClock, CaseView } from '../../../src-main/cases/contract.ts';

type Late = Pick<CaseView, 'clocks' | 'delays' | 'historical'>;

function isLate({ status, sense, due }: CaseClock, nowMs: number): boolean {
  if (due === null || (sense !== 'max' && sense !== 'back')) return false;
  // A view that was asked for before the due second still says that the clock runs.
  return status === 'missed' || (status === 'running' && Math.floor(Date.parse(due) / 1000) < Math.floor(nowMs / 1000));
}

/** Clocks of law that are late, or were met late. Nobody is asked about imported history. */
export function lateClocks({ clocks, historical }: Late, nowMs: number): CaseClock[] {
  return historical ? [] : clocks.filter((clock) => isLate(clock, nowMs));
}

/** Those of them about which nothing has been said yet. A clock that started anew is asked about anew. */
export function unexplained(view: Late, nowMs: number): CaseClock[] {
  const isTold = ({ rule, due }: CaseClock) =>
    view.delays.some(
      (delay) => delay.rule === rule && Math.floor(Date.parse(delay.due) / 1000) === Math.floor(Date.parse(due ?? '') / 1000),
    );
  return lateClocks(view, nowMs).filter((clock) => !isTold(clock));
}

/** Of the rules that were marked, those that can still be seen and taken back: a draft may name one that is late no more. */
export function stillLate(marked: readonly string[], late: readonly Pick<CaseClock, 'rule'>[]): string[] {
  return marked.filter((rule) => late.some((clock) => clock.rule === rule));
}
