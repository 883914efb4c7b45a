import { readTicket } from '../cases/rules.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { maskAadhaarIn } from '../identity/rules.ts';
import type { CasePeople, IdentifierKind, PartyView } from './contract.ts';
import { keyOf } from './rules/keys.ts';
import { addedIdentifiers, areTwoSides, casesOf, readCase, readMerge, recordsOf, rootOf } from './store.ts';
import { casePeople, complainantOf, mostCases, mustBeParty, partyView } from './view.ts';

/** Every window that shows the person or one of her cases. */
function topicsOf(desk: Desk, party: string): string[] {
  const cases = casesOf(desk.db, recordsOf(desk.db, rootOf(desk.db, party)), mostCases);
  return ['people', ...new Set(cases.map(({ ref }) => `case:${ref}`))];
}

/**
 * Makes one person of two records; `undoMerge` parts them again. Clocks and cases stay as they are.
 * Faults: not-found; refused for a person with herself, and for who asks with who acts for her in the same case.
 */
export function mergeParties(desk: Desk, party: string, into: string, reason: string): PartyView {
  for (const one of [party, into]) mustBeParty(desk.db, one);
  const [from, to] = [rootOf(desk.db, party), rootOf(desk.db, into)];
  if (from === to) throw new Fault('refused', 'These are one person already: nobody is merged with herself.');
  if (areTwoSides(desk.db, recordsOf(desk.db, from), recordsOf(desk.db, to)))
    throw new Fault('refused', 'In one of their cases one of the two acts for the other: they cannot be one person.');
  write(desk, [...new Set([...topicsOf(desk, from), ...topicsOf(desk, to)])], () =>
    post(desk, { kind: 'party.merged', subject: from, body: { into: to, reason } }),
  );
  return partyView(desk.db, to);
}

/** Parts two records that were merged: each has its own cases and identifiers again. Faults: not-found, refused when parted already. */
export function undoMerge(desk: Desk, seq: number, reason: string): PartyView {
  const merge = readMerge(desk.db, seq);
  if (!merge) throw new Fault('not-found', 'There is no such merge.');
  if (merge.undoneAt !== null) throw new Fault('refused', 'These two have been parted already.');
  write(desk, topicsOf(desk, merge.party), () => post(desk, { kind: 'party.parted', subject: merge.party, body: { merge: seq, reason } }));
  return partyView(desk.db, merge.party);
}

/** Says that two records are two people, so that they are not suggested again. Faults: not-found, refused for one person. */
export function tellApart(desk: Desk, party: string, other: string, reason: string): PartyView {
  for (const one of [party, other]) mustBeParty(desk.db, one);
  const [a, b] = [rootOf(desk.db, party), rootOf(desk.db, other)];
  if (a === b) throw new Fault('refused', 'These are one person now: part them first.');
  write(desk, ['people'], () => post(desk, { kind: 'party.told-apart', subject: a, body: { other: b, reason } }));
  return partyView(desk.db, a);
}

/**
 * Hangs a case on another person, or with null on a record of its own: when somebody was known again wrongly.
 * Faults: not-found, refused where it hangs there already.
 */
export function setCaseParty(desk: Desk, refText: string, party: string | null, reason: string): CasePeople {
  const ref = readTicket(refText);
  const file = readCase(desk.db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref} in this workspace.`);
  if (party !== null) mustBeParty(desk.db, party);
  const was = complainantOf(desk.db, ref) ?? `party:${file.seq}`;
  if (party !== null && rootOf(desk.db, was) === rootOf(desk.db, party)) throw new Fault('refused', 'The case is this person’s already.');
  const { name, email, phone } = file;
  const person = Object.fromEntries(Object.entries({ name, email, phone }).filter(([, value]) => value !== null));
  const topics = [`case:${ref}`, ...topicsOf(desk, was)];
  write(desk, [...new Set(['people', ...topics])], () =>
    post(desk, { kind: 'case.party-set', subject: `case:${ref}`, body: { role: 'complainant', party, was, person, reason } }),
  );
  return casePeople(desk.db, ref);
}

const wrongForms: Partial<Record<IdentifierKind, string>> = {
  email: 'is not a mail address',
  phone: 'is not a phone number: ten digits, or a country code behind a plus sign',
};

/**
 * An identifier as it is compared and as it is shown, without an Aadhaar number in either: the form that is compared has lost the
 * groups of a number, so it is made of the masked text and then searched itself. Fault: bad-input.
 */
function maskedIdentifier(kind: IdentifierKind, typed: string): { value: string; shown: string } {
  const shown = maskAadhaarIn(typed).text;
  const value = keyOf(kind, shown);
  if (value === null) throw badInput('value', wrongForms[kind] ?? 'is empty');
  if (kind === 'masked-id' && maskAadhaarIn(`Aadhaar ${value}`).count > 0)
    throw badInput('value', 'is a whole Aadhaar number: only its last four digits may be kept');
  const masked = maskAadhaarIn(value);
  return masked.count === 0 ? { value, shown } : { value: masked.text, shown: masked.text };
}

/**
 * Adds an identifier to a person; an Aadhaar number in it is masked. Faults: not-found; bad-input where it has no such form, or
 * is a whole Aadhaar number; refused when it is there already.
 */
export function addIdentifier(desk: Desk, party: string, kind: IdentifierKind, typed: string): PartyView {
  mustBeParty(desk.db, party);
  const root = rootOf(desk.db, party);
  const { value, shown } = maskedIdentifier(kind, typed);
  if (
    partyView(desk.db, root).identifiers.some((one) => one.kind === kind && one.value === value && (kind !== 'name' || one.shown === shown))
  )
    throw new Fault('refused', 'This person has that identifier already.');
  write(desk, topicsOf(desk, root), () => post(desk, { kind: 'party.identifier-added', subject: root, body: { kind, value, shown } }));
  return partyView(desk.db, root);
}

/** Takes out an identifier that somebody of the desk added. Faults: not-found; refused for one that a case brings. */
export function removeIdentifier(desk: Desk, party: string, kind: IdentifierKind, value: string, reason: string): PartyView {
  mustBeParty(desk.db, party);
  const root = rootOf(desk.db, party);
  const holder = recordsOf(desk.db, root).find((one) =>
    addedIdentifiers(desk.db, one).some((added) => added.kind === kind && added.value === value),
  );
  if (!holder) throw new Fault('refused', 'This identifier comes from a case, or is not there: amend the case instead.');
  write(desk, topicsOf(desk, root), () => post(desk, { kind: 'party.identifier-removed', subject: holder, body: { kind, value, reason } }));
  return partyView(desk.db, root);
}
