import PostalMime, { type Email } from 'postal-mime';
import { guessLanguage } from '../rules/receipt.ts';
import { readAttachments } from './attachments.ts';
import { type MailBody, readBody, showText } from './body.ts';
import { type Headers, headersOf, readFlags, readIds, readPeople, readSubject, readTimes } from './headers.ts';
import { mailLimits, type ParsedMail } from './parsed.ts';
import { messageBytes } from './recognise.ts';
import { type MessageShape, measureMessage } from './shape.ts';

/**
 * Reads one message (RFC 5322 with MIME). Hostile and broken messages are read as far as they go, and `warnings` says
 * what is odd; nothing is fetched or run. Messages within the message stay attachments.
 * Faults: bad-input when the bytes are not a message (the sentence names what they are) or exceed 50 MB.
 */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const message = await messageBytes(bytes);
  const warnings: string[] = [];
  const shape = measureMessage(message);
  const { email, body } = await readParts(message, shape, warnings);
  const headers = headersOf(email);
  const people = readPeople(headers, warnings);
  const subject = readSubject(headers, warnings);
  const times = readTimes(headers, warnings);
  const attachments = await readAttachments(email.attachments, warnings);
  if (body.text === '') warnings.push(emptyBody(headers, body.hasHtml, attachments.length));
  return {
    messageId: readIds(headers.first('message-id'))[0] ?? null,
    inReplyTo: readIds(headers.first('in-reply-to'))[0] ?? null,
    references: readIds(headers.first('references')),
    ...people,
    subject,
    ...body,
    ...times,
    attachments,
    warnings: [...new Set(warnings)],
    language: guessLanguage(`${subject}\n${body.text}`),
    ...readFlags(headers, people.from),
  };
}

interface Parts {
  email: Email;
  body: MailBody;
}

/** The parts of the message, or, where they cannot be had, its headers with its source as the text. */
async function readParts(message: Uint8Array, shape: MessageShape, warnings: string[]): Promise<Parts> {
  const beyond = beyondLimits(shape);
  if (beyond !== null) return readSource(message, shape, beyond, warnings);
  try {
    const email = await PostalMime.parse(message, {
      forceRfc822Attachments: true,
      maxNestingDepth: mailLimits.nestingDepth,
      maxHeadersSize: mailLimits.headerBytes,
    });
    const lost = lostParts(email, message, shape);
    if (lost !== null) return readSource(message, shape, lost, warnings);
    return { email, body: readBody(email, warnings) };
  } catch {
    // The parser throws on nesting and header limits only; whatever else it may throw is answered in the same way.
    return readSource(message, shape, 'The parts of the message could not be told apart: they are nested too deep or broken', warnings);
  }
}

function beyondLimits({ headerBytes, textLines, parts }: MessageShape): string | null {
  if (headerBytes > mailLimits.headerBytes) return 'The headers of the message are too long to be read in full';
  if (parts > mailLimits.parts) return `The message has more than ${mailLimits.parts.toLocaleString('en-IN')} parts`;
  return textLines > mailLimits.textLines ? 'The message has too many lines to be taken apart' : null;
}

const boundaryParameter = /boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;

/** Why nothing came out of a message although something is in it, or null when that is as it should be. */
function lostParts(email: Email, message: Uint8Array, { headerBytes }: MessageShape): string | null {
  if (email.text !== undefined || email.html !== undefined || email.attachments.length > 0) return null;
  if (message.subarray(headerBytes).every((byte) => byte <= 0x20)) return null;
  const type = headersOf(email).first('content-type') ?? '';
  if (!/^\s*multipart\//i.test(type)) return 'The text of the message could not be decoded';
  const [, quoted, bare] = boundaryParameter.exec(type) ?? [];
  const boundary = quoted ?? bare;
  if (boundary !== undefined && Buffer.from(message.buffer, message.byteOffset, message.length).includes(`--${boundary}`, headerBytes))
    return null;
  return 'The message says that it has several parts, but the marks between them are missing';
}

const shownSourceBytes = 700_000;
const shownHeaderBytes = 200_000;

async function readSource(message: Uint8Array, { headerBytes }: MessageShape, reason: string, warnings: string[]): Promise<Parts> {
  warnings.push(`${reason}; its source is shown instead, and its attachments are in the original only.`);
  const email = await PostalMime.parse(message.subarray(0, Math.min(headerBytes, shownHeaderBytes)));
  const source = new TextDecoder('utf-8').decode(message.subarray(headerBytes, headerBytes + shownSourceBytes));
  const body = { ...showText(source, warnings), hasHtml: false };
  if (message.length - headerBytes > shownSourceBytes)
    Object.assign(body, { textTruncated: true, textLength: message.length - headerBytes });
  return { email: { ...email, attachments: [] }, body };
}

function emptyBody(headers: Headers, hasHtml: boolean, attachments: number): string {
  const type = headers.first('content-type') ?? '';
  if (/^\s*multipart\/encrypted|pkcs7-mime/i.test(type)) return 'The message is encrypted; the desk cannot read its text.';
  if (hasHtml) return 'The formatted text of the message holds no words that can be shown.';
  return attachments > 0 ? 'The message has no text of its own; see its attachments.' : 'The message has no text.';
}
