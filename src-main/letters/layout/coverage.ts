import { Fault, type Issue } from '../../desk/faults.ts';
import type { LetterModel } from '../contract.ts';
import { blockText } from '../rules/text.ts';
import type { Faces } from './faces.ts';

/** Invisible characters: HarfBuzz drops them, so that no face need cover them (DerivedCoreProperties, Default_Ignorable). */
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;
/** Marks that reorder text. Nothing of a letter runs from right to left, so that they could only mislead a reader. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const separator = '[ \\t\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u205f\\u3000]+';
const separators = new RegExp(separator, 'g');
const lineEnds = /\r\n?|[\n\u2028\u2029]/;

/** Text as a letter sets it: NFC, without marks that reorder it. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(bidiControls, '');
}

/** The lines that a text itself ends, each as its words. Spaces that do not hold words together are one space. */
export function splitWords(text: string): string[][] {
  return cleanText(text)
    .split(lineEnds)
    .map((line) => line.split(separators).filter((word) => word !== ''));
}

/** Is `codePoint` never drawn, whatever the font? */
export function isIgnorable(codePoint: number): boolean {
  return ignorable.test(String.fromCodePoint(codePoint));
}

function uncovered(text: string, faces: Faces): number[] {
  const codePoints = new Set<number>();
  for (const character of splitWords(text).flat().join('')) codePoints.add(character.codePointAt(0) ?? 0);
  const { latin, devanagari } = faces;
  return [...codePoints].filter((code) => !latin[400].covered.has(code) && !devanagari[400].covered.has(code) && !isIgnorable(code));
}

/** The text with every run of signs that no face can draw as [?]. */
export function coveredOnly(text: string, faces: Faces): string {
  const clean = cleanText(text);
  const missing = new Set(uncovered(clean, faces));
  if (missing.size === 0) return clean;
  let drawable = '';
  let isGap = false;
  for (const character of clean) {
    const isMissing = missing.has(character.codePointAt(0) ?? 0);
    if (!isMissing) drawable += character;
    else if (!isGap) drawable += '[?]';
    isGap = isMissing;
  }
  return drawable;
}

/** U+0BA4, as the Unicode standard writes it. */
function codeName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}

function partsOf(model: LetterModel): { field: string; text: string }[] {
  const { letterhead, signature, record } = model;
  const parts: [string, string[]][] = [
    ['letterhead', [letterhead.name, ...letterhead.lines]],
    ['references', [model.date, ...model.references.flatMap(({ label, value }) => [label, value])]],
    ['addressee', model.addressee],
    ['subject', [model.subject]],
    ['salutation', [model.salutation]],
    ...model.body.map((block, index): [string, string[]] => [`body.${index}`, blockText(block)]),
    ['signature', [model.closing, signature.name, signature.designation, ...signature.lines]],
    ['record', record.draft ? [] : [record.line]],
  ];
  return parts.map(([field, texts]) => ({ field, text: texts.join('\n') }));
}

/**
 * Refuses a letter with characters that no face can draw, before anything is drawn: glyph 0 never reaches a page.
 * Fault: bad-input; the message names the first code points, `detail.codePoints` all, `detail.issues` the parts that hold them.
 */
export function requireCoverage(model: LetterModel, faces: Faces): void {
  const found = partsOf(model).flatMap(({ field, text }) => {
    const names = uncovered(text, faces).map(codeName);
    return names.length === 0 ? [] : [{ field, names }];
  });
  if (found.length === 0) return;
  const codePoints = [...new Set(found.flatMap(({ names }) => names))];
  const issues = found.map(
    ({ field, names }): Issue => ({ field, message: `holds ${names.join(', ')}, which no font of the letter can draw` }),
  );
  throw new Fault('bad-input', `The letter holds ${listOf(codePoints)}, which none of its fonts can draw. Write it in other characters.`, {
    issues,
    codePoints,
  });
}

function listOf(names: string[]): string {
  if (names.length === 1) return `the character ${names[0]}`;
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `the characters ${names.slice(0, 5).join(', ')}${more}`;
}
