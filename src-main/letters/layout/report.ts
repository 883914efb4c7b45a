import type { LetterBlock, ReportModel } from '../contract.ts';
import { blockStrips, textStrips } from './blocks.ts';
import { coveredOnly } from './coverage.ts';
import { type Faces, loadFaces } from './faces.ts';
import { accentOf, sealHeightPt } from './letter.ts';
import { gap, ink, rule, type Strip, sheet, tag } from './page.ts';
import { stackPages } from './pages.ts';
import { drawPages } from './render.ts';
import { type LetterType, letterType } from './type.ts';

/**
 * Draws a report with the type, pages, tags and foot of letters: its head, its sections, tables whose heads stand again on every
 * page. A sign that no font covers stands as [?], and the head then says so: what people wrote must not stop a report. The same
 * model always gives the same bytes. Fault: unexpected where a font cannot be read.
 */
export async function renderReport(model: ReportModel, fontsDir: string): Promise<{ pdf: Uint8Array; pages: number }> {
  const faces = await loadFaces(fontsDir);
  const drawable = drawableModel(model, faces);
  const type = letterType(faces, model.language);
  const bounds = { firstTopPt: sheet.letterheadTopPt, laterTopPt: sheet.laterTopPt, bottomPt: sheet.bodyBottomPt };
  return drawPages(drawable, faces, stackPages(reportStrips(drawable, type), bounds));
}

function drawableModel(model: ReportModel, faces: Faces): ReportModel {
  let isChanged = false;
  const clean = (text: string) => {
    const drawable = coveredOnly(text, faces);
    isChanged ||= drawable !== text.normalize('NFC');
    return drawable;
  };
  const title = clean(model.title);
  const letterhead = { ...model.letterhead, name: clean(model.letterhead.name) };
  const blocks = (list: readonly LetterBlock[]) => list.map((block) => mapBlock(block, clean));
  const sections = model.sections.map((one) => ({ title: clean(one.title), blocks: blocks(one.blocks) }));
  const head = blocks(model.head);
  const note: LetterBlock[] = isChanged ? [{ kind: 'paragraph', text: model.glyphNote }] : [];
  return { ...model, title, letterhead, head: [...head, ...note], sections };
}

function mapBlock(block: LetterBlock, change: (text: string) => string): LetterBlock {
  if (block.kind === 'list') return { ...block, items: block.items.map(change) };
  if (block.kind === 'facts') return { ...block, rows: block.rows.map((row) => ({ ...row, value: change(row.value) })) };
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) };
  return block.kind === 'page' ? block : { ...block, text: change(block.text) };
}

function reportStrips(model: ReportModel, type: LetterType): Strip[] {
  const seal: Strip = { heightPt: sealHeightPt, marks: [], holdsNext: false, isGap: false };
  return [
    ...titleStrips(model, type),
    ...contentStrips(model.head, type),
    ...model.sections.flatMap((section) => sectionStrips(model, section, type)),
    seal,
  ];
}

const holding = (strips: Strip[]): Strip[] => strips.map((strip) => ({ ...strip, holdsNext: true }));

function titleStrips(model: ReportModel, type: LetterType): Strip[] {
  const line: Strip = { heightPt: 9, marks: [rule(7, accentOf(model), 1.2)], holdsNext: true, isGap: false };
  return [
    ...holding(textStrips(model.letterhead.name, { type: type.small, node: tag('P'), colour: ink.soft })),
    ...holding(textStrips(model.heading, { type: type.name, node: tag('H1') })),
    line,
  ];
}

function sectionStrips(model: ReportModel, { title, blocks }: ReportModel['sections'][number], type: LetterType): Strip[] {
  const heading = textStrips(title, { type: type.section, node: tag('H2'), colour: accentOf(model) });
  return [gap(type.body.leadingPt * 1.1), ...heldTo(heading, contentStrips(blocks, type))];
}

/** A heading stands on the page of what it heads: the gaps between hold on too. */
function heldTo(heading: Strip[], below: Strip[]): Strip[] {
  const first = below.findIndex(({ isGap }) => !isGap);
  return [...holding(heading), ...below.map((strip, n) => (n < first ? { ...strip, holdsNext: true } : strip))];
}

function contentStrips(blocks: readonly LetterBlock[], type: LetterType): Strip[] {
  const [first, ...rest] = blocks;
  if (!first) return [];
  if (first.kind !== 'heading') return [...blockStrips(first, type), ...contentStrips(rest, type)];
  const heading = textStrips(first.text, { type: type.strong, node: tag('H3') });
  return [gap(type.body.leadingPt * 0.6), ...heldTo(heading, contentStrips(rest, type))];
}
