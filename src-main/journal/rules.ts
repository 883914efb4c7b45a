import { type EntryHead, idSorts, type RecordInput } from './contract.ts';

/** The `prev` of the first entry: 32 zero bytes in hex. */
export const zeroHash = '0'.repeat(64);

const instantPattern = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
const idPattern = '(?:system|[a-z]+:[A-Za-z0-9._:-]{1,120})';
const kindPattern = '[a-z][a-z0-9.-]{0,79}';
const deskPattern = '[a-z0-9]{1,64}';

const entryShape = new RegExp(
  String.raw`^JRN1\n${deskPattern}\n[1-9]\d*\n${instantPattern}\n${idPattern}\n${kindPattern}\n${idPattern}\n[0-9a-f]{64}\n[0-9a-f]{64}\n$`,
);
const idShape = new RegExp(`^(?:system|(?:${idSorts.join('|')}):[A-Za-z0-9._:-]{1,120})$`);
const kindShape = new RegExp(`^${kindPattern}$`);
const instantShape = new RegExp(`^${instantPattern}$`);
const originShape = /^nivaran\/([a-z0-9]{1,64})\/([a-z0-9]{1,64})$/;

/** The bytes of an entry as text (UTF-8): what its hash is the SHA-256 of. Hashes are lower-case hex. */
export function entryText(entry: EntryHead & { commitment: string; prev: string }): string {
  const { desk, seq, at, actor, kind, subject, commitment, prev } = entry;
  return `JRN1\n${desk}\n${seq}\n${at}\n${actor}\n${kind}\n${subject}\n${commitment}\n${prev}\n`;
}

/** Whether the text of an entry has the shape of version 1: no field holds a newline, a space or anything but an id. */
export function isEntryText(text: string): boolean {
  return entryShape.test(text);
}

/** Whether a text of the form YYYY-MM-DDThh:mm:ss.sssZ names an instant that there was: no 30 February, no hour 24, no year 0. */
export function isRealInstant(at: string): boolean {
  return isRealDay(at.slice(0, 10)) && at.slice(11, 13) < '24' && at.slice(14, 16) < '60' && at.slice(17, 19) < '60';
}

/** Entries come by the day, so the last one is remembered. */
let realDay = '';

