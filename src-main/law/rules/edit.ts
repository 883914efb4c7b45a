import { badInput, Fault } from '../../desk/faults.ts';
import type { Rule, Rulebook, RuleEdit } from '../contract.ts';
import { dateOf, dayOf } from './time.ts';

/**
 * The text of a new rulebook in which one rule is changed. It is not checked here: what a person wrote into a rule may be
 * wrong, and `readRulebook` says where. `version` names it; left out, the next number is taken.
 * Faults: not-found for a rule that is not there, bad-input for a field that may not be changed.
 */
export function editRulebook(book: Rulebook, edit: RuleEdit, version?: string): string {
  const next = version ?? nextVersion(book.version);
  const name = `rulebook-${next.toLowerCase().replace(/[^a-z0-9.-]+/g, '-')}`;
  return `${JSON.stringify({ ...book, name, version: next, rules: editedRules(book, edit) }, null, 2)}\n`;
}

/** `2026.11` becomes `2026.11-2`, then `2026.11-3`. */
export function nextVersion(version: string): string {
  const numbered = /^(.*)-(\d{1,6})$/.exec(version);
  return numbered ? `${numbered[1]}-${Number(numbered[2]) + 1}` : `${version}-2`;
}

function editedRules(book: Rulebook, edit: RuleEdit): unknown[] {
  switch (edit.how) {
    case 'add':
      return [...book.rules, edit.rule];
    case 'correct':
      return replaced(book, edit.id, (rule) => [{ ...rule, ...changesOf(edit.changes) }]);
    case 'end':
      return replaced(book, edit.id, (rule) => [{ ...rule, until: edit.until }]);
    case 'amend':
      return replaced(book, edit.id, (rule) => [
        { ...rule, until: dateOf(dayOf(edit.from) - 1) },
        { ...rule, ...changesOf(edit.changes), id: edit.newId, from: edit.from },
      ]);
  }
}

function replaced(book: Rulebook, id: string, change: (rule: Rule) => unknown[]): unknown[] {
  if (!book.rules.some((rule) => rule.id === id))
    throw new Fault('not-found', `The rulebook ${book.version} has no rule ${JSON.stringify(id)}.`);
  return book.rules.flatMap((rule) => (rule.id === id ? change(rule) : [rule]));
}

/** Stored clocks name a rule by its id, and its versions hang together by their family: neither is changed. */
function changesOf(changes: Record<string, unknown>): Record<string, unknown> {
  for (const field of ['id', 'family'])
    if (field in changes) throw badInput(`changes.${field}`, 'cannot be changed: stored clocks go by it');
  return changes;
}
