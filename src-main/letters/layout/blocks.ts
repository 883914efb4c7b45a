import type { LetterBlock } from '../contract.ts';
import { breakLines, type Line } from './lines.ts';
import { gap, ink, type Mark, rule, type Strip, sheet, type TagNode, type TextMark, tag } from './page.ts';
import { baselinePt, type LetterType, type TypeStyle } from './type.ts';

/** Where and how a text is set. */
export interface Setting {
  type: TypeStyle;
  node: TagNode | undefined;
  xPt?: number;
  widthPt?: number;
  colour?: string;
  align?: 'left' | 'right' | 'centre';
}

/** A text as the marks of its lines, the first line's top at `topPt`. */
export function textMarks(text: string, setting: Setting, topPt = 0): TextMark[] {
  const { type, widthPt = sheet.textWidthPt } = setting;
  return breakLines(text, type.style, widthPt).map((line, index) =>
    lineMark(line, setting, topPt + index * type.leadingPt + baselinePt(type)),
  );
}

function lineMark(
  line: Line,
  { type, node, xPt = sheet.leftPt, widthPt = sheet.textWidthPt, colour = ink.text, align = 'left' }: Setting,
  baseline: number,
): TextMark {
  const spare = widthPt - line.width;
  const x = align === 'right' ? xPt + spare : align === 'centre' ? xPt + spare / 2 : xPt;
  return { kind: 'text', xPt: x, yPt: baseline, line, style: type.style, colour, node };
}

/** A text as strips of one line each; its first two and last two lines stay together. */
export function textStrips(text: string, setting: Setting): Strip[] {
  const { type, widthPt = sheet.textWidthPt } = setting;
  const lines = breakLines(text, type.style, widthPt);
  return lines.map((line, index) => ({
    heightPt: type.leadingPt,
    marks: [lineMark(line, setting, baselinePt(type))],
    holdsNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    isGap: false,
  }));
}

/** One cell of a row: a text and how it is set. */
export interface Cell {
  text: string;
  setting: Setting;
}

interface RowLook {
  padPt: number;
  /** Drawn under the row. */
  hairline: string | undefined;
}

/** So many lines of a row stand together; a longer row goes over to the next page between two such slices. */
const linesPerSlice = 8;

/** Cells side by side, on common baselines. Each slice of the row keeps the cells in reading order. */
export function rowStrips(cells: Cell[], { padPt, hairline }: RowLook): Strip[] {
  const set = cells.map(({ text, setting }) => ({
    setting,
    lines: breakLines(text, setting.type.style, setting.widthPt ?? sheet.textWidthPt),
  }));
  const leading = cells.map(({ setting }) => setting.type).reduce((most, type) => (type.leadingPt > most.leadingPt ? type : most));
  const lineCount = Math.max(...set.map(({ lines }) => lines.length));
  const slice = (start: number): Strip => {
    const end = Math.min(start + linesPerSlice, lineCount);
    const isLast = end === lineCount;
    const top = start === 0 ? padPt : 0;
    const heightPt = top + (end - start) * leading.leadingPt + (isLast ? padPt : 0);
    const baseline = (index: number) => top + index * leading.leadingPt + baselinePt(leading);
    const marks: Mark[] = set.flatMap(({ setting, lines }) =>
      lines.slice(start, end).map((line, index) => lineMark(line, setting, baseline(index))),
    );
    if (isLast && hairline) marks.push(rule(heightPt, hairline, 0.5));
    return { heightPt, marks, holdsNext: false, isGap: false };
  };
  return Array.from({ length: Math.ceil(lineCount / linesPerSlice) }, (_, index) => slice(index * linesPerSlice));
}

const holding = (strips: Strip[]): Strip[] => strips.map((strip) => ({ ...strip, holdsNext: true }));

