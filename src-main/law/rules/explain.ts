import { ownTargetId } from '../contract/target.ts';
import type { Clock, ClockInput, Rule, Rulebook, Target } from '../contract.ts';
import { dutiesFor, findSource, isRule } from './compile.ts';
import { entryFor } from './compute.ts';
import { explainOwnTarget } from './own-target.ts';
import { dateOf, istDay, sayDate, sayIst, showIst } from './time.ts';

export interface Explanation {
  /** From receipt to the due second; `at` is an instant in IST as shown to a person. */
  steps: { text: string; at?: string }[];
  notes: string[];
}

type Step = Explanation['steps'][number];

/** Why a clock stands where it stands, in sentences an officer can defend: version, start, counting, due second, stop. */
export function explainClock(clock: Clock, input: ClockInput, rulebook: Rulebook): Explanation {
  if (clock.rule === ownTargetId && input.target) return { steps: explainOwnTarget(clock, input.target), notes: [] };
  const source = findSource(clock.rule, rulebook);
  if (!source)
    return { steps: [], notes: [`The rulebook ${rulebook.version} has no rule ${clock.rule}; the clock was made with another one.`] };
  const rule = isRule(source) ? source : null;
  const steps: Step[] = [
    {
      text: `Received ${sayIst(input.receivedAt)} (stored as ${input.receivedAt}); law counts in Indian Standard Time.`,
      at: showIst(input.receivedAt),
    },
    versionStep(source, rule, rulebook),
    startStep(clock),
    ...countingSteps(clock, source, rulebook),
    ...endSteps(clock, input),
  ];
  return { steps, notes: notesOf(clock, source, input, rulebook) };
}

function versionStep(source: Rule | Target, rule: Rule | null, rulebook: Rulebook): Step {
  if (!rule) return { text: `${source.id} is a target of this desk, not a limit of law.` };
  const from = rule.from ? `from ${sayDate(rule.from)}` : 'without a first day';
  const until = rule.until ? ` until ${sayDate(rule.until)}` : '';
  return {
    text: `${rule.id}: ${rule.instrument}, ${rule.cite}, in force ${from}${until} at the instant of receipt. ${rulebook.counting.version}`,
  };
}

function startStep(clock: Clock): Step {
  if (clock.start === null) return { text: `The clock waits for: ${clock.waitsFor ?? 'its event'}.` };
  return { text: `The clock starts at ${sayIst(clock.start)}.`, at: showIst(clock.start) };
}

function countingSteps(clock: Clock, source: Rule | Target, rulebook: Rulebook): Step[] {
  if (clock.due === null || clock.start === null)
    return source.n === null && !isOwnDate(source) ? [{ text: 'No number is fixed: a duty without a due date.' }] : [];
  const due: Step = { text: `Due ${sayIst(clock.due)}; an act in that second is in time.`, at: showIst(clock.due) };
  if (isOwnDate(source)) return [{ text: 'The instrument itself fixes the date.' }, due];
  const closing = clock.internal ? [] : [{ text: rulebook.counting.weekends }, { text: rulebook.counting.pauses }];
  return [{ text: sayCounting(clock, source) }, ...closing, due];
}

function isOwnDate(source: Rule | Target): boolean {
  return isRule(source) && source.ownDate === true;
}

const unitWords = { min: 'minutes', h: 'hours', d: 'days', m: 'months', y: 'years' } as const;

function sayCounting(clock: Clock, source: Rule | Target): string {
  const plural = source.unit ? unitWords[source.unit] : '';
  const amount = `${source.n} ${source.n === 1 ? plural.slice(0, -1) : plural}`;
  if (source.sense === 'back') return `${amount} are counted back from the start, exactly.`;
  if (source.unit === 'h' || source.unit === 'min') return `${amount} are counted exactly from the start.`;
  const day = sayDate(dateOf(istDay(Date.parse(clock.start ?? ''))));
  const how = source.unit === 'd' ? 'the last day' : 'the same day of the month, or the last one where there is none,';
  const minimum = source.sense === 'min' ? ' As a minimum, disposal is allowed only after that second and without a hold.' : '';
  return `${amount}: the day of the start (${day}) is left out and ${how} counts until 23:59:59 IST.${minimum}`;
}

function endSteps(clock: Clock, input: ClockInput): Step[] {
  if (clock.stoppedAt === null) return [];
  const at = showIst(clock.stoppedAt);
  if (clock.state === 'stopped') return [{ text: `Stopped by the act of ${sayIst(clock.stoppedAt)}.`, at }];
  return [{ text: `Withdrawn at ${sayIst(clock.stoppedAt)} by ${withdrawnBy(clock.stoppedAt, input)}.`, at }];
}

function withdrawnBy(at: string, { moments }: ClockInput): string {
  if (moments?.verdictWithdrawn === at) return 'a recorded verdict that the order is not valid';
  return moments?.withdrawn === at ? 'the complainant' : 'the end of the case without an answer due';
}

function notesOf(clock: Clock, source: Rule | Target, input: ClockInput, rulebook: Rulebook): string[] {
  const duty = dutiesFor(input.kind, rulebook).law.find(({ id }) => id === clock.rule);
  const entry = duty ? entryFor(duty, input) : undefined;
  return [
    ...(clock.disputed ? ['Counsel may disagree: check with counsel.'] : []),
    ...(entry?.note ? [entry.note] : []),
    ...(clock.assumed ? [`Assumed, because not recorded: ${clock.assumed.join(', ')}.`] : []),
    ...clock.alternatives.map(({ reading, due }) => `${reading}${due ? ` Due then ${sayIst(due)}.` : ''}`),
    ...(source.notes ?? []),
    ...(isRule(source) && source.confidence === 'M' ? ['The words of this rule were not read in a source: check with counsel.'] : []),
  ];
}
