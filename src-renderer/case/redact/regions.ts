import type { Region, TextRange } from '../../../src-main/packages/contract.ts';

export interface Point {
  x: number;
  y: number;
}

/** Smaller than this a rectangle is a slip of the hand. */
const leastPart = 0.004;

const inside = (value: number, most = 1) => Math.min(Math.max(value, 0), most);

/** The rectangle between two points, whichever way it was drawn; null where it is too small to have been meant. */
export function regionBetween(a: Point, b: Point): Region | null {
  const [left, right] = [inside(Math.min(a.x, b.x)), inside(Math.max(a.x, b.x))];
  const [top, bottom] = [inside(Math.min(a.y, b.y)), inside(Math.max(a.y, b.y))];
  const region = { x: left, y: top, width: right - left, height: bottom - top };
  return region.width < leastPart || region.height < leastPart ? null : region;
}

/** The rectangle somewhere else on its page, as far as the page goes. */
export function moved(region: Region, by: Point): Region {
  return { ...region, x: inside(region.x + by.x, 1 - region.width), y: inside(region.y + by.y, 1 - region.height) };
}

/** The rectangle larger or smaller at its right and lower side, as far as the page goes. */
export function resized(region: Region, by: Point): Region {
  const least = leastPart * 2;
  const width = Math.max(least, Math.min(region.width + by.x, 1 - region.x));
  return { ...region, width, height: Math.max(least, Math.min(region.height + by.y, 1 - region.y)) };
}

/** How far an arrow key goes, in parts of the page. */
export const keyStep = 0.01;

const ways: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The rectangle after a key: arrows move it, with Shift they size it; null for any other key. */
export function afterKey(region: Region, key: string, isShift: boolean): Region | null {
  const way = ways[key];
  if (!way) return null;
  const by = { x: way.x * keyStep, y: way.y * keyStep };
  return isShift ? resized(region, by) : moved(region, by);
}

/** A text as a field of the window shows it: with one sign for each line end. */
export const asShown = (text: string) => text.replace(/\r\n?/g, '\n');

/** The place in the text itself of a place in the text as it is shown. */
export function placeInText(text: string, shown: number): number {
  let at = 0;
  for (let n = 0; n < shown && at < text.length; n += 1) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}

/** Ranges with one more, those that touch or overlap as one, in order. */
export function withRange(ranges: readonly TextRange[], range: TextRange): TextRange[] {
  const apart = ranges.filter(({ from, to }) => to < range.from || from > range.to);
  const met = ranges.filter(({ from, to }) => to >= range.from && from <= range.to);
  const whole = { from: Math.min(range.from, ...met.map(({ from }) => from)), to: Math.max(range.to, ...met.map(({ to }) => to)) };
  return [...apart, whole].sort((a, b) => a.from - b.from);
}

/** Every place at which a text stands, whatever its capitals. */
export function everywhere(text: string, wanted: string): TextRange[] {
  if (wanted === '') return [];
  // Letters whose small form is longer would shift all places after them.
  const small = (value: string) =>
    value.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
  const [where, what] = [small(text), small(wanted)];
  const found: TextRange[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) found.push({ from: at, to: at + what.length });
  return found;
}

/** The text with its parts blacked out sign for sign, so that every place stays where it is. */
export function blacked(text: string, ranges: readonly TextRange[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of ranges) {
    rest += text.slice(at, from) + text.slice(from, to).replace(/[^\n]/g, '█');
    at = to;
  }
  return rest + text.slice(at);
}
