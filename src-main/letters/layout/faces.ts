import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as hb from 'harfbuzzjs';
import { Fault } from '../../desk/faults.ts';
import { readAdvances, readOutlineStarts, readSfnt, type SfntTables } from './sfnt.ts';

export type Weight = 400 | 700;
/** Which letters a face is for: `latin` also carries Greek, Cyrillic, digits, signs and punctuation of every letter. */
export type FaceScript = 'latin' | 'devanagari';

/** One font file, loaded for shaping, measuring and embedding. Units are thousandths of the em. */
export interface Face {
  /** The name of the font in a page's resources. */
  name: string;
  script: FaceScript;
  postscriptName: string;
  weight: Weight;
  font: hb.Font;
  covered: Set<number>;
  spaceGlyph: number;
  spaceWidth: number;
  /** The ASCII character of a glyph that is the plain form of one. */
  asciiOf: Map<number, string>;
  advances: Uint16Array;
  tables: SfntTables;
  outlineStarts: Uint32Array;
}

export interface Faces {
  latin: Record<Weight, Face>;
  devanagari: Record<Weight, Face>;
}

const files = [
  { script: 'latin', weight: 400, name: 'L4', file: 'NotoSans-400.ttf', postscriptName: 'NotoSans-Regular' },
  { script: 'latin', weight: 700, name: 'L7', file: 'NotoSans-700.ttf', postscriptName: 'NotoSans-Bold' },
  { script: 'devanagari', weight: 400, name: 'D4', file: 'NotoSansDevanagari-400.ttf', postscriptName: 'NotoSansDevanagari-Regular' },
  { script: 'devanagari', weight: 700, name: 'D7', file: 'NotoSansDevanagari-700.ttf', postscriptName: 'NotoSansDevanagari-Bold' },
] as const;

const dottedCircle = 0x25cc;

async function loadFace(fontsDir: string, { file, ...known }: (typeof files)[number]): Promise<Face> {
  const bytes = await readFile(join(fontsDir, file)).catch((cause: unknown) => {
    throw new Fault('unexpected', `The font ${file} cannot be read; the installation is incomplete.`, {}, cause);
  });
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes)));
  if (font.face.upem !== 1000) throw new Fault('unexpected', `The font ${file} does not have 1000 units to the em.`);
  const tables = readSfnt(bytes);
  const covered = new Set(font.face.collectUnicodes());
  // HarfBuzz shows broken syllables with it; a letter must never.
  covered.delete(dottedCircle);
  const advances = readAdvances(tables);
  const spaceGlyph = font.nominalGlyph(0x20) ?? 0;
  return {
    ...known,
    font,
    covered,
    spaceGlyph,
    spaceWidth: advances[spaceGlyph] ?? 0,
    asciiOf: asciiGlyphs(font),
    advances,
    tables,
    outlineStarts: readOutlineStarts(tables),
  };
}

function asciiGlyphs(font: hb.Font): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (let code = 0x20; code < 0x7f; code++) glyphs.set(font.nominalGlyph(code) ?? 0, String.fromCharCode(code));
  return glyphs;
}

const loaded = new Map<string, Promise<Faces>>();

/** The faces of `fontsDir`, read once in the life of the thread. Fault: unexpected, naming the font that cannot be read. */
export function loadFaces(fontsDir: string): Promise<Faces> {
  const known = loaded.get(fontsDir);
  if (known) return known;
  const loading = Promise.all(files.map((file) => loadFace(fontsDir, file))).then(([latin4, latin7, deva4, deva7]) => {
    if (!latin4 || !latin7 || !deva4 || !deva7) throw new Error('every face has been loaded at this point');
    return { latin: { 400: latin4, 700: latin7 }, devanagari: { 400: deva4, 700: deva7 } };
  });
  loaded.set(fontsDir, loading);
  // A failed load is not kept: the next letter tries again.
  loading.catch(() => loaded.delete(fontsDir));
  return loading;
}
