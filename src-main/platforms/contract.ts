import { z } from 'zod';
import { caseKinds } from '../cases/contract.ts';
import { type FileProblem, lawDate, legalClasses, standings, targetUnits } from '../law/contract.ts';
import { gaps } from './contract/words.ts';

/** The newest profile format this program reads. A higher number is refused. */
export const profileFormat = 1;

const text = z.string().trim().min(1, 'is empty');
const clause = text;
const kinds = z.array(z.enum(caseKinds));
const period = { n: z.number().int().positive().nullable(), unit: z.enum(targetUnits).nullable() };

export const identityDocuments = ['mobile', 'driving-licence', 'passport', 'aadhaar', 'id-card'] as const;
export const intakeDetails = ['name', 'address', 'phone', 'email', 'nature'] as const;
export const representatives = ['parent', 'guardian', 'power-of-attorney', 'representative', 'customer'] as const;
export const remedyNames = ['internal', 'appellate-committee', 'data-protection-board', 'unnamed-authority'] as const;
export const instrumentOrigins = ['india', 'foreign', 'unknown'] as const;

const said = z.strictObject({ text, clause });
const classStanding = z.strictObject({ standing: z.enum(standings), note: text.optional() });

/** A platform as its own policy presents it, clause by clause and in our words (see docs/profile-format.md). */
export const profileSchema = z.strictObject({
  format: z.number().int().min(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a platform such as cocial'),
  name: text,
  version: text,
  prefix: z.string().regex(/^[A-Z]{3}$/, 'is not three capital letters'),
  operator: text,
  nature: text,
  letterhead: z.array(text),
  address: z.strictObject({ lines: z.array(text).min(1), pin: z.string().nullable(), clause }).nullable(),
  policy: z.strictObject({ title: text, date: lawDate, dateIs: z.enum(['updated', 'effective']), clause }),
  officer: z.strictObject({
    title: text.nullable(),
    isNamedInPolicy: z.boolean(),
    name: text.nullable(),
    email: text.nullable(),
    phone: text.nullable(),
    note: text,
    clause: clause.nullable(),
  }),
  contact: z.strictObject({ email: text.nullable(), note: text, clause: clause.nullable() }),
  classes: z.record(z.enum(legalClasses), classStanding),
  requestTypes: kinds.min(1),
  rights: z.array(z.strictObject({ kinds: kinds.min(1), name: text, text, clause })),
  exceptions: z.array(z.strictObject({ kinds, text, clause })),
  identityDocuments: z.array(z.strictObject({ document: z.enum(identityDocuments), note: text.optional(), clause })),
  identityNote: text,
  onBehalf: z.array(z.strictObject({ who: z.enum(representatives), text, clause })),
  requiredDetails: z.array(z.strictObject({ id: z.enum(intakeDetails), label: text, clause })),
  intake: z.array(said),
  legalRequests: z.array(
    z.strictObject({
      wording: text,
      origin: z.enum(instrumentOrigins),
      isPrivate: z.boolean(),
      kinds,
      instrument: text.nullable(),
      advice: text,
      clause,
    }),
  ),
  disclosures: z.array(said),
  retention: z.array(z.strictObject({ data: text, text, ...period, needsConsentToExtend: z.boolean(), clause })),
  holds: z.array(z.strictObject({ text, reachesConnectedAccounts: z.boolean(), clause })),
  deletion: z.array(z.strictObject({ what: text, text, ...period, clause })),
  minors: z.strictObject({
    underAge: z.number().int().positive().nullable(),
    consent: z.enum(['none', 'deemed', 'verified']),
    hasProcedure: z.boolean(),
    text,
    clause: clause.nullable(),
  }),
  processors: z.array(
    z.strictObject({ name: text, purpose: text, isNamed: z.boolean(), from: lawDate, until: lawDate.nullable(), clause }),
  ),
  remedies: z.array(z.strictObject({ name: z.enum(remedyNames), text, clause })),
  serviceLevels: z.array(z.strictObject({ about: z.enum(['acknowledge', 'resolve', 'general']), text, ...period, clause })),
  dataCategories: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), label: text, isSensitive: z.boolean(), clause })),
  notHeld: z.array(z.strictObject({ what: text, kinds: kinds.min(1), text, clause })),
  redirects: z.array(z.strictObject({ who: text, text, clause })),
  contradictions: z.array(z.strictObject({ about: text, first: said, second: said, answer: text })),
  location: z.array(said),
  notes: z.array(text),
});
export type Profile = z.infer<typeof profileSchema>;

export { gaps };
export const severities = ['error', 'warning', 'notice'] as const;

/** One finding of the lint: which gap, how grave, where in the profile, what is wrong and what to do. */
export const gapSchema = z.strictObject({
  gap: z.enum(gaps),
  number: z.number().int(),
  severity: z.enum(severities),
  field: z.string(),
  problem: z.string(),
  fix: z.string(),
});
export type Gap = z.infer<typeof gapSchema>;

/** A platform as the desk serves it: its profile in force, and where its policy falls short of the law. */
export interface PlatformView {
  id: string;
  name: string;
  version: string;
  hash: string;
  /** UTC. */
  adoptedAt: string;
  profile: Profile;
  gaps: Gap[];
}

/** What an edited profile would be: what keeps it from being used, and its gaps (none while there are problems). */
export interface ProfileCheck {
  problems: FileProblem[];
  gaps: Gap[];
}

/** What a file of a profile holds: to be looked at, edited and saved as a new version. `profile` is null when it is none. */
export interface ProfileFile extends ProfileCheck {
  profile: Profile | null;
}

/** What saving made: the new version, and whether the clocks of open cases have to be looked at again. */
export interface SavedProfile {
  platform: PlatformView;
  mustReevaluate: boolean;
}
