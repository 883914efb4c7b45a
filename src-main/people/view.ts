import type { Db } from '../../db/open.ts';
import { Fault } from '../desk/faults.ts';
import type { CasePeople, IdentifierView, Likeness, MergeView, PartyLine, PartyView, RepeatView, Suggestion } from './contract.ts';
import { likenesses } from './contract.ts';
import { bringNamesUp } from './index-names.ts';
import { type Key, keyOf, keysOf, likenessOf } from './rules/keys.ts';
import { nameKey, nameLikeness, similarFrom } from './rules/names.ts';
import { daysApart, repeatReasonsOf } from './rules/repeats.ts';
import {
  addedIdentifiers,
  apartFrom,
  type CaseRow,
  casesOf,
  countCases,
  deskNameOf,
  holdersOf,
  holdersOfPrefix,
  hungOn,
  isParty,
  itemsOf,
  mergesOf,
  readCase,
  recordsOf,
  rootOf,
  rowsOfCase,
} from './store.ts';

export const mostCases = 200;
/** People of one name or address that are looked at: a family name that thousands share suggests nobody. */
const mostHolders = 60;
const mostSuggestions = 20;

const firstOf = (list: (string | null)[]) => list.find((one) => one !== null && one !== '') ?? null;

interface Known {
  root: string;
  records: string[];
  cases: CaseRow[];
  identifiers: IdentifierView[];
}

/** The identifiers of a person, each once, with the cases that bring it. */
function gather(cases: readonly CaseRow[], added: readonly { kind: Key['kind']; value: string; shown: string }[]): IdentifierView[] {
  const found = new Map<string, IdentifierView>();
  const note = ({ kind, value, shown }: Key, ref: string | null) => {
    // Names meet by their sound; each spelling is shown.
    const id = `${kind}\n${kind === 'name' ? nameKey(shown) : value}`;
    const known = found.get(id) ?? { kind, value, shown, refs: [], isAdded: false };
    if (ref === null) known.isAdded = true;
    else if (!known.refs.includes(ref)) known.refs.push(ref);
    found.set(id, known);
  };
  for (const { kind, value, shown } of added) note({ kind, value, shown }, null);
  for (const one of cases.filter(({ role }) => role === 'complainant')) {
    for (const key of keysOf(personOf(one))) note(key, one.ref);
  }
  return [...found.values()];
}

function known(db: Db, party: string): Known {
  const root = rootOf(db, party);
  const records = recordsOf(db, root);
  const cases = casesOf(db, records, mostCases);
  return {
    root,
    records,
    cases,
    identifiers: gather(
      cases,
      records.flatMap((one) => addedIdentifiers(db, one)),
    ),
  };
}

const nameOf = ({ identifiers }: Pick<Known, 'identifiers'>) => identifiers.find(({ kind }) => kind === 'name')?.shown ?? null;

/** Records that share an identifier, with what they share; records of the person herself, and those told apart, are left out. */
function likeOnes(db: Db, { records, identifiers }: Known): Map<string, Set<Likeness>> {
  const out = new Set([...records, ...apartFrom(db, records)].map((one) => rootOf(db, one)));
  const found = new Map<string, Set<Likeness>>();
  for (const { kind, value, shown } of identifiers) {
    for (const holder of holdersOf(db, kind, value, mostHolders)) {
      const root = rootOf(db, holder.party);
      const why = kind === 'name' ? likenessOfNames(shown, holder.name) : likenessOf[kind];
      if (why === null || out.has(root)) continue;
      found.set(root, (found.get(root) ?? new Set()).add(why));
    }
  }
  return found;
}

function likenessOfNames(a: string, b: string | null): Likeness | null {
  const likeness = nameLikeness(a, b ?? '');
  if (likeness === 1) return 'same-name';
  return likeness >= similarFrom ? 'similar-name' : null;
}

const byStrength = (why: readonly Likeness[]) => Math.min(...why.map((one) => likenesses.indexOf(one)));

function suggest(db: Db, person: Known): Suggestion[] {
  const found = [...likeOnes(db, person)].map(([party, reasons]) => ({ party, why: likenesses.filter((one) => reasons.has(one)) }));
  const sorted = found.sort((a, b) => byStrength(a.why) - byStrength(b.why) || b.why.length - a.why.length || (a.party < b.party ? -1 : 1));
  return sorted.slice(0, mostSuggestions).map(({ party, why }) => {
    const other = known(db, party);
    const isWeak = why.every((one) => one === 'same-name' || one === 'similar-name');
    return { party, why, name: nameOf(other), strength: isWeak ? 'weak' : 'strong', caseCount: countCases(db, other.records) };
  });
}

function mergeViews(db: Db, records: readonly string[]): MergeView[] {
  return mergesOf(db, records).map(({ seq, party, into, reason, at, by, undoneAt, undoneReason }) => ({
    seq,
    party,
    into,
    reason,
    at,
    byName: deskNameOf(db, by),
    undone: undoneAt === null ? null : { at: undoneAt, reason: undoneReason ?? '' },
  }));
}

type CaseFacts = NonNullable<ReturnType<typeof readCase>>;

const personOf = ({ name, email, phone }: Pick<CaseRow, 'name' | 'email' | 'phone'>) => ({
  name: name ?? undefined,
  email: email ?? undefined,
  phone: phone ?? undefined,
});