function isRealDay(day: string): boolean {
  if (day === realDay) return true;
  const ms = Date.parse(`${day}T00:00:00.000Z`);
  if (day < '0001' || Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return false;
  realDay = day;
  return true;
}

/** What is wrong with an entry before it is recorded, as a field and a reason; null when it is fit to be kept for ever. */
export function entryFault(input: RecordInput): { field: string; message: string } | null {
  if (!idShape.test(input.actor)) return { field: 'actor', message: 'is not an opaque id such as user:k3v9, nor system' };
  if (!idShape.test(input.subject)) return { field: 'subject', message: 'is not an opaque id such as case:COC-2026-000123-5' };
  if (!kindShape.test(input.kind)) return { field: 'kind', message: 'is not a name such as case.received' };
  if (input.at !== undefined && !(instantShape.test(input.at) && isRealInstant(input.at)))
    return { field: 'at', message: 'is not UTC with milliseconds' };
  const version = input.body['v'];
  if (!Number.isSafeInteger(version) || (version as number) < 1) return { field: 'body', message: 'has no version v' };
  return null;
}

/** The origin line of a desk's checkpoints. */
export function originOf(workspace: string, desk: string): string {
  return `nivaran/${workspace}/${desk}`;
}

/** The two ids of an origin, or null when the text is none. */
export function readOrigin(origin: string): { workspace: string; desk: string } | null {
  const match = originShape.exec(origin);
  return match?.[1] && match[2] ? { workspace: match[1], desk: match[2] } : null;
}

/** A checkpoint: `root` in base64, `head` in hex, `text` the signed part, one blob in base64 for each signature line. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: string;
  head: string;
  text: string;
  signatures: { name: string; blob: string }[];
}

/** The signed part of a checkpoint (C2SP tlog-checkpoint): origin, size, root, and the extension line `chain`. */
export function checkpointText(parts: { origin: string; size: number; root: string; head: string }): string {
  return `${parts.origin}\n${parts.size}\n${parts.root}\nchain ${parts.size} ${parts.head}\n`;
}

/** The whole note (C2SP signed-note): text, blank line, one line a signature. `blob` is base64 of key id and signature. */
export function noteText(text: string, signatures: { name: string; blob: string }[]): string {
  return `${text}\n${signatures.map(({ name, blob }) => `— ${name} ${blob}\n`).join('')}`;
}

const textShape = /^([^\n]+)\n([1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\nchain ([1-9]\d{0,14}) ([0-9a-f]{64})\n$/;
// The spare bits that base64 has before its padding must be zero: no character of a note may change unseen.
const signatureShape = /^— ([^ +\p{Cc}]+) ((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?)$/u;

/** Reads a note. Answers the checkpoint, or null when the text is not one of version 1; signatures are not checked here. */
export function readCheckpoint(note: string): Checkpoint | null {
  const gap = note.indexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) return null;
  const text = note.slice(0, gap + 1);
  const match = textShape.exec(text);
  if (!match || match[2] !== match[4] || !readOrigin(match[1]!)) return null;
  const lines = note
    .slice(gap + 2, -1)
    .split('\n')
    .map((line) => signatureShape.exec(line));
  if (lines.some((line) => line === null)) return null;
  const signatures = lines.map((line) => ({ name: line![1]!, blob: line![2]! }));
  return { origin: match[1]!, size: Number(match[2]), root: match[3]!, head: match[5]!, text, signatures };
}

/**
 * A checkpoint that went through mail, a scanner, an editor or a shell, read as UTF-8: a byte order mark, UTF-16, line ends
 * and blank lines around it are put right, nothing else.
 */
export function tidyNote(note: string): string {
  const text = readUtf16(note)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n');
  return `${text.replace(/^\n+|\n+$/g, '')}\n`;
}

/**
 * Text saved as UTF-16 and read as UTF-8: its mark became two signs for what cannot be read, and a checkpoint has no other
 * byte that ASCII does not have, the dash before a signature included. Any other text comes back as it is.
 */
function readUtf16(text: string): string {
  if (!text.startsWith('\uFFFD\uFFFD')) return text;
  const isLittleEndian = text[3] === '\0';
  return text.slice(2).replace(/([\s\S])([\s\S]?)/g, (_, a: string, b: string) => {
    const [low, high] = isLittleEndian ? [a, b] : [b, a];
    return b && String.fromCharCode(((high.charCodeAt(0) & 0xff) << 8) | (low.charCodeAt(0) & 0xff));
  });
}

/** What a new epoch key is announced under, signed by the key before it; bound to its place in the record. */
export function epochStatement(parts: { origin: string; number: number; key: string; seq: number; prev: string }): string {
  return `nivaran epoch 1\n${parts.origin}\n${parts.number}\n${parts.key}\n${parts.seq}\n${parts.prev}\n`;
}

/** The body of `epoch.opened`: `key` is the raw public key in base64, `signature` of the statement by the key before it. */
export interface EpochBody {
  v: 1;
  number: number;
  origin: string;
  key: string;
  /** Why the key is new: the record's first, a new day, a restored workspace, or a lost private half. */
  cause: 'first' | 'day' | 'restore' | 'key-lost';
  signature: string | null;
}

const keyShape = /^[A-Za-z0-9+/]{43}=$/;
const blobShape = /^[A-Za-z0-9+/]{86}==$/;

/** The parts of an epoch body that signatures rest on, or null when it does not hold them. */
export function readEpoch(body: unknown): Pick<EpochBody, 'number' | 'origin' | 'key' | 'signature'> | null {
  if (typeof body !== 'object' || body === null) return null;
  const { number, origin, key, signature } = body as Partial<EpochBody>;
  if (!Number.isSafeInteger(number) || typeof origin !== 'string' || !readOrigin(origin)) return null;
  if (typeof key !== 'string' || !keyShape.test(key)) return null;
  if (signature !== null && !(typeof signature === 'string' && blobShape.test(signature))) return null;
  return { number: number!, origin, key, signature };
}

/** The raw public key (base64) that a `person.added` gives its person, or null. */
export function readSigningKey(body: unknown): string | null {
  const key = (body as { signingKey?: unknown } | null)?.signingKey;
  return typeof key === 'string' && keyShape.test(key) ? key : null;
}

/** Which entry a `signed` is about, and the Ed25519 signature (base64) over its raw hash; null when it holds none. */
export function readSigned(body: unknown): { seq: number; sig: string } | null {
  const { seq, sig } = (body ?? {}) as { seq?: unknown; sig?: unknown };
  return Number.isSafeInteger(seq) && typeof sig === 'string' && blobShape.test(sig) ? { seq: seq as number, sig } : null;
}

/** The numbers a purge entry names; an empty list when the body names none. */
export function purgedSeqs(body: unknown): number[] {
  const seqs = (body as { seqs?: unknown } | null)?.seqs;
  return Array.isArray(seqs) ? seqs.filter((seq): seq is number => Number.isSafeInteger(seq)) : [];
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What a letter prints of the head it rests on: the first 160 bits of the hash (64 hex digits) as 32 base32 characters. */
export function headCode(hash: string): string {
  let code = '';
  let bits = 0;
  let held = 0;
  for (const digit of hash.slice(0, 40)) {
    bits = (bits << 4) | Number.parseInt(digit, 16);
    held += 4;
    if (held < 5) continue;
    held -= 5;
    code += base32[(bits >> held) & 31];
    bits &= (1 << held) - 1;
  }
  return code;
}

const istOffsetMs = 19_800_000;

/** The IST calendar day an instant (milliseconds since 1970 UTC) falls on, as YYYY-MM-DD. */
export function istDay(ms: number): string {
  return new Date(ms + istOffsetMs).toISOString().slice(0, 10);
}
