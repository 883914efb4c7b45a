import { fileTypeFromBuffer } from 'file-type';
import { Fault } from '../../desk/faults.ts';
import { mailLimits } from './parsed.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The bytes of the message itself: without a byte order mark, blank lines and an mbox separator before the first
 * header. Lone carriage returns (old Macintosh files) become line feeds.
 * Faults: bad-input, naming what the file is, when it is not an e-mail message or larger than one may be.
 */
export async function messageBytes(file: Uint8Array): Promise<Uint8Array> {
  if (file.length > mailLimits.messageBytes) {
    throw notMail(`is larger than ${mailLimits.messageBytes / 1024 / 1024} MB, the most that one message may have`);
  }
  if (file.every(isBlank)) throw notMail('is empty');
  if (isUtf16(file)) throw notMail('is text saved as UTF-16, not an e-mail message; save the original message again as .eml');
  const message = withUnixLines(withoutPreface(file));
  if (!beginsWithHeaders(message)) throw notMail(await whatElse(file));
  return message;
}

function notMail(what: string): Fault {
  return new Fault('bad-input', `The file ${what}.`, { issues: [{ field: 'message', message: what }] });
}

function isBlank(byte: number): boolean {
  return byte <= 0x20;
}

/** UTF-16 shows itself by its mark, or by every second byte being zero as Latin letters have it. */
function isUtf16(file: Uint8Array): boolean {
  const [first, second] = file;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = file.subarray(0, 400);
  if (start.length < 4) return false;
  const zerosAt = (parity: number) => start.filter((byte, index) => index % 2 === parity && byte === 0).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  return Math.max(even, odd) > start.length * 0.4 && Math.min(even, odd) < start.length * 0.05;
}

function withoutPreface(file: Uint8Array): Uint8Array {
  let start = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf ? 3 : 0;
  while (file[start] === lineFeed || file[start] === carriageReturn) start += 1;
  while (/^>?From /.test(latin(file, start, 6))) {
    const end = file.indexOf(lineFeed, start);
    start = end < 0 ? file.length : end + 1;
  }
  return file.subarray(start);
}

function withUnixLines(message: Uint8Array): Uint8Array {
  if (message.includes(lineFeed) || !message.includes(carriageReturn)) return message;
  return message.map((byte) => (byte === carriageReturn ? lineFeed : byte));
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

const scannedHeaderBytes = 64 * 1024;
const headerLine = /^[!-9;-~]{1,100}[ \t]*:/;
const knownHeader =
  /^(?:from|to|cc|bcc|subject|date|sender|reply-to|received|return-path|delivered-to|message-id|in-reply-to|references|mime-version|content-type|content-transfer-encoding)[ \t]*:/i;

/** RFC 5322 headers: most lines before the first blank one look like headers, and one of them is a header that mail has. */
function beginsWithHeaders(message: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(message.subarray(0, scannedHeaderBytes));
  const lines = (/^[\s\S]*?(?=\r?\n\r?\n)/.exec(start)?.[0] ?? start.trimEnd()).split(/\r?\n/);
  const sound = lines.filter((line) => headerLine.test(line) || /^[ \t]/.test(line)).length;
  return sound >= lines.length * 0.7 && lines.some((line) => knownHeader.test(line));
}

/** File kinds by the name a person would use; keys are media types. */
const kindNames: Record<string, string> = {
  'image/jpeg': 'a JPEG picture',
  'image/png': 'a PNG picture',
  'image/gif': 'a GIF picture',
  'image/webp': 'a WebP picture',
  'application/pdf': 'a PDF document',
  'application/zip': 'a ZIP archive',
  'application/x-7z-compressed': 'a 7-Zip archive',
  'application/x-rar-compressed': 'a RAR archive',
  'application/gzip': 'a compressed file (gzip)',
  'application/rtf': 'an RTF document',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'an Excel workbook',
  'application/x-msdownload': 'a Windows program',
  'application/x-elf': 'a Linux program',
};

async function whatElse(file: Uint8Array): Promise<string> {
  const found = await sniff(file);
  if (found === 'application/x-cfb') {
    return 'is an Outlook message (.msg) or an old Office document, not an e-mail message; save it from Outlook as .eml';
  }
  if (found !== null) return `is ${kindNames[found] ?? familyName(found)}, not an e-mail message`;
  const start = new TextDecoder('utf-8').decode(file.subarray(0, 2_000)).trimStart().toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'is a web page (HTML), not an e-mail message';
  const isText = !/[\p{Cc}\ufffd]/u.test(start.replace(/\s/g, ''));
  return isText
    ? 'is plain text without the headers that every e-mail message begins with'
    : 'is not an e-mail message: it does not begin with the headers that every message has';
}

function familyName(mediaType: string): string {
  const family = mediaType.split('/')[0] ?? '';
  const names: Record<string, string> = { image: 'a picture', video: 'a video', audio: 'a sound recording', font: 'a font' };
  return `${names[family] ?? 'a file'} (${mediaType})`;
}

/** Types that file-type recognises by two letters alone ("BM", "MZ"), which also begin ordinary words. */
const weaklyMarked = new Set(['image/bmp', 'application/x-msdownload']);

/** The media type that the bytes show (file-type), or null when they show none. Never throws. */
export async function sniff(bytes: Uint8Array): Promise<string | null> {
  try {
    const found = (await fileTypeFromBuffer(bytes))?.mime ?? null;
    return found !== null && weaklyMarked.has(found) && !bytes.subarray(0, 512).includes(0) ? null : found;
  } catch {
    return null;
  }
}

const typesByEnding: Record<string, string> = { eml: 'message/rfc822', txt: 'text/plain', csv: 'text/csv', html: 'text/html' };

/** The media type of a file that a person chose: by its bytes, else by the ending of its name. */
export async function typeOfFile(bytes: Uint8Array, name: string): Promise<string> {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (await sniff(bytes)) ?? typesByEnding[ending] ?? 'application/octet-stream';
}
