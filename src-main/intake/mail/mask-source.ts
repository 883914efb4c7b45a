import { decodeWords } from 'postal-mime';
import { maskAadhaarIn } from '../../identity/rules.ts';
import { fromQuotedPrintable, toBase64Lines, toHeaderValue, toQuotedPrintable } from './encodings.ts';
import { isReadableText, maskTextBytes } from './mask-bytes.ts';
import { mailLimits } from './parsed.ts';

/** A message source, one byte a sign (latin1), with what was masked in it. */
interface Source {
  raw: string;
  count: number;
}

/** Headers that people write into; in all others a number counts only where something names it. */
const written = /^(?:subject|from|to|cc|bcc|reply-to|sender|comments|keywords|organization|content-description)$/i;
const utf8 = (raw: string) => Buffer.from(raw, 'latin1').toString('utf8');

function maskField(field: string): Source {
  const [, name = '', value = ''] = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(field) ?? [];
  if (name === '') return maskRaw(field);
  const end = /\r?\n$/.exec(field)?.[0] ?? '';
  const unfolded = utf8(value)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
  const prefix = `${name}: `;
  const masked = maskAadhaarIn(prefix + decodeWords(unfolded), { strict: !written.test(name) });
  if (masked.count === 0) return { raw: field, count: 0 };
  return {
    raw: `${prefix}${toHeaderValue(masked.text.slice(prefix.length).replace(/[\r\n]+/g, ' '))}${end || '\r\n'}`,
    count: masked.count,
  };
}

function maskRaw(raw: string): Source {
  const masked = maskTextBytes(Buffer.from(raw, 'latin1'), { mediaType: 'text/plain', charset: null });
  return masked ? { raw: masked.bytes.toString('latin1'), count: masked.count } : { raw, count: 0 };
}

function maskHeaders(head: string): Source {
  const fields = head.match(/[^\n]*(?:\n[ \t][^\n]*)*\n?/g) ?? [];
  const masked = fields.filter((field) => field !== '').map(maskField);
  return { raw: masked.map(({ raw }) => raw).join(''), count: masked.reduce((sum, { count }) => sum + count, 0) };
}

interface Described {
  mediaType: string;
  charset: string | null;
  boundary: string | null;
  encoding: string;
}

