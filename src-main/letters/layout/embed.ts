import { createHash } from 'node:crypto';
import type { Face } from './faces.ts';
import { subsetSfnt, tableOf } from './sfnt.ts';
import type { ShapedWord } from './shape.ts';

/** The fonts of one document: which glyphs each face lent it, and the text they stand for. */
export interface FontBook {
  /** Notes that `word` is written; the face's dictionary will hold its glyphs. */
  note(word: ShapedWord): void;
  noteSpace(face: Face): void;
  /** The resources that every page carries. */
  resources: Record<string, PDFKit.PDFKitReference>;
  /** Writes the fonts into the document. Call once, after the last word. */
  embed(): void;
}

interface UsedFace {
  face: Face;
  dictionary: PDFKit.PDFKitReference;
  /** Glyph to the text it stands for; empty where the glyph is not the first of its cluster. */
  glyphs: Map<number, string>;
}

/** Opens the book: font dictionaries are numbered now and filled in by `embed`. */
export function openFontBook(document: PDFKit.PDFDocument): FontBook {
  const used = new Map<string, UsedFace>();
  const words = new Set<ShapedWord>();
  const resources: Record<string, PDFKit.PDFKitReference> = {};
  const usedFace = (face: Face): UsedFace => {
    const known = used.get(face.name);
    if (known) return known;
    const opened: UsedFace = { face, dictionary: document.ref({}), glyphs: new Map() };
    used.set(face.name, opened);
    resources[face.name] = opened.dictionary;
    return opened;
  };
  return {
    resources,
    note(word) {
      if (words.has(word)) return;
      words.add(word);
      for (const { face, glyph, text } of word.glyphs) noteGlyph(usedFace(face), glyph, text);
    },
    noteSpace(face) {
      usedFace(face).glyphs.set(face.spaceGlyph, ' ');
    },
    embed() {
      for (const face of used.values()) embedFace(document, face);
    },
  };
}

/** Plain ASCII keeps its own text whatever came first; of other glyphs the first text stays, in the order of the letter. */
function noteGlyph({ face, glyphs }: UsedFace, glyph: number, text: string): void {
  const own = face.asciiOf.get(glyph) ?? text;
  if (!glyphs.get(glyph)) glyphs.set(glyph, own);
}

const text = (value: string) => new String(value);

function subsetTag(glyphs: number[]): string {
  const digest = createHash('sha256').update(glyphs.join(' ')).digest();
  return String.fromCharCode(...[...digest.subarray(0, 6)].map((byte) => 65 + (byte % 26)));
}

/** A Type 0 font with glyph numbers for codes (ISO 32000-1, 9.7). */
function embedFace(document: PDFKit.PDFDocument, { face, dictionary, glyphs }: UsedFace): void {
  const numbers = [...glyphs.keys()].sort((a, b) => a - b);
  const name = `${subsetTag(numbers)}+${face.postscriptName}`;
  const descendant = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor(document, face, name, numbers),
    CIDToGIDMap: 'Identity',
    DW: face.spaceWidth,
    W: widths(face, numbers),
  });
  descendant.end(undefined);
  Object.assign(dictionary.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode(document, numbers, glyphs),
  });
  dictionary.end(undefined);
}

function descriptor(document: PDFKit.PDFDocument, face: Face, name: string, glyphs: number[]): PDFKit.PDFKitReference {
  const file = document.ref({});
  const program = subsetSfnt(face.tables, face.outlineStarts, glyphs);
  Object.assign(file.data, { Length1: program.length });
  file.end(program);
  const head = tableOf(face.tables, 'head');
  const os2 = tableOf(face.tables, 'OS/2');
  const read = (table: Uint8Array, offset: number) => new DataView(table.buffer, table.byteOffset).getInt16(offset);
  const reference = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    // Symbolic: the codes are glyph numbers of no standard encoding.
    Flags: 4,
    FontBBox: [36, 38, 40, 42].map((offset) => read(head, offset)),
    ItalicAngle: 0,
    Ascent: read(os2, 68),
    Descent: read(os2, 70),
    CapHeight: read(os2, 88),
    StemV: face.weight === 700 ? 140 : 80,
    FontFile2: file,
  });
  reference.end(undefined);
  return reference;
}

function widths(face: Face, glyphs: number[]): (number | number[])[] {
  const runs: [number, number[]][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    const width = face.advances[glyph] ?? 0;
    if (last && last[0] + last[1].length === glyph) last[1].push(width);
    else runs.push([glyph, [width]]);
  }
  return runs.flat();
}

function utf16Hex(value: string): string {
  return Array.from({ length: value.length }, (_, index) => value.charCodeAt(index).toString(16).padStart(4, '0')).join('');
}

/** The map from glyphs to text (ISO 32000-1, 9.10.3) for readers that do not heed ActualText. */
function toUnicode(document: PDFKit.PDFDocument, numbers: number[], glyphs: Map<number, string>): PDFKit.PDFKitReference {
  const entries = numbers
    .filter((glyph) => glyphs.get(glyph))
    .map((glyph) => `<${utf16Hex(String.fromCharCode(glyph))}> <${utf16Hex(glyphs.get(glyph) ?? '')}>`);
  const blocks: string[] = [];
  // The CMap language allows a hundred entries in a block.
  for (let start = 0; start < entries.length; start += 100) {
    const block = entries.slice(start, start + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  const reference = document.ref({});
  reference.end(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`);
  return reference;
}
