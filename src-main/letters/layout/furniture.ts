import encodeQr from 'qr';
import { badInput } from '../../desk/faults.ts';
import type { Paper } from '../contract.ts';
import { letterWords, pageOf } from '../rules/words.ts';
import { textMarks } from './blocks.ts';
import { type Canvas, drawBand, drawMarks, drawOutline } from './draw.ts';
import type { Faces } from './faces.ts';
import { accentOf } from './letter.ts';
import { ink, type Mark, rule, sheet, type TagNode, tag } from './page.ts';
import { shapeWord, styleOf } from './shape.ts';
import type { LetterType } from './type.ts';

/** Which page is drawn; `number` counts from 1. */
export interface PageNumber {
  number: number;
  count: number;
}

/** What stands behind and above the text: the watermark of a draft, the colour band, the running head of later pages. */
export function drawHead(model: Paper, type: LetterType, faces: Faces, page: PageNumber, canvas: Canvas): void {
  if (model.record.draft) drawWatermark(model, faces, canvas);
  drawBand(canvas, { xPt: 0, yPt: 0, widthPt: sheet.widthPt, heightPt: sheet.bandPt, colour: accentOf(model) });
  if (page.number === 1) return;
  const head = { type: type.smallStrong, node: undefined, widthPt: sheet.textWidthPt * 0.6 };
  const date = { type: type.small, node: undefined, colour: ink.soft, align: 'right' as const };
  const [name] = textMarks(model.letterhead.name, head, sheet.runningHeadPt);
  const [when] = textMarks(`${model.ticket} · ${model.date}`, date, sheet.runningHeadPt);
  const marks: Mark[] = [name, when].filter((mark) => mark !== undefined);
  drawMarks([...marks, rule(sheet.runningHeadPt + type.small.leadingPt + 3, ink.hairline, 0.5)], canvas);
}

const watermarkAngle = -0.92;
const watermarkSizePt = 140;

/** The word of a draft across the page. It is drawn as outlines: text there would get between the lines of the letter. */
function drawWatermark(model: Paper, faces: Faces, canvas: Canvas): void {
  const word = shapeWord(letterWords(model.language).draft, styleOf(faces, model.language, watermarkSizePt, 700));
  const scale = watermarkSizePt / 1000;
  const [cos, sin] = [Math.cos(watermarkAngle), Math.sin(watermarkAngle)];
  const half = word.width / 2;
  let along = -half;
  for (const { face, glyph } of word.glyphs) {
    const x = sheet.widthPt / 2 + along * cos - watermarkSizePt * 0.36 * sin;
    const y = sheet.heightPt / 2 + along * sin + watermarkSizePt * 0.36 * cos;
    drawOutline(canvas, face.font.glyphToPath(glyph), [scale * cos, scale * sin, scale * sin, -scale * cos, x, y], ink.watermark);
    along += ((face.advances[glyph] ?? 0) * watermarkSizePt) / 1000;
  }
}

/** The foot of a page: ticket and page number, the record line or DRAFT, and on the last page of a sealed letter its code. */
export function drawFoot(model: Paper, type: LetterType, page: PageNumber, canvas: Canvas): void {
  const isLast = page.number === page.count;
  const words = letterWords(model.language);
  const top = sheet.footTopPt;
  const second = top + 4 + type.small.leadingPt;
  const right = { type: type.small, node: undefined, colour: ink.soft, align: 'right' as const };
  const ticket = textMarks(model.ticket, { type: type.smallStrong, node: undefined, widthPt: sheet.textWidthPt / 2 }, top + 4);
  const number = textMarks(pageOf(model.language, page.number, page.count), right, top + 4);
  const record = recordMarks(model, type, isLast ? tag('P') : undefined, second);
  const synthetic = model.synthetic ? textMarks(words.synthetic, { ...right, type: type.smallStrong }, second) : [];
  drawMarks([rule(top, ink.hairline, 0.5), ...ticket, ...number, ...record, ...synthetic], canvas);
  if (isLast && !model.record.draft && model.record.qr) drawSeal(model, model.record.qr, type, canvas);
}

function recordMarks(model: Paper, type: LetterType, node: TagNode | undefined, topPt: number): Mark[] {
  const { record } = model;
  const words = letterWords(model.language);
  if (!record.draft) return textMarks(record.line, { type: type.small, node, colour: ink.soft, widthPt: sheet.textWidthPt }, topPt);
  const mark = textMarks(words.draft, { type: type.smallStrong, node, colour: ink.draft }, topPt);
  const markPt = mark[0]?.line.width ?? 0;
  const note = textMarks(
    words.draftNote,
    { type: type.small, node, xPt: sheet.leftPt + markPt + 6, colour: ink.soft, widthPt: 240 },
    topPt,
  );
  return [...mark, ...note];
}

function drawSeal(model: Paper, text: string, type: LetterType, canvas: Canvas): void {
  const words = letterWords(model.language);
  const figure: TagNode = { ...tag('Figure'), alt: words.sealDescription };
  const caption = {
    type: type.tiny,
    node: tag('P'),
    xPt: sheet.rightPt - sheet.sealSidePt - 6,
    widthPt: sheet.sealSidePt + 6,
    colour: ink.soft,
    align: 'right' as const,
  };
  const lines = textMarks(words.sealCaption, caption).length;
  const captionTop = sheet.bodyBottomPt - lines * type.tiny.leadingPt;
  drawCode(text, figure, { xPt: sheet.rightPt - sheet.sealSidePt, yPt: captionTop - sheet.sealSidePt - 4 }, canvas);
  drawMarks(textMarks(words.sealCaption, caption, captionTop), canvas);
}

/** The white margin that a reader of codes needs; the paper around the code gives it. */
const quietModules = 4;

function modulesOf(text: string): boolean[][] {
  try {
    return encodeQr(text, 'raw', { ecc: 'medium', border: quietModules });
  } catch {
    throw badInput('record.qr', 'does not fit in a square code');
  }
}

/** A QR code (ISO/IEC 18004): whole numbers under one matrix, so that no module is thinner than another. */
function drawCode(text: string, figure: TagNode, at: { xPt: number; yPt: number }, { document, tags }: Canvas): void {
  const modules = modulesOf(text);
  const scale = sheet.sealSidePt / (modules.length - 2 * quietModules);
  tags.mark(figure, () => {
    document.save();
    document.transform(scale, 0, 0, scale, at.xPt - quietModules * scale, at.yPt - quietModules * scale);
    document.addContent(`0 0 0 rg ${modules.map(rowRectangles).join('')}f`);
    document.restore();
  });
}

function rowRectangles(row: boolean[], y: number): string {
  let rectangles = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    rectangles += `${start} ${y} ${x - start + 1} 1 re `;
  }
  return rectangles;
}
