import { keepReminderId, type Reminder, reminderIds, sheetReminderId } from '../contract/reminder.ts';
import type { Clock, ClockInput, ExplanationStep } from '../contract.ts';
import { sayIst, showIst } from './time.ts';

function clockOf({ rule, start, due }: Reminder, { moments }: ClockInput): Clock {
  // A sheet is back once every item it could ask for was acted on; what is kept ends by a person's word alone.
  const stoppedAt = rule === sheetReminderId ? (moments?.itemsActed ?? moments?.voided ?? null) : (moments?.voided ?? null);
  return {
    ...{ rule, start, due, stoppedAt, waitsFor: null, sense: 'max', internal: true, disputed: false, alternatives: [] },
    state: stoppedAt === null ? 'runs' : 'stopped',
  };
}

/** The reminders of a case as internal clocks, one of each sort: of what is kept the one that ends first, of sheets the newest. */
export function reminderClocks(input: ClockInput): Clock[] {
  const reminders = input.reminders ?? [];
  const kept = reminders.filter(({ rule }) => rule === keepReminderId).sort((a, b) => (a.due < b.due ? -1 : 1))[0];
  const sheet = reminders.findLast(({ rule }) => rule === sheetReminderId);
  return [kept, sheet].flatMap((one) => (one ? [clockOf(one, input)] : []));
}

const words: Record<string, string> = {
  [keepReminderId]: 'What is preserved for an authority is kept until this day. Renew it or release it, with the reason.',
  [sheetReminderId]: 'The action sheet that went out is to be back by this time.',
};

/** The steps of the explanation of a reminder; null for any other clock. */
export function explainReminder({ rule, due }: Clock): ExplanationStep[] | null {
  if (!reminderIds.includes(rule)) return null;
  const text = `${words[rule]} It is no limit of law.`;
  return [{ what: 'own', text }, ...(due ? [{ what: 'own-due' as const, text: `Due ${sayIst(due)}.`, at: showIst(due) }] : [])];
}
