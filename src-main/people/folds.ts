import type { Db } from '../../db/open.ts';
import type { EntryHead, FoldMap } from '../journal/index.ts';
import type { Authority, IdentifierKind, PartyRole } from './contract.ts';
import { type Key, keysOf } from './rules/keys.ts';
import {
  deleteCaseParty,
  deleteIdentifier,
  deleteKeys,
  endAuthorityRow,
  hungOn,
  insertApart,
  insertAuthority,
  insertCaseParty,
  insertIdentifier,
  insertKeys,
  insertMerge,
  undoMergeRow,
} from './store.ts';

interface Person {
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
}

/** The record that an entry begins: every case has one of its own, by the entry that received it. */
const ownParty = ({ seq }: { seq: number }) => `party:${seq}`;

/** Names are indexed when somebody looks for people, not with every case: their rows would cost each a page. */
const isEager = ({ kind }: Key) => kind !== 'name';

/**
 * Hangs who asks on the record the entry names because she was known again. Where there is none she has that of her case,
 * which needs no row: nearly every case is the first of its person.
 */
export function keepComplainant(db: Db, entry: EntryHead, ref: string, person: Person, known: string | null): void {
  if (known !== null) insertCaseParty(db, { ref, role: 'complainant', party: known });
  insertKeys(db, known ?? ownParty(entry), ref, keysOf(person).filter(isEager), person.name ?? null);
}

/** The details of who asks were amended, or an amendment taken back: the same record, other identifiers. */
export function moveComplainant(db: Db, file: { ref: string; seq: number }, was: Person, is: Person): void {
  const party = hungOn(db, file.ref) ?? ownParty(file);
  deleteKeys(db, party, file.ref, keysOf(was));
  insertKeys(db, party, file.ref, keysOf(is).filter(isEager), is.name ?? null);
}

interface PartySetBody {
  role: PartyRole;
  /** Null: a record of its own. */
  party: string | null;
  was: string;
  /** The identifiers that the case brings, which move with it. */
  person: Person;
}

function setParty(db: Db, entry: EntryHead, raw: unknown): void {
  const { role, party, was, person } = raw as PartySetBody;
  const ref = entry.subject.slice('case:'.length);
  const to = party ?? ownParty(entry);
  deleteCaseParty(db, { ref, role, party: was });
  deleteKeys(db, was, ref, keysOf(person));
  insertCaseParty(db, { ref, role, party: to });
  insertKeys(db, to, ref, keysOf(person).filter(isEager), person.name ?? null);
}

interface IdentifierBody {
  kind: IdentifierKind;
  value: string;
  shown: string;
}

function addIdentifier(db: Db, entry: EntryHead, raw: unknown): void {
  const { kind, value, shown } = raw as IdentifierBody;
  const party = entry.subject;
  insertIdentifier(db, { party, kind, value, shown, seq: entry.seq });
  insertKeys(db, party, '', [{ kind, value, shown }], kind === 'name' ? shown : null);
}

function removeIdentifier(db: Db, entry: EntryHead, raw: unknown): void {
  const { kind, value } = raw as IdentifierBody;
  deleteIdentifier(db, { party: entry.subject, kind, value });
  deleteKeys(db, entry.subject, '', [{ kind, value, shown: '' }]);
}

interface AuthorityBody
  extends Pick<Authority, 'type' | 'instrument' | 'registeredNumber' | 'datedOn' | 'scope' | 'expiresOn' | 'isNotarised' | 'evidence'> {
  /** Which of the two is not the complainant; null where she is a new person, of whom `person` tells. */
  role: 'principal' | 'representative';
  principal: string | null;
  representative: string | null;
  person: Person;
}

/** Somebody beside the complainant came into a case: a record of her own, with what was told of her. */
function addPerson(db: Db, entry: EntryHead, ref: string, role: PartyRole, person: Person): void {
  const party = ownParty(entry);
  insertCaseParty(db, { ref, role, party });
  for (const key of keysOf(person)) {
    insertIdentifier(db, { party, ...key, seq: entry.seq });
    insertKeys(db, party, '', [key], person.name ?? null);
  }
}

function recorded(db: Db, entry: EntryHead, raw: unknown): void {
  const { role, person, principal, representative, ...body } = raw as AuthorityBody;
  const ref = entry.subject.slice('case:'.length);
  const { type, instrument, registeredNumber, datedOn, scope, expiresOn, isNotarised, evidence } = body;
  const party = role === 'principal' ? principal : representative;
  if (party === null) addPerson(db, entry, ref, role, person);
  else insertCaseParty(db, { ref, role, party });
  insertAuthority(db, {
    id: `authority:${entry.seq}`,
    ref,
    ...{ type, instrument, registeredNumber, datedOn, scope, expiresOn, isNotarised, evidence },
    principal: principal ?? ownParty(entry),
    representative: representative ?? ownParty(entry),
    recordedAt: entry.at,
  });
}

export const peopleFolds: FoldMap = {
  'authority.recorded': recorded,
  'authority.ended': (db, _entry, raw) => {
    const { authority, on, reason } = raw as { authority: string; on: string; reason: string };
    endAuthorityRow(db, authority, { on, reason });
  },
  'case.party-set': setParty,
  'party.identifier-added': addIdentifier,
  'party.identifier-removed': removeIdentifier,
  'party.merged': (db, entry, raw) => {
    const { into, reason } = raw as { into: string; reason: string };
    insertMerge(db, { seq: entry.seq, party: entry.subject, into, reason, at: entry.at, by: entry.actor });
  },
  'party.parted': (db, entry, raw) => {
    const { merge, reason } = raw as { merge: number; reason: string };
    undoMergeRow(db, merge, { at: entry.at, reason });
  },
  'party.told-apart': (db, entry, raw) => insertApart(db, entry.subject, (raw as { other: string }).other, entry.seq),
};
