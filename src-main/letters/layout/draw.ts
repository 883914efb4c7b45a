import type { FontBook } from './embed.ts';
import type { PlacedWord } from './lines.ts';
import type { Mark, PlacedStrip, RuleMark, TextMark } from './page.ts';
import { round, type ShapedWord } from './shape.ts';
import type { TagTree } from './tags.ts';

/** What drawing on a document needs. */
export interface Canvas {
  document: PDFKit.PDFDocument;
  fonts: FontBook;
  tags: TagTree;
}

/** A colour such as #1f3a5f as operands of an RGB operator. */
function rgb(colour: string): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255].map((part) => round(part / 255)).join(' ');
}

function actualText(text: string): string {
  let hex = 'feff';
  for (let index = 0; index < text.length; index++) hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return hex;
}

/**
 * One line as a text object (ISO 32000-1, 9.4). Each word that its glyphs alone do not spell carries ActualText; the
 * marked content must stand inside the text object, else readers put words in the wrong order.
 */
function writeLine({ line, style, xPt, yPt, colour }: TextMark, fonts: FontBook): string {
  let operators = `BT ${rgb(colour)} rg 1 0 0 -1 ${round(xPt)} ${round(yPt)} Tm `;
  let current = '';
  const select = (name: string) => {
    if (name === current) return '';
    current = name;
    return `/${name} ${style.sizePt} Tf `;
  };
  const runsOf = (word: ShapedWord) => word.runs.map(({ face, operators: show }) => select(face.name) + show).join('');
  line.words.forEach(({ word, gap }: PlacedWord, index) => {
    const before = line.words[index - 1]?.word;
    if (gap && before) operators += writeSpace(before, fonts, select);
    fonts.note(word);
    if (word.glyphs.length === 0) return;
    operators += word.isPlain ? runsOf(word) : `/Span <</ActualText <${actualText(word.text)}>>> BDC ${runsOf(word)}EMC `;
  });
  return `${operators}ET`;
}

/** A real space: without it readers guess where words end. */
function writeSpace(before: ShapedWord, fonts: FontBook, select: (name: string) => string): string {
  const face = before.runs.at(-1)?.face;
  if (!face) return '';
  fonts.noteSpace(face);
  return `${select(face.name)}<${face.spaceGlyph.toString(16).padStart(4, '0')}> Tj `;
}

function writeRule({ xPt, yPt, widthPt, thicknessPt, colour }: RuleMark): string {
  return `${rgb(colour)} rg ${round(xPt)} ${round(yPt - thicknessPt / 2)} ${round(widthPt)} ${thicknessPt} re f`;
}

/** Draws marks in their order; neighbours of one node become one piece of marked content. */
export function drawMarks(marks: Mark[], { document, fonts, tags }: Canvas): void {
  const nodeOf = (mark: Mark) => (mark.kind === 'text' ? mark.node : undefined);
  for (let start = 0; start < marks.length; ) {
    const node = nodeOf(marks[start] as Mark);
    let end = start + 1;
    while (end < marks.length && nodeOf(marks[end] as Mark) === node) end++;
    const group = marks.slice(start, end);
    tags.mark(node, () => {
      for (const mark of group) document.addContent(mark.kind === 'text' ? writeLine(mark, fonts) : writeRule(mark));
    });
    start = end;
  }
}

/** Draws the strips of one page. */
export function drawStrips(strips: PlacedStrip[], canvas: Canvas): void {
  const marks = strips.flatMap(({ strip, topPt }) => strip.marks.map((mark) => ({ ...mark, yPt: mark.yPt + topPt })));
  drawMarks(marks, canvas);
}

/** Draws a filled rectangle as decoration. */
export function drawBand(canvas: Canvas, band: { xPt: number; yPt: number; widthPt: number; heightPt: number; colour: string }): void {
  canvas.tags.mark(undefined, () => {
    canvas.document.addContent(`${rgb(band.colour)} rg ${band.xPt} ${band.yPt} ${band.widthPt} ${round(band.heightPt)} re f`);
  });
}

/** Draws outlines, given as an SVG path, through a matrix: decoration that leaves no text behind. */
export function drawOutline(canvas: Canvas, path: string, matrix: number[], colour: string): void {
  const { document, tags } = canvas;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  tags.mark(undefined, () => {
    document.save();
    document.transform(a, b, c, d, e, f);
    document.path(path).fill(colour);
    document.restore();
  });
}
