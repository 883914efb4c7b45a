// Tells every program that reads this file what linebreak is; the package brings no types.
/// <reference path="./linebreak.d.ts" />
import LineBreaker from 'linebreak';
import { splitWords } from './coverage.ts';
import { type ShapedWord, type Style, shapeWord } from './shape.ts';

/** A word on a line; `gap` says that a space stands before it, `tied` that it must not begin a line. */
export interface PlacedWord {
  word: ShapedWord;
  gap: boolean;
  tied: boolean;
}

/** One set line. `width` is in points, from the first glyph to the last. */
export interface Line {
  words: PlacedWord[];
  width: number;
}

/** No line of a page holds so many characters: longer words are cut without being measured first. */
const longestMeasured = 400;
const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' });

/** The width of a space after `word`, in points: that of the word's last face, so that the face need not change for it. */
export function spaceAfter(word: ShapedWord, style: Style): number {
  const face = word.runs.at(-1)?.face ?? style.faces.latin[style.weight];
  return (face.spaceWidth * style.sizePt) / 1000;
}

/**
 * Sets `text` in lines of at most `width` points, as many words to a line as go. A word wider than a line is cut where
 * Unicode Standard Annex 14 allows it, as a link after a slash, and where that is not enough between two graphemes.
 * Line ends in the text stay; an empty line stays empty.
 */
export function breakLines(text: string, style: Style, width: number): Line[] {
  return splitWords(text).flatMap((words) => {
    const setter = new LineSetter(style, width);
    for (const word of words) setter.addWord(word);
    return setter.lines;
  });
}

const dateBefore = /\d\d-\d\d-\d{4}$/;
const timeBefore = /^\d\d:\d\d$/;

/** A date, its time and "IST" stand on one line. */
function isTied(word: string, before: string | undefined): boolean {
  if (before === undefined) return false;
  return (dateBefore.test(before) && timeBefore.test(word)) || (timeBefore.test(before) && word.startsWith('IST'));
}

class LineSetter {
  readonly style: Style;
  readonly width: number;
  lines: Line[] = [{ words: [], width: 0 }];
  before: string | undefined;

  constructor(style: Style, width: number) {
    this.style = style;
    this.width = width;
  }

  addWord(text: string): void {
    const tied = isTied(text, this.before);
    this.before = text;
    const word = text.length <= longestMeasured ? shapeWord(text, this.style) : undefined;
    if (word && word.width <= this.width) {
      this.put({ word, gap: true, tied });
      return;
    }
    let gap = true;
    for (const piece of cutWord(text, this.style, this.width)) {
      this.put({ word: piece, gap, tied: false });
      gap = false;
    }
  }

  /** Puts a word that is no wider than a line, on this line if it fits, else on the next with the words it is tied to. */
  put(placed: PlacedWord): void {
    const line = this.lines.at(-1) as Line;
    this.append(line, placed);
    if (line.width <= this.width || line.words.length === 1) return;
    const start = line.words.findLastIndex(({ tied }) => !tied);
    const moved = line.words.splice(start === 0 ? line.words.length - 1 : start);
    this.measure(line);
    const next: Line = { words: [], width: 0 };
    this.lines.push(next);
    for (const word of moved) this.append(next, word);
  }

  append(line: Line, placed: PlacedWord): void {
    const last = line.words.at(-1);
    const gap = placed.gap && last !== undefined;
    line.width += (gap ? spaceAfter(last.word, this.style) : 0) + placed.word.width;
    line.words.push({ ...placed, gap });
  }

  measure(line: Line): void {
    const words = line.words.splice(0);
    line.width = 0;
    for (const word of words) this.append(line, word);
  }
}

/** The pieces of a word that is wider than a line; each of them fits on one. */
function* cutWord(word: string, style: Style, width: number): Generator<ShapedWord> {
  const breaker = new LineBreaker(word);
  let start = 0;
  for (let stop = breaker.nextBreak(); stop; stop = breaker.nextBreak()) {
    const piece = word.slice(start, stop.position);
    start = stop.position;
    const shaped = piece.length <= longestMeasured ? shapeWord(piece, style) : undefined;
    if (shaped && shaped.width <= width) yield shaped;
    else yield* cutGraphemes(piece, style, width);
  }
}

function* cutGraphemes(piece: string, style: Style, width: number): Generator<ShapedWord> {
  let text = '';
  let sum = 0;
  for (const { segment } of graphemes.segment(piece)) {
    const own = shapeWord(segment, style).width;
    // A little room is left because letters set together can be wider than their sum.
    if (text !== '' && sum + own > width * 0.98) {
      yield shapeWord(text, style);
      text = '';
      sum = 0;
    }
    text += segment;
    sum += own;
  }
  if (text !== '') yield shapeWord(text, style);
}
