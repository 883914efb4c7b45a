import type { FileToRedact, Region, TextRange } from '../contract/redaction.ts';

/** What stands where text was. Always the same length: the length of a name tells of the name. */
export const takenOut = '██████';

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'];
const texts = ['text/plain', 'text/csv', 'text/tab-separated-values', 'text/markdown', 'application/json'];

/** How parts can be taken out of a file of this type; null where the desk cannot. */
export function redactionWay(mediaType: string): FileToRedact['content']['way'] | null {
  const [type = ''] = mediaType.toLowerCase().split(';');
  const plain = type.trim();
  if (plain === 'application/pdf') return 'pdf';
  if (pictures.includes(plain)) return 'picture';
  return texts.includes(plain) ? 'text' : null;
}

/** Ranges in order, with those that touch or overlap as one. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from);
  const whole: TextRange[] = [];
  for (const range of sorted) {
    const last = whole.at(-1);
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else whole.push({ ...range });
  }
  return whole;
}

/** Half a sign of two units would be left behind as a broken one: such a range takes the whole sign. */
function wholeSigns(text: string, { from, to }: TextRange): TextRange {
  const isLow = (at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));
  return { from: isLow(from) ? from - 1 : from, to: isLow(to) ? to + 1 : to };
}

/**
 * A text without the parts named, each replaced by the same six blocks. Answers null where a part lies outside of the text or ends
 * before it begins.
 */
export function takeOutText(text: string, ranges: readonly TextRange[]): { text: string; parts: number } | null {
  if (ranges.some(({ from, to }) => from >= to || to > text.length)) return null;
  const gone = joined(ranges.map((range) => wholeSigns(text, range)));
  let rest = '';
  let at = 0;
  for (const { from, to } of gone) {
    rest += text.slice(at, from) + takenOut;
    at = to;
  }
  return { text: rest + text.slice(at), parts: gone.length };
}

/** The pixels of a page that a region covers, every one that it touches: left, top, right, bottom, the last two not included. */
export function pixelsOf({ x, y, width, height }: Region, size: { width: number; height: number }) {
  const edge = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return {
    left: edge(Math.floor(x * size.width), size.width),
    top: edge(Math.floor(y * size.height), size.height),
    right: edge(Math.ceil((x + width) * size.width), size.width),
    bottom: edge(Math.ceil((y + height) * size.height), size.height),
  };
}

/** The name of the copy: that of the file with a word before its ending; a picture comes out as PNG. */
export function copyName(name: string, way: FileToRedact['content']['way']): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem.slice(0, 180)}-redacted${way === 'picture' ? '.png' : ending}`;
}
