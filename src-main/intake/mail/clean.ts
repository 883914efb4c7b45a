// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const controlsInText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
const controlsInLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;
/** Embeddings, overrides and isolates. The plain marks U+200E and U+200F stay: Urdu needs them, and they cannot disguise a name. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/gu;
const overrides = /[\u202d\u202e]/u;

export interface Cleaned {
  text: string;
  /** How many control characters were taken out. */
  removed: number;
}

/** Running text as the case file accepts it: \n line ends, no control characters but tab, no half surrogate pairs. */
export function cleanText(raw: string): Cleaned {
  let removed = 0;
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(/^\ufeff/, '')
    .replace(controlsInText, () => {
      removed += 1;
      return '';
    })
    .toWellFormed();
  return { text, removed };
}

/** One line as the case file accepts it: trimmed, no control or direction characters, at most `longest` UTF-16 units. */
export function cleanLine(raw: string, longest: number): Cleaned {
  let removed = 0;
  const count = (replacement: string) => (run: string) => {
    removed += run.length;
    return replacement;
  };
  // Folded headers legally hold tabs; they are white space, not something to report.
  const text = raw.replace(/\t/g, ' ').replace(controlsInLine, count(' ')).replace(directionControls, count('')).toWellFormed();
  return { text: cutAtCharacter(text.replace(/ {2,}/g, ' ').trim(), longest).trimEnd(), removed };
}

export function hasDirectionOverride(text: string): boolean {
  return overrides.test(text);
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const tailLength = 400;

/**
 * The longest beginning of `text` within `limit` UTF-16 units that ends between two characters as a reader sees them
 * (a Hindi syllable is several code points). Where no such end is near, it ends between two code points.
 */
export function cutAtCharacter(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = startOfCodePoint(text, Math.max(0, limit - tailLength));
  // Looking a little past the limit tells whether the character there goes on.
  const tail = text.slice(start, startOfCodePoint(text, limit + tailLength));
  let end = -1;
  for (const { index } of characters.segment(tail)) {
    if (start + index > limit) break;
    end = start + index;
  }
  return text.slice(0, end > start ? end : startOfCodePoint(text, limit));
}

function startOfCodePoint(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return index > 0 && unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}

/** The 27 places where windows-1252 differs from Latin-1, 0x80 upwards; 0 where it has no character of its own. */
const specials1252 =
  '\u20ac\u0000\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u0000\u017d\u0000\u0000\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u0000\u017e\u0178';

/** The byte that windows-1252 writes for a UTF-16 unit, or -1. */
function byteOf1252(unit: number): number {
  if (unit < 0x100) return unit;
  const index = specials1252.indexOf(String.fromCharCode(unit));
  return index < 0 ? -1 : 0x80 + index;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Undoes a wrong label: text that was UTF-8 but was read as windows-1252 or Latin-1 ("à¤¨" for "न"). Works line by
 * line; a line that is not UTF-8 in disguise stays as it is. Answers how many lines were mended.
 */
export function mendWrongLabel(text: string): { text: string; mended: number } {
  let mended = 0;
  const lines = text.split('\n').map((line) => {
    const better = mendLine(line);
    if (better === null) return line;
    mended += 1;
    return better;
  });
  return mended === 0 ? { text, mended } : { text: lines.join('\n'), mended };
}

function mendLine(line: string): string | null {
  if (!/[\u00c2-\u00f4]/.test(line)) return null;
  const bytes = new Uint8Array(line.length);
  for (let index = 0; index < line.length; index += 1) {
    const byte = byteOf1252(line.charCodeAt(index));
    if (byte < 0) return null;
    bytes[index] = byte;
  }
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}
