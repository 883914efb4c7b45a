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

/** An alarm of a list by its name, and where it last stood. */
export interface Choice {
  name: string;
  at: number;
}

/** The name of an alarm within the list: what it is about, and the rule. */
export function alarmName({ ref, rule }: { ref: string; rule: string }): string {
  return `${ref} ${rule}`;
}

/** The choice as the list now stands: it stays with its alarm; once that has gone, whatever took its place is chosen. */
export function keptChoice(choice: Choice, names: readonly string[]): Choice {
  const found = names.indexOf(choice.name);
  const at = found === -1 ? Math.max(0, Math.min(choice.at, names.length - 1)) : found;
  const name = names[at] ?? '';
  return name === choice.name && at === choice.at ? choice : { name, at };
}

/** The row that is chosen after `key` in a list of `count` rows; stays within it. */
export function nextChosen(chosen: number, key: 'down' | 'up', count: number): number {
  const next = key === 'down' ? chosen + 1 : chosen - 1;
  return Math.max(0, Math.min(count - 1, next));
}
