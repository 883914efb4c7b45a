import type { AddedRule, ChangedRule, FieldChange, Rule, Rulebook, RulebookDiff, RuleLine, Target } from '../contract.ts';

type Source = Rule | Target;

/** What `now` says otherwise than `was`, rule by rule and field by field, in the order of `now`. */
export function diffRulebooks(was: Rulebook, now: Rulebook): RulebookDiff {
  const before = byId(was);
  const after = byId(now);
  return {
    added: [...after.values()].filter(({ id }) => !before.has(id)).map((source) => addedRule(source, now)),
    removed: [...before.values()].filter(({ id }) => !after.has(id)).map(lineOf),
    changed: [...after.values()].flatMap((source) => changedRule(before.get(source.id), source)),
    other: changedFields(withoutRules(was), withoutRules(now)),
  };
}

function byId(book: Rulebook): Map<string, Source> {
  return new Map([...book.rules, ...book.targets].map((source) => [source.id, source]));
}

function withoutRules({ rules: _rules, targets: _targets, ...rest }: Rulebook): Record<string, unknown> {
  return rest;
}

function lineOf(source: Source): RuleLine {
  const rule = 'family' in source ? source : null;
  return {
    id: source.id,
    family: rule?.family ?? null,
    title: source.title,
    cite: rule ? `${rule.instrument}, ${rule.cite}` : null,
    from: source.from,
    until: source.until,
  };
}

/** The version of the same duty that was in force the day before, as the new rulebook has it. */
function followedBy(source: Source, { rules }: Rulebook): Rule | null {
  if (!('family' in source) || source.from === null) return null;
  const from = source.from;
  const earlier = rules.filter(({ family, from: other }) => family === source.family && (other ?? '') < from);
  return earlier.sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''))[0] ?? null;
}

function addedRule(source: Source, book: Rulebook): AddedRule {
  const follows = followedBy(source, book);
  const fields = changedFields({ ...follows }, { ...source }).filter(
    ({ field, was, now }) => field !== 'id' && field !== 'family' && (was !== null || now !== null),
  );
  return { ...lineOf(source), follows: follows?.id ?? null, fields };
}

function changedRule(was: Source | undefined, now: Source): ChangedRule[] {
  if (!was) return [];
  const fields = changedFields({ ...was }, { ...now });
  return fields.length === 0 ? [] : [{ ...lineOf(now), fields }];
}

function changedFields(was: Record<string, unknown>, now: Record<string, unknown>): FieldChange[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return names
    .filter((field) => !isSame(was[field], now[field]))
    .map((field) => ({ field, was: was[field] ?? null, now: now[field] ?? null }));
}

/** Equal as data: the order of an object's fields does not count. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]));
}
