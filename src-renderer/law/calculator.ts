import type { CaseKind, Facts, Platform } from '../../src-main/cases/contract.ts';
import type { CalculatorAnswer, Rulebook } from '../../src-main/law/contract.ts';
import { sentFacts } from '../case/facts-fields.tsx';
import { keptFacts } from '../case/facts-of-kind.ts';
import { parseSecond } from '../ui/ist.ts';
import { copyTextOf, type Say } from './explanation-lines.ts';

/** What a person asks the calculator, as typed. */
export interface Calculation {
  way: 'kind' | 'rule';
  kind: CaseKind;
  platform: string;
  rule: string;
  at: string;
  facts: Facts;
}

export type CalculatorAsk = { kind: CaseKind; platform?: Platform; receivedAt: string; facts: Facts } | { rule: string; start: string };

/** What is asked of the desk; null while the moment cannot be read or no rule is chosen. */
export function calculatorAsk({ way, kind, platform, rule, at, facts }: Calculation): CalculatorAsk | null {
  const instant = parseSecond(at);
  if (!instant) return null;
  if (way === 'rule') return rule === '' ? null : { rule, start: instant };
  const place = platform === '' ? {} : { platform: platform as Platform };
  return { kind, ...place, receivedAt: instant, facts: sentFacts(keptFacts(kind, facts)) };
}

/** Rules to choose from: name, id and citation in one line, by which they are found; the newest version of a duty first. */
export function ruleOptions({ rules }: Rulebook, language: 'en' | 'hi'): { value: string; label: string }[] {
  return [...rules]
    .sort(
      (a, b) => a.instrument.localeCompare(b.instrument) || a.family.localeCompare(b.family) || (b.from ?? '').localeCompare(a.from ?? ''),
    )
    .map(({ id, title, instrument, cite }) => ({ value: id, label: `${title[language]} · ${id} · ${instrument}, ${cite}` }));
}

/** Everything the calculator answered as one text. */
export function calculatorText({ explanations, notes }: CalculatorAnswer, asOf: { version: string; asOf: string }, say: Say): string {
  const blocks = explanations.map((told) => copyTextOf(told, asOf, null, say));
  return [...blocks, ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : [])].join('\n\n----\n\n');
}
