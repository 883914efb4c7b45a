import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '../../../db/open.ts';
import { type Desk, nowOf } from '../../desk/desk.ts';
import { Fault } from '../../desk/faults.ts';
import { sha256Hex } from '../../journal/index.ts';
import { longestRulebook, type SignedBy } from '../contract.ts';
import { keyOfPerson, organisationName, personOfKey } from '../store.ts';

/** A rulebook as a file that says who vouches for it (docs/rulebook-changes.md). The signature covers all but itself. */
const signedFileSchema = z.strictObject({
  what: z.literal('nivaran-rulebook'),
  format: z.literal(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  signedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  name: z.string().min(1).max(200),
  designation: z.string().max(200).nullable(),
  organisation: z.string().min(1).max(200),
  publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
  content: z.string().max(longestRulebook),
});
type SignedFile = z.infer<typeof signedFileSchema>;

// RFC 8410: an Ed25519 public key is this fixed head followed by its 32 raw bytes.
const ed25519Head = Buffer.from('302a300506032b6570032100', 'hex');

function publicKeyOf(base64: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([ed25519Head, Buffer.from(base64, 'base64')]), format: 'der', type: 'spki' });
}

type Signed = Omit<SignedFile, 'signature' | 'content'>;

/** The bytes that are signed: one line a field, so that any program can put them together. */
function signedBytes({ what, format, sha256, signedAt, name, designation, organisation, publicKey }: Signed): Buffer {
  const lines = [what, String(format), sha256, signedAt, name, designation ?? '', organisation, publicKey];
  return Buffer.from(`${lines.map((line) => line.replace(/[\r\n]+/g, ' ')).join('\n')}\n`, 'utf8');
}

/** The person's own key; faults `refused` when a recovery code opened the desk, which opens no person's keys. */
export function needSigningKey(desk: Desk): KeyObject {
  if (desk.person.signingKey) return desk.person.signingKey;
  throw new Fault('refused', 'This needs your own signature: open the workspace with your passphrase, not with the recovery code.');
}

/** The text of a signed file of a rulebook, signed by the person at the desk. Fault: refused without a signing key. */
export function signRulebook(desk: Desk, content: string): string {
  const key = needSigningKey(desk);
  const publicKey = keyOfPerson(desk.db, desk.person.id);
  if (publicKey === null) throw new Fault('refused', 'The record holds no signing key of yours.');
  const signed: Signed = {
    what: 'nivaran-rulebook',
    format: 1,
    sha256: sha256Hex(content),
    signedAt: nowOf(desk),
    name: desk.person.name,
    designation: desk.person.designation,
    organisation: organisationName(desk.db),
    publicKey,
  };
  const signature = sign(null, signedBytes(signed), key).toString('base64');
  return `${JSON.stringify({ ...signed, signature, content }, null, 2)}\n`;
}

/**
 * The rulebook text inside a file that was offered, and who signed it: null for a plain rulebook.
 * Faults: bad-input when the file says it is signed and the signature, or the content, does not hold.
 */
export function openOffered(db: Db, text: string): { content: string; signedBy: SignedBy | null } {
  const file = asSignedFile(text);
  if (file === null) return { content: text, signedBy: null };
  if (sha256Hex(file.content) !== file.sha256) throw broken('its content was changed after it was signed');
  if (!verify(null, signedBytes(file), publicKeyOf(file.publicKey), Buffer.from(file.signature, 'base64')))
    throw broken('the signature does not belong to what it says');
  const { name, designation, organisation, publicKey, signedAt } = file;
  return { content: file.content, signedBy: { name, designation, organisation, publicKey, signedAt, person: personOfKey(db, publicKey) } };
}

function broken(why: string): Fault {
  const message = `The signed file cannot be trusted: ${why}.`;
  const problem = { field: 'signature', message: why };
  return new Fault('bad-input', message, { issues: [problem], problems: [{ line: null, ...problem }] });
}

function asSignedFile(text: string): SignedFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if ((value as { what?: unknown } | null)?.what !== 'nivaran-rulebook') return null;
  const result = signedFileSchema.safeParse(value);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw broken(`${first?.path.join('.') || 'the file'} ${first?.message ?? 'is wrong'}`);
}
