import type { Line } from './lines.ts';
import type { Style } from './shape.ts';

/** The measures of the sheet, in points from its upper left corner: A4, margins of a business letter. */
const mm = 72 / 25.4;
const widthPt = 595.28;
const heightPt = 841.89;
const leftPt = 25 * mm;
const rightPt = widthPt - 22 * mm;
const footTopPt = heightPt - 21 * mm;
export const sheet = {
  widthPt,
  heightPt,
  leftPt,
  rightPt,
  textWidthPt: rightPt - leftPt,
  /** The colour band along the upper edge. */
  bandPt: 2.6 * mm,
  letterheadTopPt: 12 * mm,
  /** Where text begins on the second and later pages. */
  laterTopPt: 27 * mm,
  runningHeadPt: 16 * mm,
  bodyBottomPt: footTopPt - 3 * mm,
  footTopPt,
  sealSidePt: 24 * mm,
} as const;

export const ink = {
  text: '#1b1f24',
  soft: '#59626e',
  hairline: '#c7cdd4',
  draft: '#a3261f',
  watermark: '#f1f1f2',
  accent: '#1f3a5f',
} as const;

/** An element of the document's structure (ISO 32000-1, 14.8.4). Marks of one node are read as one. */
export interface TagNode {
  type: 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure';
  parent: TagNode | undefined;
  alt?: string;
  scope?: 'Row' | 'Column';
}

export interface TextMark {
  kind: 'text';
  xPt: number;
  /** The baseline, below the top of the strip. */
  yPt: number;
  line: Line;
  style: Style;
  colour: string;
  /** Without a node the mark is decoration that a screen reader skips. */
  node: TagNode | undefined;
}

export interface RuleMark {
  kind: 'rule';
  xPt: number;
  yPt: number;
  widthPt: number;
  thicknessPt: number;
  colour: string;
}

export type Mark = TextMark | RuleMark;

/** A slice of the letter that is never cut: a line, a table row, a gap. Pages are stacks of them. */
export interface Strip {
  heightPt: number;
  marks: Mark[];
  /** Must the next strip stand on the same page? */
  holdsNext: boolean;
  /** A gap vanishes at the top of a page. */
  isGap: boolean;
  /** Whatever follows stands on a new page. */
  beginsPage?: boolean;
  /** Stands again above this strip where it begins a page, as the heads of a table's columns. */
  repeated?: Strip;
}

/** A strip at its place on a page. */
export interface PlacedStrip {
  strip: Strip;
  topPt: number;
}

export function tag(type: TagNode['type'], parent?: TagNode): TagNode {
  return { type, parent };
}

export function gap(heightPt: number, holdsNext = false): Strip {
  return { heightPt, marks: [], holdsNext, isGap: true };
}

export function rule(yPt: number, colour: string, thicknessPt: number): RuleMark {
  return { kind: 'rule', xPt: sheet.leftPt, yPt, widthPt: sheet.textWidthPt, thicknessPt, colour };
}
