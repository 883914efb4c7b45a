import * as hb from 'harfbuzzjs';
import { Fault } from '../../desk/faults.ts';
import type { LetterLanguage } from '../contract.ts';
import { isIgnorable } from './coverage.ts';
import type { Face, Faces, Weight } from './faces.ts';

/** A run of glyphs in one face, as PDF text operators without the font. */
export interface GlyphRun {
  face: Face;
  operators: string;
}

/** One word, ready to be written: it reads the same in every letter, so that it can be kept. */
export interface ShapedWord {
  text: string;
  /** In points. */
  width: number;
  runs: GlyphRun[];
  /** The glyphs used and, for the first of each cluster, the text it stands for. */
  glyphs: { face: Face; glyph: number; text: string }[];
  /** Do the glyphs alone give the text back, without ActualText? */
  isPlain: boolean;
}

/** A size and weight of type. Words are kept by style because their operators hold the size. */
export interface Style {
  sizePt: number;
  weight: Weight;
  language: LetterLanguage;
  faces: Faces;
  words: Map<string, ShapedWord>;
}

const wordsKept = 50_000;
/** Longer words are rarely met twice, and one of them can be as big as a page. */
const longestKept = 64;
let kept = 0;
const styles = new Map<Faces, Map<string, Style>>();

/** The style of these properties, shared by all letters of the thread. */
export function styleOf(faces: Faces, language: LetterLanguage, sizePt: number, weight: Weight): Style {
  const own = styles.get(faces) ?? new Map<string, Style>();
  styles.set(faces, own);
  const key = `${language} ${weight} ${sizePt}`;
  const style = own.get(key) ?? { sizePt, weight, language, faces, words: new Map() };
  own.set(key, style);
  return style;
}

function forgetWords(): void {
  for (const own of styles.values()) for (const style of own.values()) style.words.clear();
  kept = 0;
}

/** Shapes one word (NFC, no spaces) with HarfBuzz. Fault: bad-input for a character that no face covers. */
export function shapeWord(word: string, style: Style): ShapedWord {
  const known = style.words.get(word);
  if (known) return known;
  const shaped = shapeRuns(word, style);
  if (word.length <= longestKept) {
    if (kept >= wordsKept) forgetWords();
    style.words.set(word, shaped);
    kept++;
  }
  return shaped;
}

interface TextRun {
  text: string;
  face: Face;
  script: string;
}

const devanagari = /\p{Script_Extensions=Devanagari}/u;
const greek = /\p{Script=Greek}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const ascii = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('hi', { granularity: 'grapheme' });

function covers(face: Face, text: string): boolean {
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!face.covered.has(codePoint) && !isIgnorable(codePoint)) return false;
  }
  return true;
}

function scriptOf(text: string): string {
  if (devanagari.test(text)) return 'Deva';
  if (greek.test(text)) return 'Grek';
  return cyrillic.test(text) ? 'Cyrl' : 'Latn';
}

/** Cuts a word where the script or the face changes. Latin, digits and signs always come from the Latin face. */
function splitRuns(word: string, { faces, weight }: Style): TextRun[] {
  const latin = faces.latin[weight];
  if (ascii.test(word)) return [{ text: word, face: latin, script: 'Latn' }];
  const runs: TextRun[] = [];
  const add = (text: string) => {
    const script = scriptOf(text);
    const chain = script === 'Deva' ? [faces.devanagari[weight], latin] : [latin, faces.devanagari[weight]];
    const face = chain.find((candidate) => covers(candidate, text));
    const last = runs.at(-1);
    if (!face && [...text].length > 1) for (const character of text) add(character);
    else if (!face) throw uncoveredCharacter(text);
    else if (last?.face === face && last.script === script) last.text += text;
    else runs.push({ text, face, script });
  };
  for (const { segment } of graphemes.segment(word)) add(segment);
  return runs;
}

function uncoveredCharacter(character: string): Fault {
  const name = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return new Fault('bad-input', `The letter holds the character ${name}, which none of its fonts can draw.`, { codePoints: [name] });
}

function shapeRuns(word: string, style: Style): ShapedWord {
  const shaped: ShapedWord = { text: word, width: 0, runs: [], glyphs: [], isPlain: ascii.test(word) };
  for (const run of splitRuns(word, style)) addRun(shaped, run, style);
  return shaped;
}

interface PlacedGlyph {
  codepoint: number;
  cluster: number;
  xAdvance: number;
  xOffset: number;
  yOffset: number;
}

let buffer: hb.Buffer | undefined;

function placeGlyphs({ text, face, script }: TextRun, language: LetterLanguage): PlacedGlyph[] {
  buffer ??= new hb.Buffer();
  buffer.reset();
  buffer.setFlags(hb.BufferFlag.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlag.DO_NOT_INSERT_DOTTED_CIRCLE);
  buffer.addText(text);
  buffer.setDirection(hb.Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage(language);
  hb.shape(face.font, buffer);
  return buffer.getGlyphInfosAndPositions() as PlacedGlyph[];
}

function addRun(shaped: ShapedWord, run: TextRun, style: Style): void {
  const glyphs = placeGlyphs(run, style.language);
  shaped.runs.push({ face: run.face, operators: writeGlyphs(glyphs, run.face, style.sizePt) });
  shaped.width += (glyphs.reduce((sum, { xAdvance }) => sum + xAdvance, 0) * style.sizePt) / 1000;
  glyphs.forEach(({ codepoint: glyph, cluster }, index) => {
    if (glyph === 0) throw uncoveredCharacter(run.text.slice(cluster));
    const isFirst = glyphs[index - 1]?.cluster !== cluster;
    const end = glyphs.find((other, at) => at > index && other.cluster !== cluster)?.cluster ?? run.text.length;
    const text = isFirst ? run.text.slice(cluster, end) : '';
    shaped.glyphs.push({ face: run.face, glyph, text });
    if (shaped.isPlain && run.face.asciiOf.get(glyph) !== text) shaped.isPlain = false;
  });
}

const hex4 = (glyph: number) => glyph.toString(16).padStart(4, '0');

/** TJ operators (ISO 32000-1, 9.4.3) that put every glyph where HarfBuzz put it; Ts lifts what stands above or below the line. */
function writeGlyphs(glyphs: PlacedGlyph[], face: Face, sizePt: number): string {
  let operators = '';
  let items = '';
  let hex = '';
  let lift = 0;
  let pending = 0;
  const flushHex = () => {
    if (hex !== '') items += `<${hex}>`;
    hex = '';
  };
  const flushShow = () => {
    flushHex();
    if (items !== '') operators += `[${items}]TJ `;
    items = '';
  };
  for (const glyph of glyphs) {
    if (glyph.yOffset !== lift) {
      flushShow();
      lift = glyph.yOffset;
      operators += `${round((lift * sizePt) / 1000)} Ts `;
    }
    pending -= glyph.xOffset;
    if (pending !== 0) {
      flushHex();
      items += pending;
    }
    hex += hex4(glyph.codepoint);
    pending = glyph.xOffset + (face.advances[glyph.codepoint] ?? 0) - glyph.xAdvance;
  }
  if (pending !== 0) {
    flushHex();
    items += pending;
  }
  flushShow();
  return lift === 0 ? operators : `${operators}0 Ts `;
}

/** A number as a PDF writes it: at most three decimals, never an exponent. */
export function round(value: number): number {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? 0 : rounded;
}