function factStrips(block: LetterBlock & { kind: 'facts' }, type: LetterType): Strip[] {
  const table = tag('Table');
  const labelPt = 108;
  const strips = block.rows.flatMap(({ label, value, strong }) => {
    const row = tag('TR', table);
    const head: TagNode = { type: 'TH', parent: row, scope: 'Row' };
    const cells: Cell[] = [
      { text: label, setting: { type: type.small, node: head, widthPt: labelPt - 10, colour: ink.soft } },
      {
        text: value,
        setting: {
          type: strong ? type.strong : type.body,
          node: tag('TD', row),
          xPt: sheet.leftPt + labelPt,
          widthPt: sheet.textWidthPt - labelPt,
        },
      },
    ];
    return rowStrips(cells, { padPt: 2.2, hairline: ink.hairline });
  });
  const top: Strip = { heightPt: 0.5, marks: [rule(0, ink.hairline, 0.5)], holdsNext: true, isGap: false };
  return [gap(4), top, ...strips, gap(4)];
}

function tableStrips(block: LetterBlock & { kind: 'table' }, type: LetterType): Strip[] {
  const table = tag('Table');
  const shares = block.columns.reduce((sum, { share }) => sum + share, 0);
  const gutterPt = 8;
  let x = sheet.leftPt;
  const columns = block.columns.map(({ label, share }) => {
    const widthPt = (sheet.textWidthPt * share) / shares;
    const column = { label, xPt: x, widthPt: widthPt - gutterPt };
    x += widthPt;
    return column;
  });
  const headStrips = (isRepeated: boolean) => {
    const row = tag('TR', table);
    const cells = columns.map(({ label, xPt, widthPt }): Cell => {
      const node: TagNode = { type: 'TH', parent: row, scope: 'Column' };
      return { text: label, setting: { type: type.cellHead, node: isRepeated ? undefined : node, xPt, widthPt, colour: ink.soft } };
    });
    return rowStrips(cells, { padPt: 3, hairline: ink.soft });
  };
  const [repeated] = headStrips(true);
  const rows = block.rows.flatMap((row) => {
    const node = tag('TR', table);
    const cells = columns.map(({ xPt, widthPt }, index): Cell => {
      return { text: row[index] ?? '', setting: { type: type.cell, node: tag('TD', node), xPt, widthPt } };
    });
    return rowStrips(cells, { padPt: 3, hairline: ink.hairline }).map((strip) => (repeated ? { ...strip, repeated } : strip));
  });
  return [gap(2), ...holding(headStrips(false)), ...rows, gap(4)];
}

function listStrips(block: LetterBlock & { kind: 'list' }, type: LetterType): Strip[] {
  const list = tag('L');
  const indentPt = 24;
  return block.items.flatMap((item, index) => {
    const node = tag('LI', list);
    const cells: Cell[] = [
      { text: `${index + 1}.`, setting: { type: type.body, node: tag('Lbl', node), xPt: sheet.leftPt + 6, widthPt: indentPt - 6 } },
      {
        text: item,
        setting: { type: type.body, node: tag('LBody', node), xPt: sheet.leftPt + indentPt, widthPt: sheet.textWidthPt - indentPt },
      },
    ];
    return rowStrips(cells, { padPt: 1, hairline: undefined });
  });
}

/** One block of the letter's body, with the gap above it. */
export function blockStrips(block: LetterBlock, type: LetterType): Strip[] {
  if (block.kind === 'heading') {
    return [gap(type.body.leadingPt * 0.65), ...holding(textStrips(block.text, { type: type.strong, node: tag('H2') })), gap(1.5, true)];
  }
  if (block.kind === 'paragraph') return [...textStrips(block.text, { type: type.body, node: tag('P') }), gap(type.body.leadingPt * 0.45)];
  if (block.kind === 'centre') {
    const setting: Setting = { type: block.isStrong ? type.strong : type.body, node: tag(block.isStrong ? 'H2' : 'P'), align: 'centre' };
    return [...holding(textStrips(block.text, setting)), gap(2, true)];
  }
  if (block.kind === 'page') return [{ heightPt: 0, marks: [], holdsNext: true, isGap: false, beginsPage: true }];
  if (block.kind === 'facts') return factStrips(block, type);
  if (block.kind === 'table') return tableStrips(block, type);
  return [...listStrips(block, type), gap(type.body.leadingPt * 0.45)];
}
