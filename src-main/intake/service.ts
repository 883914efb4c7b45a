import { createHash } from 'node:crypto';
import { longestFormText, type Platform } from '../cases/contract.ts';
import { readCaseFile, receiveCase } from '../cases/index.ts';
import { currentProfile } from '../desk/adopted.ts';
import { keepKeys, type StoredAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { Fault, type FaultCode } from '../desk/faults.ts';
import { maskAadhaarIn } from '../identity/rules.ts';
import type { ReadMail } from './mail/mask.ts';
import { chooseReceipt } from './rules.ts';
import type { FailedSource, MailSource } from './sources.ts';
import { caseOfMail, casesOfThread } from './store.ts';

/** The account of an import, as the command line and the window show it. */
export interface ImportAnswer {
  read: number;
  created: number;
  linked: number;
  skipped: number;
  failed: FailedSource[];
  batch: string;
  refs: string[];
}

export interface ImportOptions {
  platform: Platform;
  historical?: boolean;
  /** Told after each message how many are done. */
  onProgress?: (done: number) => void;
  signal?: AbortSignal;
  /** Writes down, without its text, an error that nobody foresaw, under the id that the failed entry names. */
  incident?: (id: string, error: unknown) => void;
}

/** Faults of the desk and not of one message: they end an import. */
const endingFaults: FaultCode[] = ['cancelled', 'disk-full', 'read-only', 'locked', 'clock-moved', 'not-allowed'];

function cut(text: string, longest: number): string {
  const flat = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return flat.length <= longest
    ? flat
    : `${flat
        .slice(0, longest - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

function complainantOf(mail: ReadMail): Record<string, string> {
  const name = cut(mail.from?.name ?? '', 200);
  const email = cut(mail.from?.email ?? '', 320);
  return { ...(name ? { name } : {}), ...(email ? { email } : {}), language: mail.language };
}

/** The message to keep: as it came, or with its Aadhaar numbers masked. */
const keptBytes = (source: MailSource, mail: ReadMail) => mail.masked.original ?? source.bytes;

/** The original first, then its parts, each under its own key. What no program can read waits until a person has looked. */
function storeParts(desk: Desk, source: MailSource, mail: ReadMail): StoredAttachment[] {
  const original = storeAttachment(desk, keptBytes(source, mail), {
    purpose: 'mail-original',
    name: cut(maskAadhaarIn(source.source).text, 200),
    mediaType: 'message/rfc822',
    quarantine: mail.attachments.some((part) => part.mustWait) ? 'waiting' : null,
  });
  const parts = mail.attachments.map((part) =>
    storeAttachment(desk, part.bytes, {
      purpose: 'mail-part',
      name: cut(part.name, 200) || 'part',
      mediaType: part.sniffedType ?? part.mediaType,
      quarantine: part.mustWait ? 'waiting' : null,
    }),
  );
  return [original, ...parts];
}

function mailBody(sha256: string, mail: ReadMail, stored: StoredAttachment[], batch: string) {
  return {
    sha256,
    messageId: mail.messageId,
    attachments: stored.map((one) => one.fact),
    warnings: mail.warnings,
    textTruncated: mail.textTruncated,
    aadhaarMasked: mail.masked.count,
    isRewritten: mail.masked.isRewritten,
    batch,
  };
}

function newCaseOf(mail: ReadMail, options: ImportOptions, receivedAt: string) {
  return {
    platform: options.platform,
    kind: 'unsorted' as const,
    receivedAt,
    historical: options.historical ?? false,
    lateReason: 'Imported from mail',
    channel: 'email' as const,
    complainant: complainantOf(mail),
    subject: cut(mail.subject, 300) || '(no subject)',
    text: mail.text.slice(0, longestFormText),
    facts: {},
    items: [],
  };
}

const sameAddress = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a.trim().toLowerCase() === b.trim().toLowerCase();

/** The case that a thread's case goes on as, after one or more reclassifications; itself where there was none. */
function whereItWentOn(desk: Desk, ref: string): string {
  const next = readCaseFile(desk.db, ref)?.links.find(({ as }) => as === 'continued-by');
  return next === undefined ? ref : whereItWentOn(desk, next.ref);
}

/**
 * Where a message of a known thread belongs: to an open case of the same complainant, or to a new case that continues the
 * thread's. What comes after the end, or from somebody else, must not pass by unread in the file of another matter.
 */
function placeInThread(desk: Desk, mail: ReadMail): { linkTo: string | null; continues: string | null } {
  const ids = [mail.messageId, mail.inReplyTo, ...mail.references].filter((id): id is string => id !== null);
  const refs = [...new Set(casesOfThread(desk.db, ids).map((ref) => whereItWentOn(desk, ref)))];
  const linkTo = refs.find((ref) => {
    const file = readCaseFile(desk.db, ref);
    return file !== null && file.state !== 'closed' && sameAddress(file.complainant.email, complainantOf(mail)['email']);
  });
  return { linkTo: linkTo ?? null, continues: refs[0] ?? null };
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Makes a case of one message, or links it to the case of its thread. The same file twice is passed over. */
async function importOne(desk: Desk, source: MailSource, options: ImportOptions, answer: ImportAnswer): Promise<void> {
  if (caseOfMail(desk.db, sha256Of(source.bytes))) {
    answer.skipped += 1;
    return;
  }
  const mail = await desk.pool.run('mail', source.bytes, options.signal ? { signal: options.signal } : {});
  // Of what is kept, never of what came: from a hash of the whole and its masked copy the number could be found again.
  const sha256 = sha256Of(keptBytes(source, mail));
  if (caseOfMail(desk.db, sha256)) {
    answer.skipped += 1;
    return;
  }
  const receipt = chooseReceipt({ topReceived: mail.topReceived, dateHeader: mail.dateHeader, importedAt: nowOf(desk) });
  const stored = storeParts(desk, source, mail);
  const body = mailBody(sha256, mail, stored, answer.batch);
  const topics = ['queue'];
  const refs: string[] = [];
  const made = write(desk, topics, (): keyof Pick<ImportAnswer, 'created' | 'linked' | 'skipped'> => {
    // Another import may have taken the same file while this one was read.
    if (caseOfMail(desk.db, sha256)) return 'skipped';
    keepKeys(desk, stored);
    const { linkTo, continues } = placeInThread(desk, mail);
    if (linkTo !== null) {
      post(desk, {
        kind: 'mail.linked',
        subject: `case:${linkTo}`,
        body: { ...body, receivedAt: receipt.receivedAt, subject: cut(mail.subject, 300), text: mail.text },
      });
      topics.push(`case:${linkTo}`);
      return 'linked';
    }
    const links = continues === null ? [] : [{ ref: continues, as: 'continues' }];
    const arrival = { receivedFrom: receipt.receivedFrom, confirmReceipt: receipt.confirm, links, mail: body };
    const ref = receiveCase(desk, newCaseOf(mail, options, receipt.receivedAt), arrival);
    topics.push(`case:${ref}`);
    refs.push(ref);
    return 'created';
  });
  answer[made] += 1;
  answer.refs.push(...refs);
}

/**
 * Makes cases of messages, one transaction a message, so that a bad one loses none of the others.
 * Faults: bad-input when the platform is not served; cancelled between two messages (what was made stays); disk-full,
 * read-only, locked, clock-moved, not-allowed, which would stop every other message too.
 */
export async function importMail(desk: Desk, sources: Iterable<MailSource | FailedSource>, options: ImportOptions): Promise<ImportAnswer> {
  currentProfile(desk.db, options.platform);
  const answer: ImportAnswer = { read: 0, created: 0, linked: 0, skipped: 0, failed: [], batch: `batch:${desk.ids.id(12)}`, refs: [] };
  for (const source of sources) {
    if (options.signal?.aborted)
      throw new Fault('cancelled', `The import was stopped after ${answer.read} messages; what was made stays.`, { ...answer });
    answer.read += 1;
    if ('reason' in source) answer.failed.push(source);
    else await importOrNote(desk, source, options, answer);
    options.onProgress?.(answer.read);
  }
  return answer;
}

async function importOrNote(desk: Desk, source: MailSource, options: ImportOptions, answer: ImportAnswer): Promise<void> {
  try {
    await importOne(desk, source, options, answer);
  } catch (error) {
    if (!desk.db.open) throw new Fault('locked', `The workspace was locked after ${answer.read - 1} messages; what was made stays.`);
    if (error instanceof Fault && endingFaults.includes(error.code)) throw error;
    answer.failed.push({ source: source.source, reason: reasonOf(desk, error, options) });
  }
}

function reasonOf(desk: Desk, error: unknown, options: ImportOptions): string {
  if (error instanceof Fault) return error.message;
  const incident = desk.ids.id(8);
  options.incident?.(incident, error);
  return `The message could not be read (incident ${incident}).`;
}
