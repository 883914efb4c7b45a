import type { LetterLanguage } from '../contract.ts';
import type { Faces } from './faces.ts';
import { type Style, styleOf } from './shape.ts';

/** A style with the distance from one baseline to the next. */
export interface TypeStyle {
  style: Style;
  leadingPt: number;
}

/** The sizes of a letter. Devanagari stands higher and hangs lower than Latin, so that its lines need more room. */
export interface LetterType {
  name: TypeStyle;
  section: TypeStyle;
  small: TypeStyle;
  smallStrong: TypeStyle;
  tiny: TypeStyle;
  body: TypeStyle;
  strong: TypeStyle;
  cell: TypeStyle;
  cellHead: TypeStyle;
}

/** The styles of a letter in `language`; sizes in points. */
export function letterType(faces: Faces, language: LetterLanguage): LetterType {
  const isHindi = language === 'hi';
  const type = (sizePt: number, weight: 400 | 700, latinLeading: number): TypeStyle => ({
    style: styleOf(faces, language, sizePt, weight),
    leadingPt: Math.round(sizePt * (isHindi ? latinLeading + 0.09 : latinLeading) * 10) / 10,
  });
  const bodyPt = 10;
  const smallPt = isHindi ? 8.5 : 8;
  return {
    name: type(17, 700, 1.28),
    section: type(13, 700, 1.35),
    small: type(smallPt, 400, 1.42),
    smallStrong: type(smallPt, 700, 1.42),
    tiny: type(isHindi ? 7 : 6.5, 400, 1.35),
    body: type(bodyPt, 400, 1.48),
    strong: type(bodyPt, 700, 1.48),
    cell: type(bodyPt - 1, 400, 1.42),
    cellHead: type(smallPt, 700, 1.42),
  };
}

/** The baseline of a line, below its top: capitals stand in the middle of the leading. */
export function baselinePt({ style, leadingPt }: TypeStyle): number {
  return leadingPt / 2 + style.sizePt * 0.36;
}
