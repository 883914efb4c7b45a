import { z } from 'zod';
import { lawDate } from './rulebook.ts';

const ruleId = z.string().min(1).max(60);
const changes = z.record(z.string(), z.unknown());

/**
 * A change of one rule: correct a mistake in it, amend it from a day on (the old version ends the day before), add one, or
 * end one. The result is checked as a whole rulebook.
 */
export const ruleEditSchema = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('correct'), id: ruleId, changes }),
  z.strictObject({ how: z.literal('amend'), id: ruleId, newId: ruleId, from: lawDate, changes }),
  z.strictObject({ how: z.literal('add'), rule: z.record(z.string(), z.unknown()) }),
  z.strictObject({ how: z.literal('end'), id: ruleId, until: lawDate }),
]);
export type RuleEdit = z.infer<typeof ruleEditSchema>;

/** The longest text of a rulebook that is read, in characters. */
export const longestRulebook = 5_000_000;

/** What is offered to the desk: the text of a rulebook or of a signed file, one it went by before, or a change of one rule in force. */
export const offerSchema = z.union([
  z.strictObject({ content: z.string().max(longestRulebook) }),
  z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'is not a content hash') }),
  z.strictObject({ edit: ruleEditSchema, version: z.string().trim().min(1).max(60).optional() }),
]);
export type Offer = z.infer<typeof offerSchema>;

/** One field that differs; `was` or `now` is null where the field was absent. */
export interface FieldChange {
  field: string;
  was: unknown;
  now: unknown;
}

/** One rule or target of a diff, with the dates between which it is in force. */
export interface RuleLine {
  id: string;
  family: string | null;
  title: { en: string; hi: string };
  cite: string | null;
  from: string | null;
  until: string | null;
}

export interface ChangedRule extends RuleLine {
  fields: FieldChange[];
}

/** A rule that was not there: what it says otherwise than the version it follows, or all it says where it follows none. */
export interface AddedRule extends RuleLine {
  follows: string | null;
  fields: FieldChange[];
}

/** What one rulebook says otherwise than another, rule by rule and field by field. */
export interface RulebookDiff {
  added: AddedRule[];
  removed: RuleLine[];
  changed: ChangedRule[];
  /** Everything that is no rule: counting, figures, hints, sources, notes and the test of intimations. */
  other: FieldChange[];
}

/** Who signed a rulebook file. `person` is that person's id where the key is one of this desk's people. */
export interface SignedBy {
  name: string;
  designation: string | null;
  organisation: string;
  publicKey: string;
  signedAt: string;
  person: string | null;
}

/** A clock that stands otherwise under another rulebook or profile; null where it does not run. Instants are UTC. */
export interface MovedClock {
  rule: string;
  was: string | null;
  due: string | null;
}

/** What a job over open cases found: the first 200 are listed, all are counted. */
export interface MovedCases {
  checked: number;
  moved: number;
  listed: ({ ref: string } & MovedClock)[];
}
