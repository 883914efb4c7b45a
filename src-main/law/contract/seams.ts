import { reminderIds } from './reminder.ts';
import { type Rule, type Rulebook, rulebookShape } from './rulebook.ts';
import { ownTargetId } from './target.ts';

interface Complaint {
  path: (string | number)[];
  message: string;
}

/** A rulebook as the file holds it, checked field by field and then across rules (see docs/rulebook-format.md). */
export const rulebookSchema = rulebookShape.superRefine((book, context) => {
  for (const { path, message } of [
    ...repeatedIds(book),
    ...book.rules.flatMap((rule, n) => brokenRule(rule, n)),
    ...brokenFamilies(book),
    ...unknownSources(book),
  ])
    context.addIssue({ code: 'custom', path, message });
});

function repeatedIds(book: Rulebook): Complaint[] {
  const seen = new Set<string>();
  const found: Complaint[] = [];
  for (const list of ['rules', 'targets'] as const)
    book[list].forEach(({ id }, n) => {
      if (reminderIds.includes(id)) found.push({ path: [list, n, 'id'], message: 'is kept for the reminders of a single case' });
      if (id === ownTargetId) found.push({ path: [list, n, 'id'], message: 'is kept for the target of a single case' });
      if (seen.has(id)) found.push({ path: [list, n, 'id'], message: 'is used twice' });
      seen.add(id);
    });
  return found;
}

function brokenRule(rule: Rule, n: number): Complaint[] {
  const found: Complaint[] = [];
  const add = (field: string, message: string) => found.push({ path: ['rules', n, field], message });
  if ((rule.n === null) !== (rule.unit === null)) add('unit', 'n and unit must both be given or both be null');
  if (rule.sense === 'back' && rule.unit !== null && rule.unit !== 'h') add('unit', 'a backwards limit counts in hours only');
  if (rule.from && rule.until && rule.until < rule.from) add('until', `ends on ${rule.until}, before it starts on ${rule.from}`);
  if (rule.ownDate && rule.n !== null) add('ownDate', 'a rule with a number cannot also take its date from the instrument');
  rule.alternatives.forEach((other) => {
    if (other.type === 'in-force' && !other.from && !other.until) add('alternatives', 'an in-force reading needs from or until');
  });
  return found;
}

const nextDay = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Versions of one duty must follow each other day by day: no overlap, no gap. */
function brokenFamilies(book: Rulebook): Complaint[] {
  const families = new Map<string, { rule: Rule; n: number }[]>();
  book.rules.forEach((rule, n) => {
    const members = families.get(rule.family) ?? [];
    families.set(rule.family, [...members, { rule, n }]);
  });
  return [...families.values()].flatMap((members) => brokenFamily(members));
}

function brokenFamily(members: { rule: Rule; n: number }[]): Complaint[] {
  const inOrder = [...members].sort((a, b) => (a.rule.from ?? '').localeCompare(b.rule.from ?? ''));
  return inOrder.slice(1).flatMap(({ rule, n }, before) => {
    const earlier = inOrder[before]?.rule;
    if (!earlier) return [];
    const message = seamFault(earlier, rule);
    return message ? [{ path: ['rules', n, 'from'], message }] : [];
  });
}

function seamFault(earlier: Rule, later: Rule): string | null {
  const until = earlier.until ?? 'open';
  const story = `${later.id} starts on ${later.from ?? 'no date'} and ${earlier.id} of the same family ${later.family} ends on ${until}`;
  if (later.from === null || earlier.until === null || later.from <= earlier.until) return `overlaps: ${story}`;
  if (nextDay(earlier.until) !== later.from) return `leaves a gap: ${story}`;
  return null;
}

function unknownSources(book: Rulebook): Complaint[] {
  return book.rules.flatMap((rule, n) =>
    rule.sources
      .filter((source) => !(source in book.sources))
      .map((source) => ({ path: ['rules', n, 'sources'], message: `names the source ${source}, which the rulebook does not list` })),
  );
}
