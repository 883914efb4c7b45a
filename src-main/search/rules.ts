const digits = /[\u0966-\u096F]/g;

/**
 * Text as the index keeps it and as a query is asked: NFC, joiners dropped, Devanagari digits folded, lower case.
 * Both sides pass through here, or words that look alike would not meet.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200c\u200d]/g, '')
    .replace(digits, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x0966 + 48))
    .toLowerCase();
}

/** An FTS5 query of quoted words, all of which must stand in the case; the last may be unfinished. Null when there is no word. */
export function toQuery(text: string): string | null {
  const words = fold(text).match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return null;
  return words.map((word, n) => `"${word}"${n === words.length - 1 ? '*' : ''}`).join(' ');
}
