import type { LetterModel, Paper } from '../contract.ts';
import { letterWords } from '../rules/words.ts';
import { blockStrips, rowStrips, textMarks, textStrips } from './blocks.ts';
import { breakLines } from './lines.ts';
import { gap, ink, rule, type Strip, sheet, type TextMark, tag } from './page.ts';
import { baselinePt, type LetterType, type TypeStyle } from './type.ts';

/** Space kept beside the signature for the code, and the least height of the signature, so that the two never meet text. */
const sealColumnPt = sheet.sealSidePt + 14;
export const sealHeightPt = sheet.sealSidePt + 22;

/** The colour of the band and rules: the platform's own, or a dark blue. */
export function accentOf(model: Paper): string {
  return model.letterhead.colour ?? ink.accent;
}

const sealSpace: Strip = { heightPt: sealHeightPt, marks: [], holdsNext: false, isGap: false };

/** The whole letter from the name of the platform to the officer's signature, as strips for the pages. */
export function letterStrips(model: LetterModel, type: LetterType): Strip[] {
  if (model.isForm) return [...model.body.flatMap((block) => blockStrips(block, type)), sealSpace];
  const text = [
    letterheadStrip(model, type),
    ...referenceStrips(model, type),
    ...addresseeStrips(model, type),
    ...subjectStrips(model, type),
    ...textStrips(model.salutation, { type: type.body, node: tag('P') }).map((strip) => ({ ...strip, holdsNext: true })),
    gap(type.body.leadingPt * 0.4, true),
    ...model.body.flatMap((block) => blockStrips(block, type)),
  ];
  return [...withTail(text), ...signatureStrips(model, type)];
}

/** A signature does not stand alone on a page: the last two lines above go with it. */
function withTail(strips: Strip[]): Strip[] {
  const last = strips.findLastIndex(({ isGap }) => !isGap);
  const from = strips.findLastIndex(({ isGap }, index) => !isGap && index < last);
  return strips.map((strip, index) => (index >= from ? { ...strip, holdsNext: true } : strip));
}

function letterheadStrip(model: LetterModel, type: LetterType): Strip {
  const { name, lines } = model.letterhead;
  const asideWidthPt = sheet.textWidthPt * 0.36;
  const nameWidthPt = sheet.textWidthPt * 0.6;
  const nameMarks = textMarks(name, { type: type.name, node: tag('P'), widthPt: nameWidthPt });
  const namesPt = nameMarks.length * type.name.leadingPt + 1;
  const office = textMarks(
    letterWords(model.language).office,
    { type: type.small, node: tag('P'), widthPt: nameWidthPt, colour: ink.soft },
    namesPt,
  );
  const node = tag('P');
  let asidePt = 4;
  const aside = lines.flatMap((text) => {
    const setting = {
      type: type.small,
      node,
      xPt: sheet.rightPt - asideWidthPt,
      widthPt: asideWidthPt,
      colour: ink.soft,
      align: 'right',
    } as const;
    const marks = textMarks(text, setting, asidePt);
    asidePt += marks.length * type.small.leadingPt;
    return marks;
  });
  const heightPt = Math.max(namesPt + office.length * type.small.leadingPt, asidePt) + 9;
  return { heightPt, marks: [...nameMarks, ...office, ...aside, rule(heightPt, accentOf(model), 1.2)], holdsNext: true, isGap: false };
}

/** A soft label and the value after it, on one line. */
function labelled(label: string, value: string, type: LetterType, at: { xPt: number; align: 'left' | 'right' }): TextMark[] {
  const node = tag('P');
  const labelType: TypeStyle = { style: type.small.style, leadingPt: type.body.leadingPt };
  const [labelLine] = breakLines(`${label}:`, labelType.style, sheet.textWidthPt / 2);
  const [valueLine] = breakLines(value, type.strong.style, sheet.textWidthPt);
  if (!labelLine || !valueLine) return [];
  const total = labelLine.width + 5 + valueLine.width;
  const xPt = at.align === 'right' ? at.xPt - total : at.xPt;
  const yPt = baselinePt(type.body);
  return [
    { kind: 'text', xPt, yPt, line: labelLine, style: labelType.style, colour: ink.soft, node },
    { kind: 'text', xPt: xPt + labelLine.width + 5, yPt, line: valueLine, style: type.strong.style, colour: ink.text, node },
  ];
}

function referenceStrips(model: LetterModel, type: LetterType): Strip[] {
  const [first, ...others] = model.references;
  const date = labelled(letterWords(model.language).date, model.date, type, { xPt: sheet.rightPt, align: 'right' });
  const ticket = first ? labelled(first.label, first.value, type, { xPt: sheet.leftPt, align: 'left' }) : [];
  const head: Strip = { heightPt: type.body.leadingPt, marks: [...ticket, ...date], holdsNext: true, isGap: false };
  const rest = others.flatMap(({ label, value }) =>
    textStrips(`${label}: ${value}`, { type: type.small, node: tag('P'), colour: ink.soft }).map((strip) => ({
      ...strip,
      holdsNext: true,
    })),
  );
  return [gap(12, true), head, ...rest];
}

function addresseeStrips(model: LetterModel, type: LetterType): Strip[] {
  const node = tag('P');
  const setting = { type: type.body, node, widthPt: sheet.textWidthPt * 0.62 };
  const lines = [`${letterWords(model.language).to},`, ...model.addressee].flatMap((text) => textStrips(text, setting));
  return [gap(type.body.leadingPt * 0.8, true), ...lines.map((strip) => ({ ...strip, holdsNext: true }))];
}

function subjectStrips(model: LetterModel, type: LetterType): Strip[] {
  const node = tag('H1');
  const label = `${letterWords(model.language).subject}:`;
  const [line] = breakLines(label, type.strong.style, sheet.textWidthPt / 2);
  const indentPt = (line?.width ?? 0) + 7;
  const cells = [
    { text: label, setting: { type: type.strong, node } },
    { text: model.subject, setting: { type: type.strong, node, xPt: sheet.leftPt + indentPt, widthPt: sheet.textWidthPt - indentPt } },
  ];
  const strips = rowStrips(cells, { padPt: 0, hairline: undefined }).map((strip) => ({ ...strip, holdsNext: true }));
  return [gap(type.body.leadingPt * 0.9, true), ...strips, gap(type.body.leadingPt * 0.75, true)];
}

function signatureStrips(model: LetterModel, type: LetterType): Strip[] {
  const widthPt = sheet.textWidthPt - sealColumnPt;
  const { name, designation, lines } = model.signature;
  const signingRoomPt = 30;
  const node = tag('P');
  const strips = [
    gap(type.body.leadingPt * 0.35, true),
    ...textStrips(model.closing, { type: type.body, node: tag('P'), widthPt }),
    gap(signingRoomPt, true),
    ...textStrips(name, { type: type.strong, node, widthPt }),
    ...textStrips(designation, { type: type.body, node, widthPt }),
    ...lines.flatMap((line) => textStrips(line, { type: type.small, node, widthPt, colour: ink.soft })),
  ].map((strip) => ({ ...strip, holdsNext: true }));
  const heightPt = strips.reduce((sum, strip) => sum + strip.heightPt, 0);
  const rest: Strip = { heightPt: Math.max(0, sealHeightPt - heightPt), marks: [], holdsNext: false, isGap: false };
  return [...strips, rest];
}
