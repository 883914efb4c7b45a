import { mailLimits } from './parsed.ts';

export interface MessageShape {
  /** Bytes before the blank line that ends the headers. */
  headerBytes: number;
  /** Lines that do not look like base64; the parser keeps an object for each of them. */
  textLines: number;
  /** Lines that open a part. Counted only when there are enough such lines to matter. */
  parts: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const dash = 0x2d;

/** Measures a message in one pass before it is parsed, because the parser has no limit on lines and parts. */
export function measureMessage(message: Uint8Array): MessageShape {
  let [textLines, dashed, headerBytes] = [0, 0, -1];
  for (const { start, end, hasSpace } of linesOf(message)) {
    if (headerBytes < 0 && isEmptyLine(message, start, end)) headerBytes = start;
    if (message[start] === dash && message[start + 1] === dash) dashed += 1;
    if (hasSpace || !looksEncoded(end - start, message[start] ?? 0)) textLines += 1;
  }
  const parts = dashed > mailLimits.parts ? countParts(message) : dashed;
  return { headerBytes: headerBytes < 0 ? message.length : headerBytes, textLines, parts };
}

/** Where each line begins and ends (before its line feed), and whether it holds a space. */
function* linesOf(message: Uint8Array): Generator<{ start: number; end: number; hasSpace: boolean }> {
  let nextSpace = message.indexOf(space);
  for (let start = 0; start < message.length; ) {
    const found = message.indexOf(lineFeed, start);
    const end = found < 0 ? message.length : found;
    // Looked for only when it has been passed: otherwise a message without spaces would be searched again for every line.
    if (nextSpace >= 0 && nextSpace < start) nextSpace = message.indexOf(space, start);
    yield { start, end, hasSpace: nextSpace >= 0 && nextSpace < end };
    start = end + 1;
  }
}

function isEmptyLine(message: Uint8Array, start: number, end: number): boolean {
  return end === start || (end === start + 1 && message[start] === carriageReturn);
}

/** Lines of base64 hold no space, are about as long as a mail line may be, and ASCII. */
function looksEncoded(length: number, firstByte: number): boolean {
  return length >= 60 && length <= 80 && firstByte < 0x80;
}

const boundaryParameter = /boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/gi;
const mostBoundaries = 5_000;

/** Lines that equal a declared boundary. Long rows of dashes in ordinary text are not parts. */
function countParts(message: Uint8Array): number {
  const text = new TextDecoder('latin1').decode(message);
  const boundaries = new Set<string>();
  for (const [, quoted, bare] of text.matchAll(boundaryParameter)) {
    boundaries.add(`--${quoted ?? bare}`);
    if (boundaries.size > mostBoundaries) return Number.POSITIVE_INFINITY;
  }
  let parts = 0;
  for (const [line] of text.matchAll(/^--[^\r\n]{1,200}/gm)) if (boundaries.has(line.trimEnd())) parts += 1;
  return parts;
}
