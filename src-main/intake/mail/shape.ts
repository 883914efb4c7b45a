import { mailLimits } from './parsed.ts';

export interface MessageShape {
  /** Bytes before the blank line that ends the headers. */
  headerBytes: number;
  lines: number;
  /** Lines that open a part. Counted only when there are enough such lines to matter. */
  parts: number;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;

/** Measures a message in one pass before it is parsed, because the parser has no limit on lines and parts. */
export function measureMessage(message: Uint8Array): MessageShape {
  let [lines, dashed, headerBytes, start] = [0, 0, -1, 0];
  while (start < message.length) {
    const found = message.indexOf(lineFeed, start);
    const end = found < 0 ? message.length : found;
    const isEmpty = end === start || (end === start + 1 && message[start] === carriageReturn);
    if (isEmpty && headerBytes < 0) headerBytes = start;
    if (message[start] === dash && message[start + 1] === dash) dashed += 1;
    lines += 1;
    start = end + 1;
  }
  const parts = dashed > mailLimits.parts ? countParts(message) : dashed;
  return { headerBytes: headerBytes < 0 ? message.length : headerBytes, lines, parts };
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