/** The record of who asks in a case; null where nothing is known of her. */
function complainantIn(db: Db, file: CaseFacts): string | null {
  const own = keysOf(personOf(file)).length > 0 ? `party:${file.seq}` : null;
  return hungOn(db, file.ref) ?? own;
}

/** The record of who asks in a case, by its ticket; null where the case is not there, or nothing is known of her. */
export function complainantOf(db: Db, ref: string): string | null {
  const file = readCase(db, ref);
  return file ? complainantIn(db, file) : null;
}

/** Fault: not-found for a record that nothing names. */
export function mustBeParty(db: Db, party: string): void {
  if (!isParty(db, party)) throw new Fault('not-found', 'There is no such person in this workspace.');
}

/** Whether two records stand for one person now. */
export function isSamePerson(db: Db, a: string, b: string): boolean {
  return rootOf(db, a) === rootOf(db, b);
}

/** The name of a person by any of her records, or null. */
export function partyName(db: Db, party: string): string | null {
  return nameOf(known(db, rootOf(db, party)));
}

/** A person with all that is known of her, by any of her records. Fault: not-found. */
export function partyView(db: Db, party: string): PartyView {
  bringNamesUp(db);
  mustBeParty(db, party);
  const person = known(db, party);
  return {
    id: person.root,
    name: nameOf(person),
    identifiers: person.identifiers,
    cases: person.cases.map(({ name: _name, email: _email, phone: _phone, ...one }) => one),
    records: person.records.slice(1),
    merges: mergeViews(db, person.records),
    suggestions: suggest(db, person),
  };
}

interface Candidate extends Omit<CaseRow, 'party' | 'role'> {
  likeness: 'same-person' | 'same-contact' | 'name';
}

/** Cases that somebody of the same record, contact or name brought, the surest likeness of each. */
function candidates(db: Db, ref: string, party: string | null, keys: readonly Key[]): Candidate[] {
  const found = new Map<string, Candidate>();
  const note = (likeness: Candidate['likeness'], cases: readonly CaseRow[]) => {
    for (const one of cases) if (one.ref !== ref && !found.has(one.ref)) found.set(one.ref, { ...one, likeness });
  };
  if (party !== null) note('same-person', casesOf(db, recordsOf(db, rootOf(db, party)), mostCases));
  for (const { kind, value } of keys) {
    const holders = holdersOf(db, kind, value, mostHolders).map((holder) => holder.party);
    if (holders.length > 0) note(kind === 'name' ? 'name' : 'same-contact', casesOf(db, [...new Set(holders)], mostCases));
  }
  return [...found.values()];
}

const namesLast = (a: Key, b: Key) => Number(a.kind === 'name') - Number(b.kind === 'name');

/** The complaints that a case may repeat (features A9), the nearest first. It says so and changes nothing. */
function repeatsOf(db: Db, file: CaseFacts): RepeatView[] {
  const side = { ...file, items: itemsOf(db, file.ref) };
  return candidates(db, file.ref, complainantIn(db, file), keysOf(personOf(file)).toSorted(namesLast))
    .flatMap((one) => {
      const why = one.kind === file.kind ? repeatReasonsOf(side, { ...one, items: itemsOf(db, one.ref) }, one.likeness) : null;
      if (why === null) return [];
      const { ref, kind, platform, state, subject, receivedAt } = one;
      const isLinked = file.links.some((link) => link.ref === ref);
      return [{ ref, kind, platform, state, subject, receivedAt, daysApart: daysApart(file.receivedAt, receivedAt), why, isLinked }];
    })
    .sort((a, b) => a.daysApart - b.daysApart || (a.ref < b.ref ? -1 : 1))
    .slice(0, mostSuggestions);
}

/** The people of a case, and the complaints it may repeat. Fault: not-found. */
export function casePeople(db: Db, ref: string): CasePeople {
  const file = readCase(db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref} in this workspace.`);
  bringNamesUp(db);
  const complainant = complainantIn(db, file);
  const others = rowsOfCase(db, ref).filter(({ role }) => role !== 'complainant');
  const all = [...(complainant === null ? [] : [{ role: 'complainant' as const, party: complainant }]), ...others];
  return { ref, parties: all.map(({ role, party }) => ({ role, party: partyView(db, party) })), repeats: repeatsOf(db, file) };
}

/** People by name, mail address, phone or handle; the last word of a contact may be unfinished. */
export function findParties(db: Db, text: string, limit: number): PartyLine[] {
  bringNamesUp(db);
  const kinds = ['email', 'phone', 'handle', 'masked-id', 'device'] as const;
  const exact = kinds.flatMap((kind) => {
    const value = keyOf(kind, text);
    return value === null ? [] : holdersOf(db, kind, value, limit).map(({ party }) => party);
  });
  const begun = text.trim().length < 3 ? [] : holdersOfPrefix(db, 'email', text.trim().toLowerCase(), limit);
  const sound = keyOf('name', text);
  const named = sound === null ? [] : holdersOfPrefix(db, 'name', sound, limit);
  const roots = [...new Set([...exact, ...begun, ...named].map((party) => rootOf(db, party)))];
  return roots.slice(0, limit).map((root) => {
    const person = known(db, root);
    const contacts = person.identifiers.filter(({ kind }) => kind !== 'name').map(({ shown }) => shown);
    return { id: root, name: nameOf(person), contact: firstOf(contacts), caseCount: countCases(db, person.records) };
  });
}
