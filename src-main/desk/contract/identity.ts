import { type } from '@orpc/contract';
import { z } from 'zod';
import { line, prose, ticket } from '../../cases/contract.ts';
import {
  type DuePurge,
  type IdCheck,
  type IdentityView,
  idTypes,
  type RevealedFile,
  type UnansweredRequest,
  type WaitingFile,
} from '../../identity/contract.ts';
import { base } from './base.ts';

const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const attachment = line(80).min(1);
const token = z.string().regex(/^[a-z0-9]{16,64}$/);

/**
 * Who asks: checklists, attempts, files. An attempt itself is the act `verify-identity` of `cases.act`. Topics: `case:REF`,
 * and `queue` where the state of the check changed.
 */
export const identityContract = {
  /** The checklist with what is done and missing, the attempts, the files and what may be purged. */
  open: base.input(z.strictObject({ ref: ticket })).output(type<IdentityView>()),
  /** Checks a number while it is typed; nothing is stored, and the number does not come back. */
  check: base.input(z.strictObject({ type: z.enum(idTypes), value: prose(300) })).output(type<IdCheck>()),
  /** Opens the shell's file dialog for a scan; null when the person closed it. */
  chooseFile: base.output(type<{ token: string; name: string; sizeBytes: number } | null>()),
  /** Keeps the chosen scan as identity evidence; a picture then waits to be judged. */
  addFile: base.input(z.strictObject({ ref: ticket, token })).output(type<IdentityView>()),
  /** The content of a blurred file; asking is an entry with its reason. */
  reveal: base.input(z.strictObject({ id: attachment, reason })).output(type<RevealedFile>()),
  /** A person says whether a waiting file shows an Aadhaar number; if so its bytes go for good. */
  judge: base.input(z.strictObject({ id: attachment, showsAadhaar: z.boolean() })).output(type<IdentityView>()),
  /** Files of all cases that wait to be judged. */
  waiting: base.input(z.strictObject({ limit: z.int().min(1).max(500).default(100) })).output(type<WaitingFile[]>()),
  /** Who was asked to show who she is and has not answered, once the policy says to ask again. */
  unanswered: base.input(z.strictObject({ limit: z.int().min(1).max(500).default(100) })).output(type<UnansweredRequest[]>()),
  /** Closed cases whose identity evidence has had its time. */
  duePurges: base.input(z.strictObject({ limit: z.int().min(1).max(500).default(100) })).output(type<DuePurge[]>()),
  purge: base.input(z.strictObject({ ref: ticket, reason })).output(type<IdentityView>()),
};
