import type { ClockExplanation, ExplanationStep, Unit } from '../../src-main/law/contract.ts';
import type { useText } from '../app/text.ts';
import { formatDate, formatSecond } from '../ui/ist.ts';
import { amountWords, citeOf, inForceWords, isRule } from './in-words.ts';

/** What the lines need of the window's words. */
export type Say = Pick<ReturnType<typeof useText>, 't' | 'look' | 'weekday' | 'language'>;

/** One step as it is shown: said in the window's language, and below it what the rulebook says in its own words. */
export interface Line {
  said: string;
  law: string | null;
}

/** The steps of an explanation in the window's language; the law's own words stay as they are, to be marked as English. */
export function linesOf(steps: ExplanationStep[], say: Say): Line[] {
  return steps.map((step) => ({ said: say.t(`law.steps.${step.what}`, valuesOf(step, say)).trim(), law: lawOf(step) }));
}

function lawOf({ what, law, values }: ExplanationStep): string | null {
  if (what !== 'version') return law ?? null;
  return [`${values?.['instrument']}, ${values?.['cite']}.`, law].filter(Boolean).join(' ');
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

function valuesOf({ at, values = {}, days = [], what }: ExplanationStep, { t, look, weekday }: Say): Record<string, string | number> {
  const text = (name: string) => String(values[name] ?? '');
  const dayOff = (day: (typeof days)[number]) =>
    `${weekday(weekdays.indexOf(day.weekday))} ${formatDate(day.date)}${day.name ? ` (${day.name})` : ''}`;
  return {
    ...values,
    at: at ? formatSecond(at) : '',
    date: formatDate(text('date')),
    amount: amountWords(Number(values['n'] ?? 0), text('unit') as Unit | '', t),
    period: what === 'version' ? inForceWords({ from: text('from') || null, until: text('until') || null }, t) : '',
    event: look(`case.event.${text('event')}`, text('event')),
    days: what === 'days-off' ? days.map(dayOff).join(', ') : text('days'),
    ...(text('code') === '' ? {} : pauseValues(values, t)),
  };
}

function pauseValues(values: Record<string, string | number>, t: Say['t']): Record<string, string> {
  const until = values['until'];
  const why = t(`act.pause-target.codes.${values['code'] as 'other'}`);
  return {
    from: formatSecond(String(values['from'])),
    until: until ? formatSecond(String(until)) : '',
    why: values['text'] ? `${why} (${values['text']})` : why,
  };
}

/**
 * The whole explanation as a block of text to be copied into a report. In English it is the desk's own block; otherwise the
 * frame is in the window's language around the law's English words. `ref` is the ticket, or null without a case.
 */
export function copyTextOf(told: ClockExplanation, asOf: { version: string; asOf: string }, ref: string | null, say: Say): string {
  if (say.language === 'en') return told.text;
  const { t } = say;
  const lines = linesOf(told.steps, say).map(({ said, law }, n) => `${n + 1}. ${said}${law ? `\n   ${law}` : ''}`);
  return [
    ref ? `${ref} – ${told.rule}` : told.rule,
    ...headOf(told, say),
    '',
    ...lines,
    ...(told.notes.length > 0 ? ['', `${t('law.explain.notes')}:`, ...told.notes.map((note) => `- ${note}`)] : []),
    '',
    t('law.explain.byRulebook', { version: asOf.version, asOf: formatDate(asOf.asOf) }),
  ].join('\n');
}

function headOf({ source }: ClockExplanation, { t }: Say): string[] {
  if (!source) return [];
  if (!isRule(source)) return [source.title.hi, source.text];
  return [
    source.title.hi,
    `${citeOf(source)}${source.gazette ? ` (${source.gazette})` : ''}`,
    `${t('law.fields.inForce')}: ${inForceWords(source, t)}. ${t('law.fields.confidence')}: ${t(`law.confidence.${source.confidence}`)}.`,
    source.text,
  ];
}
