import type { Calendar, Clock, ClockExplanation, ClockInput, Rulebook } from '../contract.ts';
import { findSource, isRule } from './compile.ts';
import { type Explanation, explainClock } from './explain.ts';
import { sayDate } from './time.ts';

/**
 * The explanation of one clock as a block of plain text to be copied into a report: rule, citation, steps, what is open.
 * `ref` is the ticket, or null for a calculation without a case.
 */
export function explanationText(clock: Clock, input: ClockInput, rulebook: Rulebook, ref: string | null): string {
  return blockOf(clock, explainClock(clock, input, rulebook), rulebook, ref);
}

/** What an explanation is made with: the ticket, or null without a case, and the calendar whose days off are named. */
export interface ExplainWith {
  ref: string | null;
  calendar: Calendar | null;
}

/** Everything there is to say about one clock: steps, notes, the block of text, and its rule or target. */
export function explanationOf(clock: Clock, input: ClockInput, rulebook: Rulebook, { ref, calendar }: ExplainWith): ClockExplanation {
  const told = explainClock(clock, input, rulebook, calendar);
  const source = findSource(clock.rule, rulebook) ?? null;
  return { ...told, rule: clock.rule, text: blockOf(clock, told, rulebook, ref), source };
}

function blockOf(clock: Clock, { steps, notes }: Explanation, rulebook: Rulebook, ref: string | null): string {
  return [
    ref ? `${ref} – ${clock.rule}` : clock.rule,
    ...citationOf(clock, rulebook),
    '',
    ...steps.map(({ text }, n) => `${n + 1}. ${text}`),
    ...(notes.length > 0 ? ['', 'To be noted:', ...notes.map((note) => `- ${note}`)] : []),
    '',
    `Rulebook ${rulebook.version}, law as read up to ${sayDate(rulebook.asOf)}.`,
  ].join('\n');
}

function citationOf(clock: Clock, rulebook: Rulebook): string[] {
  const source = findSource(clock.rule, rulebook);
  if (!source) return clock.internal ? ['Target of this desk, not a limit of law.'] : [];
  if (!isRule(source)) return [source.title.en, source.text, 'Target of this desk, not a limit of law.'];
  const from = source.from ? `from ${sayDate(source.from)}` : 'without a first day';
  const until = source.until ? ` until ${sayDate(source.until)}` : '';
  return [
    source.title.en,
    `${source.instrument}, ${source.cite}${source.gazette ? ` (${source.gazette})` : ''}`,
    `In force ${from}${until}. Confidence: ${source.confidence === 'M' ? 'check with counsel' : source.confidence}.`,
    source.text,
  ];
}
