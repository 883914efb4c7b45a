/** What an alarm is about: a case by its ticket, or a duty that no case owns. */
export type AlarmSubject = { sort: 'case'; ticket: string } | { sort: 'duty'; family: string; platform: string };

/** Reads `COC-2026-000123-5` or `duty:FAMILY:platform`. */
export function subjectOf(ref: string): AlarmSubject {
  const [sort, family, platform] = ref.split(':');
  return sort === 'duty' && family && platform ? { sort, family, platform } : { sort: 'case', ticket: ref };
}

/** Targets that the desk sets for itself carry this in their id; they never shout. */
export function isDeskRule(rule: string): boolean {
  return rule.startsWith('DESK-');
}

/** The row that is chosen after `key` in a list of `count` rows; stays within it. */
export function nextChosen(chosen: number, key: 'down' | 'up', count: number): number {
  const next = key === 'down' ? chosen + 1 : chosen - 1;
  return Math.max(0, Math.min(count - 1, next));
}
