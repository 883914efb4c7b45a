import { z } from 'zod';
import { line, prose, ticket } from '../cases/contract.ts';
import { packageFileUses, packageWays, shortestPackagePassword } from './contract/words.ts';

export * from './contract/answer.ts';
export * from './contract/redaction.ts';
export * from './contract/words.ts';

const token = z.string().regex(/^[a-z0-9]{16,64}$/);
const packageId = z.string().regex(/^package:\d{1,12}$/, 'is not a package such as package:120');

/** Signs that every tool that opens archives takes alike: what can be typed on any keyboard. */
const password = z
  .string()
  .min(shortestPackagePassword, `is shorter than ${shortestPackagePassword} signs`)
  .max(128, 'is longer than 128 signs')
  .regex(/^[\x20-\x7e]+$/, 'holds signs that not every tool takes; use letters without accents, digits and ordinary signs');

export const addPackageFileSchema = z.strictObject({ ref: ticket, token, as: z.enum(packageFileUses) });
/** Without a password the desk makes one. */
export const buildPackageSchema = z.strictObject({ ref: ticket, password: password.optional(), language: z.enum(['en', 'hi']).optional() });
/** `sentBy`: how the file goes out; `passwordBy`: how its password does, another way. */
export const releasePackageSchema = z.strictObject({
  ref: ticket,
  package: packageId,
  sentBy: z.enum(packageWays),
  passwordBy: z.enum(packageWays),
  proof: line(500).optional(),
  reason: prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why')),
});
export type ReleasePackage = z.infer<typeof releasePackageSchema>;

/** A file inside a package, as its manifest names it: SHA-256 in hex of the file before it was packed. */
export interface ManifestFile {
  path: string;
  sizeBytes: number;
  sha256: string;
}

/** What stands in a package's `manifest.json`; docs/packages.md describes it. */
export interface Manifest {
  format: 'nivaran-package/1';
  ticket: string;
  preparedAt: string;
  app: { name: string; version: string };
  rulebook: { name: string; version: string; hash: string };
  profile: { platform: string; version: string; hash: string };
  /** The desk's record as it stood: how many entries, and the hash of the last. */
  record: { entries: number; head: string };
  files: ManifestFile[];
}

/** A package that was built for a case. Instants are UTC. */
export interface AnswerPackage {
  /** `package:` and its entry. */
  id: string;
  seq: number;
  attachment: string;
  name: string;
  sizeBytes: number;
  sha256: string;
  builtAt: string;
  builtBy: string;
  language: 'en' | 'hi';
  manifest: Manifest;
  /** Hash of what it was made of: where the work on the case gives another one today, it is out of date. */
  basis: string;
  isStale: boolean;
  /** Whether its bytes were destroyed, because a file in it was found to show an Aadhaar number. */
  isGone: boolean;
  releasedAt: string | null;
  sentBy: string | null;
  passwordBy: string | null;
}

/** What stands in the way of a package; `file` is the file's name, where one does. */
export interface PackageObstacle {
  what: 'wrong-kind' | 'closed' | 'undecided' | 'waiting' | 'gone' | 'no-copy' | 'not-attached' | 'nothing' | 'too-large';
  file: string | null;
}

/** What stands in the way of handing a package out. */
export type ReleaseObstacle = 'stale' | 'not-decided' | 'not-granted' | 'identity' | 'closed';

/** A file that the answer may give away, with what was decided of it. */
export interface PackageFileView {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  quarantine: 'waiting' | 'clear' | 'withheld' | null;
  decision: 'release' | 'redact' | 'withhold' | null;
  reason: string | null;
  /** The copy with parts taken out that goes in its place. */
  copy: { id: string; name: string } | null;
}

/** Everything the window shows about the package of a case. */
export interface PackageView {
  ref: string;
  files: PackageFileView[];
  /** Copies with parts taken out, brought so far. */
  copies: { id: string; name: string; quarantine: PackageFileView['quarantine'] }[];
  obstacles: PackageObstacle[];
  /** Newest first; only the newest can be handed out. */
  packages: AnswerPackage[];
  releaseObstacles: ReleaseObstacle[];
}

/** What taking parts out answers: the copy is a file of the case. */
export interface RedactedFile {
  view: PackageView;
  copy: string;
}

/** What building answers: the password comes once and is kept nowhere. */
export interface BuiltPackage {
  view: PackageView;
  password: string;
}
