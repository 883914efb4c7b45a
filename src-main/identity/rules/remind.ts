const dayMs = 86_400_000;

/** Whole days in India from one day to another, both YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Which reminder is due after so many days without an answer, from 1; null while none is. `reminders` rise. */
export function reminderAfter(days: number, reminders: readonly number[]): number | null {
  const due = reminders.filter((after) => days >= after).length;
  return due === 0 ? null : due;
}
