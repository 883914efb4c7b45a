import { readFileSync } from 'node:fs';
import type { CaseKind, Facts } from '../../../src-main/cases/contract.ts';
import type { Clock, ClockInput, Rulebook } from '../../../src-main/law/contract.ts';
import { readRulebook } from '../../../src-main/law/rules/read.ts';
import { computeClocks, plainClasses, showIst } from '../../../src-main/law/rules.ts';

export const rulebookText = readFileSync(new URL('../../../resources/rulebook/rulebook-2026.11.json', import.meta.url), 'utf8');
export const rulebook: Rulebook = readRulebook(rulebookText);

/** An instant of the law file (`2026-02-20 03:00:00`, IST) as the store keeps it. */
export function ist(text: string): string {
  return new Date(`${text.replace(' ', 'T')}+05:30`).toISOString();
}

export interface Asked extends Partial<Omit<ClockInput, 'kind' | 'receivedAt'>> {
  kind: CaseKind;
  received: string;
}

export function inputOf({ kind, received, ...rest }: Asked): ClockInput {
  return { facts: {}, classes: plainClasses, ...rest, kind, receivedAt: ist(received) };
}

export function clocksOf(asked: Asked): Clock[] {
  return computeClocks(inputOf(asked), rulebook);
}

/** The one clock of that rule; throws when the case has none, so that a test cannot pass by its absence. */
export function clockOf(rule: string, asked: Asked): Clock {
  const clock = clocksOf(asked).find((one) => one.rule === rule);
  if (!clock) throw new Error(`No clock ${rule} for ${asked.kind}.`);
  return clock;
}

/** An instant as the law file writes it. */
export function shown(instant: string | null): string | null {
  return instant === null ? null : showIst(instant).slice(0, 19).replace('T', ' ');
}

/** The rules of law of a case, with † for the disputed ones, in alphabetical order. */
export function lawOf(kind: CaseKind, received: string, facts: Facts = {}, rest: Partial<ClockInput> = {}): string[] {
  return clocksOf({ kind, received, facts, ...rest })
    .filter(({ internal }) => !internal)
    .map(({ rule, disputed }) => `${rule}${disputed ? '†' : ''}`)
    .sort();
}
