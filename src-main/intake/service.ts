import { createHash } from 'node:crypto';
import { longestFormText, type Platform } from '../cases/contract.ts';
import { receiveCase } from '../cases/index.ts';
import { currentProfile } from '../desk/adopted.ts';
import { keepKeys, type StoredAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import type { ParsedMail } from './mail/parsed.ts';
import { chooseReceipt } from './rules.ts';
import type { FailedSource, MailSource } from './sources.ts';
import { caseOfMail, caseOfThread } from './store.ts';

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
}

function cut(text: string, longest: number): string {
  const flat = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return flat.length <= longest
    ? flat
    : `${flat
        .slice(0, longest - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`;
}

function complainantOf(mail: ParsedMail): Record<string, string> {
  const name = cut(mail.from?.name ?? '', 200);
  const email = cut(mail.from?.email ?? '', 320);
  return { ...(name ? { name } : {}), ...(email ? { email } : {}), language: mail.language };
}

/** The original first, then its parts, each under its own key. */
function storeParts(desk: Desk, source: MailSource, mail: ParsedMail): StoredAttachment[] {
  const original = storeAttachment(desk, source.bytes, {
    purpose: 'mail-original',
    name: cut(source.source, 200),
    mediaType: 'message/rfc822',
  });
  const parts = mail.attachments.map((part) =>
    storeAttachment(desk, part.bytes, {
      purpose: 'mail-part',
      name: cut(part.name, 200) || 'part',
      mediaType: part.sniffedType ?? part.mediaType,
    }),
  );
  return [original, ...parts];
}

function mailBody(sha256: string, mail: ParsedMail, stored: StoredAttachment[], batch: string) {
  return {
    sha256,
    messageId: mail.messageId,
    attachments: stored.map((one) => one.fact),
    warnings: mail.warnings,
    textTruncated: mail.textTruncated,
    batch,
  };
}

function newCaseOf(mail: ParsedMail, options: ImportOptions, receivedAt: string) {
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

/** Makes a case of one message, or links it to the case of its thread. The same file twice is passed over. */
async function importOne(desk: Desk, source: MailSource, options: ImportOptions, answer: ImportAnswer): Promise<void> {
  const sha256 = createHash('sha256').update(source.bytes).digest('hex');
  if (caseOfMail(desk.db, sha256)) {
    answer.skipped += 1;
    return;
  }
  const mail = await desk.pool.run('mail', source.bytes, options.signal ? { signal: options.signal } : {});
  const receipt = chooseReceipt({ topReceived: mail.topReceived, dateHeader: mail.dateHeader, importedAt: nowOf(desk) });
  const thread = caseOfThread(
    desk.db,
    [mail.messageId, mail.inReplyTo, ...mail.references].filter((id): id is string => id !== null),
  );
  const stored = storeParts(desk, source, mail);
  const body = mailBody(sha256, mail, stored, answer.batch);
  write(desk, ['queue'], () => {
    keepKeys(desk, stored);
    if (thread) {
      post(desk, {
        kind: 'mail.linked',
        subject: `case:${thread}`,
        body: { ...body, receivedAt: receipt.receivedAt, subject: cut(mail.subject, 300), text: mail.text },
      });
      answer.linked += 1;
      return;
    }
    const arrival = { receivedFrom: receipt.receivedFrom, confirmReceipt: receipt.confirm, links: [], mail: body };
    answer.refs.push(receiveCase(desk, newCaseOf(mail, options, receipt.receivedAt), arrival));
    answer.created += 1;
  });
}

/**
 * Makes cases of messages, one transaction a message, so that a bad one loses none of the others.
 * Faults: bad-input when the platform is not served; cancelled between two messages (what was made stays).
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
    const isContent = error instanceof Fault && (error.code === 'bad-input' || error.code === 'refused');
    if (!isContent) throw error;
    answer.failed.push({ source: source.source, reason: error.message });
  }
}
