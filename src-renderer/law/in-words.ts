import type { Rule, Target, Unit } from '../../src-main/law/contract.ts';
import type { useText } from '../app/text.ts';
import { formatDate } from '../ui/ist.ts';

export type T = ReturnType<typeof useText>['t'];

/** A rule of law, as against a target of the desk. */
export function isRule(source: Rule | Target): source is Rule {
  return 'family' in source;
}

interface Dates {
  from: string | null;
  until: string | null;
}

/** "since 20-02-2026", "from 25-02-2021 until 19-02-2026"; dates are YYYY-MM-DD. */
export function inForceWords({ from, until }: Dates, t: T): string {
  if (from && until) return t('law.inForce.fromUntil', { from: formatDate(from), until: formatDate(until) });
  if (from) return t('law.inForce.from', { from: formatDate(from) });
  return until ? t('law.inForce.until', { until: formatDate(until) }) : t('law.inForce.always');
}

/** "7 days", "no fixed period". */
export function amountWords(n: number | null, unit: Unit | null | '', t: T): string {
  return n === null || unit === null || unit === '' ? t('law.amount.none') : t(`law.amount.${unit}`, { count: n });
}

/** "at most 7 days"; a rule without a number says so. */
export function periodWords(source: Rule | Target, t: T): string {
  if (isRule(source) && source.ownDate) return t('law.amount.ownDate');
  if (source.n === null || source.unit === null) return t('law.amount.none');
  return `${t(`law.sense.${source.sense}`)} ${amountWords(source.n, source.unit, t)}`;
}

/** A rule's instrument and place in it: the law's own words, in English. */
export function citeOf(source: Rule | Target): string | null {
  return isRule(source) ? `${source.instrument}, ${source.cite}` : null;
}
