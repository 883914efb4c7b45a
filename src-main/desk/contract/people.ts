import { type } from '@orpc/contract';
import { z } from 'zod';
import { line, prose, ticket } from '../../cases/contract.ts';
import { type CasePeople, identifierKinds, type PartyLine, type PartyView } from '../../people/contract.ts';
import { base } from './base.ts';

const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const party = z.string().regex(/^party:\d{1,12}$/, 'is not a person of this workspace');

/** The people of the desk's cases: one record each, with many identifiers. Topics: `people`, `case:REF`. */
export const peopleContract = {
  /** The people of a case, with what else is known of them, and the complaints it may repeat. */
  ofCase: base.input(z.strictObject({ ref: ticket })).output(type<CasePeople>()),
  open: base.input(z.strictObject({ party })).output(type<PartyView>()),
  /** By name, mail address, phone, handle or device. */
  find: base.input(z.strictObject({ text: line(200), limit: z.int().min(1).max(100).default(20) })).output(type<PartyLine[]>()),
  /** `party` becomes part of `into`. */
  merge: base.input(z.strictObject({ party, into: party, reason })).output(type<PartyView>()),
  /** `seq` is the merge's own entry. */
  undoMerge: base.input(z.strictObject({ seq: z.int().min(1), reason })).output(type<PartyView>()),
  /** Two records are two people: they are not suggested again. */
  tellApart: base.input(z.strictObject({ party, other: party, reason })).output(type<PartyView>()),
  /** Hangs a case on another person, or with null on a record of its own. */
  setCaseParty: base.input(z.strictObject({ ref: ticket, party: party.nullable(), reason })).output(type<CasePeople>()),
  addIdentifier: base
    .input(z.strictObject({ party, kind: z.enum(identifierKinds), value: line(320).min(1, 'is empty') }))
    .output(type<PartyView>()),
  removeIdentifier: base
    .input(z.strictObject({ party, kind: z.enum(identifierKinds), value: line(320), reason }))
    .output(type<PartyView>()),
};