function parameter(type: string, name: string): string | null {
  const [, quoted, bare] = new RegExp(`${name}\\*?\\s{0,9}=\\s{0,9}(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(type) ?? [];
  return quoted ?? bare ?? null;
}

function describe(head: string, fallback: string): Described {
  const unfolded = head.replace(/\r?\n(?=[ \t])/g, '');
  const field = (name: string) => new RegExp(`^${name}[ \\t]*:[ \\t]*([^\\r\\n]*)`, 'im').exec(unfolded)?.[1] ?? '';
  const type = field('content-type') || fallback;
  return {
    mediaType: (/^[^\s;]+/.exec(type)?.[0] ?? fallback).toLowerCase(),
    charset: parameter(type, 'charset'),
    boundary: parameter(type, 'boundary'),
    encoding: field('content-transfer-encoding').trim().toLowerCase(),
  };
}

function decode(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : Buffer.from(body, 'latin1');
}

function encode(bytes: Buffer, encoding: string): string {
  if (encoding === 'base64') return toBase64Lines(bytes);
  return encoding === 'quoted-printable' ? toQuotedPrintable(bytes) : bytes.toString('latin1');
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

/** What happens to the leaf parts of a message: the masked bytes, or null where the part stays as it is. */
type LeafEdit = (bytes: Buffer, type: Described) => { bytes: Buffer; count: number } | null;

const maskLeaf: LeafEdit = (bytes, type) => (isReadableText(bytes, type.mediaType) ? maskTextBytes(bytes, type) : null);

interface Walk {
  edit: LeafEdit;
  /** Masks headers, preambles and what cannot be taken apart. */
  hasText: boolean;
}

function walkLeaf(body: string, type: Described, { edit }: Walk): Source & { isUtf8: boolean } {
  const edited = edit(decode(body, type.encoding), type);
  return edited ? { raw: encode(edited.bytes, type.encoding), count: edited.count, isUtf8: true } : { raw: body, count: 0, isUtf8: false };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function walkMultipart(body: string, boundary: string, walk: Walk, depth: number, fallback: string): Source {
  const lines = new RegExp(`(^|\\n)(--${escaped(boundary)}(?:--)?[ \\t]*(?:\\r?\\n|$))`, 'g');
  let [upto, raw, count, isInside] = [0, '', 0, false];
  const take = (text: string) => {
    const source = isInside ? walkEntity(text, walk, depth + 1, fallback) : walk.hasText ? maskRaw(text) : { raw: text, count: 0 };
    raw += source.raw;
    count += source.count;
  };
  for (const match of body.matchAll(lines)) {
    const start = match.index + (match[1]?.length ?? 0);
    take(body.slice(upto, start));
    raw += match[2];
    upto = match.index + match[0].length;
    isInside = !match[2]?.trimEnd().endsWith(`${boundary}--`);
  }
  take(body.slice(upto));
  return { raw, count };
}

function withUtf8(head: string): string {
  return head.replace(/(charset\*?\s{0,9}=\s{0,9})(?:"[^"]{1,200}"|[^\s;"]{1,200})/i, '$1utf-8');
}

function walkEntity(raw: string, walk: Walk, depth: number, fallback = 'text/plain'): Source {
  // Beyond this depth the parser reads nothing apart either.
  if (depth > mailLimits.nestingDepth) return walk.hasText ? maskRaw(raw) : { raw, count: 0 };
  const end = /^\r?\n|\r?\n\r?\n/.exec(raw);
  const cut = end ? end.index + end[0].length : raw.length;
  const [head, body] = [raw.slice(0, cut), raw.slice(cut)];
  const type = describe(head, fallback);
  const headers = walk.hasText ? maskHeaders(head) : { raw: head, count: 0 };
  if (type.mediaType.startsWith('multipart/') && type.boundary !== null) {
    const inner = type.mediaType === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const parts = walkMultipart(body, type.boundary, walk, depth, inner);
    return { raw: headers.raw + parts.raw, count: headers.count + parts.count };
  }
  if (type.mediaType === 'message/rfc822' || type.mediaType === 'message/global') {
    const inner = walkEntity(decode(body, type.encoding).toString('latin1'), walk, depth + 1);
    const rewritten = inner.count === 0 ? body : encode(Buffer.from(inner.raw, 'latin1'), type.encoding);
    return { raw: headers.raw + rewritten, count: headers.count + inner.count };
  }
  const leaf = walkLeaf(body, type, walk);
  return { raw: (leaf.isUtf8 ? withUtf8(headers.raw) : headers.raw) + leaf.raw, count: headers.count + leaf.count };
}

/**
 * The source of a message with every Aadhaar number masked where it stands: in headers (encoded words too), in texts
 * whatever their transfer encoding, in messages within the message. Parts without one keep their bytes. `count` is how many.
 */
export function maskSource(bytes: Uint8Array): { bytes: Buffer; count: number } {
  const { raw, count } = walkEntity(latin(bytes), { edit: maskLeaf, hasText: true }, 0);
  return { bytes: Buffer.from(raw, 'latin1'), count };
}

/** The parts of a message whose text no program reads: pictures, documents, archives. */
export function unreadableParts(bytes: Uint8Array): Buffer[] {
  const found: Buffer[] = [];
  const edit: LeafEdit = (part, type) => {
    if (part.length > 0 && !isReadableText(part, type.mediaType)) found.push(part);
    return null;
  };
  walkEntity(latin(bytes), { edit, hasText: false }, 0);
  return found;
}

/**
 * The source of a message without the content of some of its parts: `isGone` is asked with the bytes of each part. In its
 * place stands `notice`. Answers how many were taken out.
 */
export function withoutParts(bytes: Uint8Array, isGone: (part: Buffer) => boolean, notice: string): { bytes: Buffer; count: number } {
  const edit: LeafEdit = (part) => (isGone(part) ? { bytes: Buffer.from(notice, 'utf8'), count: 1 } : null);
  const { raw, count } = walkEntity(latin(bytes), { edit, hasText: false }, 0);
  return { bytes: Buffer.from(raw, 'latin1'), count };
}
