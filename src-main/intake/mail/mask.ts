import { createHash } from 'node:crypto';
import { maskAadhaarIn } from '../../identity/rules.ts';
import { isReadableText, maskTextBytes } from './mask-bytes.ts';
import { maskSource, unreadableParts } from './mask-source.ts';
import { parseMail } from './parse.ts';
import type { MailAddress, MailAttachment, ParsedMail } from './parsed.ts';

/** What masking made of a message. */
export interface MailMask {
  /** How many Aadhaar numbers were found; where there was none, the message is as it came. */
  count: number;
  /** The message to keep in place of the original: null where the original may be kept. */
  original: Uint8Array | null;
  /** The source could not be masked where the numbers stand, so that only its texts are kept. */
  isRewritten: boolean;
}

/** An attachment, and whether a person has to say first if it shows an Aadhaar number: no program can read it. */
export type ReadAttachment = MailAttachment & { mustWait: boolean };

export interface ReadMail extends ParsedMail {
  attachments: ReadAttachment[];
  masked: MailMask;
}

/** Counts while it masks. */
function masker() {
  let count = 0;
  const text = (value: string, strict = false): string => {
    const masked = maskAadhaarIn(value, { strict });
    count += masked.count;
    return masked.text;
  };
  return { text, add: (more: number) => (count += more), count: () => count };
}
type Masker = ReturnType<typeof masker>;

/** The bytes of a file as they may be kept: a text with its Aadhaar numbers masked, anything else as it is. */
export function maskFile(bytes: Uint8Array, mediaType: string): { bytes: Uint8Array; count: number } {
  if (!isReadableText(bytes, mediaType)) return { bytes, count: 0 };
  const masked = mediaType === 'message/rfc822' ? maskSource(bytes) : maskTextBytes(bytes, { mediaType, charset: null });
  return masked ?? { bytes, count: 0 };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function maskAttachment(found: MailAttachment, mask: Masker): MailAttachment {
  const name = mask.text(found.name);
  const masked = maskFile(found.bytes, found.mediaType === 'message/rfc822' ? found.mediaType : (found.sniffedType ?? found.mediaType));
  if (masked.count === 0) return { ...found, name };
  mask.add(masked.count);
  return { ...found, name, bytes: masked.bytes, sha256: sha256(masked.bytes) };
}

function maskParsed(mail: ParsedMail): { mail: ParsedMail; count: number } {
  const mask = masker();
  const address = ({ name, email }: MailAddress): MailAddress => ({ name: mask.text(name), email: mask.text(email) });
  const one = (found: MailAddress | null) => (found === null ? null : address(found));
  const id = (text: string) => mask.text(text, true);
  const masked: ParsedMail = {
    ...mail,
    messageId: mail.messageId === null ? null : id(mail.messageId),
    inReplyTo: mail.inReplyTo === null ? null : id(mail.inReplyTo),
    references: mail.references.map(id),
    from: one(mail.from),
    replyTo: one(mail.replyTo),
    to: mail.to.map(address),
    cc: mail.cc.map(address),
    subject: mask.text(mail.subject),
    text: mask.text(mail.text),
    warnings: mail.warnings.map((warning) => maskAadhaarIn(warning).text),
    attachments: mail.attachments.map((part) => maskAttachment(part, mask)),
  };
  return { mail: masked, count: mask.count() };
}

/** What is kept where a source hides a number too well: the texts that the desk shows, as a message. */
function rewritten(mail: ParsedMail): Buffer {
  const oneLine = (text: string) => text.replace(/[\r\n]+/g, ' ');
  const from = mail.from ? `${oneLine(mail.from.name)} <${oneLine(mail.from.email)}>` : '';
  const lines = [
    `From: ${from}`,
    `Subject: ${oneLine(mail.subject)}`,
    ...(mail.dateHeader === null ? [] : [`Date: ${mail.dateHeader}`]),
    ...(mail.messageId === null ? [] : [`Message-ID: <${oneLine(mail.messageId)}>`]),
    'Content-Type: text/plain; charset=utf-8',
    'X-Nivaran-Rewritten: an Aadhaar number stood where it could not be masked, so the texts alone were kept',
    '',
    mail.text,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}

/** The masked source, if nothing can be found in it any more, whichever way it is read. */
async function provenSource(bytes: Uint8Array): Promise<Buffer | null> {
  const source = maskSource(bytes);
  if (maskSource(source.bytes).count > 0) return null;
  try {
    return maskParsed(await parseMail(source.bytes)).count === 0 ? source.bytes : null;
  } catch {
    // What can no longer be read as a message is not kept as one.
    return null;
  }
}

const maskedWarning = (count: number) =>
  count === 1
    ? 'The message held an Aadhaar number; it was masked before anything was stored, in the original too.'
    : `The message held ${count.toLocaleString('en-IN')} Aadhaar numbers; they were masked before anything was stored, in the original too.`;

/**
 * Whether a person has to say first if a file shows an Aadhaar number: no program can read it, or in a message some part of it.
 * `sniffedType` is what its bytes say it is, if anything.
 */
export function mustWait({ bytes, mediaType, sniffedType }: Pick<MailAttachment, 'bytes' | 'mediaType' | 'sniffedType'>): boolean {
  if (bytes.length === 0) return false;
  return mediaType === 'message/rfc822' ? unreadableParts(bytes).length > 0 : !isReadableText(bytes, sniffedType ?? mediaType);
}

/**
 * Reads a message and masks every Aadhaar number in it, so that none leaves this function: in what is shown, in text
 * attachments and in the source that is kept as the original. Faults: as parseMail.
 */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const parsed = maskParsed(await parseMail(bytes));
  const inSource = maskSource(bytes).count;
  const count = Math.max(parsed.count, inSource);
  const attachments = parsed.mail.attachments.map((part) => ({ ...part, mustWait: mustWait(part) }));
  if (count === 0) return { ...parsed.mail, attachments, masked: { count, original: null, isRewritten: false } };
  const proven = await provenSource(bytes);
  const mail = { ...parsed.mail, attachments, warnings: [...parsed.mail.warnings, maskedWarning(count)] };
  return { ...mail, masked: { count, original: proven ?? rewritten(parsed.mail), isRewritten: proven === null } };
}
