/** The tables of a TrueType font, and a smaller font out of them that keeps its glyph numbers. */
export type SfntTables = Map<string, Uint8Array>;

/** Tables that a PDF reader needs to draw glyphs by number (ISO 32000-1, 9.9); the rest only serves shaping. */
const embedded = ['cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'prep'];

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads the table directory of a TrueType file. The tables are windows on `bytes`, not copies. */
export function readSfnt(bytes: Uint8Array): SfntTables {
  const data = view(bytes);
  const tables: SfntTables = new Map();
  for (let index = 0; index < data.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = data.getUint32(entry + 8);
    tables.set(tag, bytes.subarray(start, start + data.getUint32(entry + 12)));
  }
  return tables;
}

/** A table that every TrueType font has. */
export function tableOf(tables: SfntTables, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new Error(`the font has no ${tag} table`);
  return table;
}

/** Where each outline begins in glyf, with one more entry for the end of the last. */
export function readOutlineStarts(tables: SfntTables): Uint32Array {
  const loca = view(tableOf(tables, 'loca'));
  const count = view(tableOf(tables, 'maxp')).getUint16(4) + 1;
  const isLong = view(tableOf(tables, 'head')).getInt16(50) === 1;
  return Uint32Array.from({ length: count }, (_, glyph) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)));
}

/** Advance widths by glyph, in font units. */
export function readAdvances(tables: SfntTables): Uint16Array {
  const hmtx = view(tableOf(tables, 'hmtx'));
  const longs = view(tableOf(tables, 'hhea')).getUint16(34);
  const count = view(tableOf(tables, 'maxp')).getUint16(4);
  return Uint16Array.from({ length: count }, (_, glyph) => hmtx.getUint16(4 * Math.min(glyph, longs - 1)));
}

/** Flags of a composite glyph's part (OpenType specification, glyf table). */
const hasWords = 0x0001;
const hasMore = 0x0020;
const transformBytes = [
  { flag: 0x0008, size: 2 },
  { flag: 0x0040, size: 4 },
  { flag: 0x0080, size: 8 },
];

/** The parts of a composite glyph; empty for a simple one. */
function partsOf(outline: Uint8Array): number[] {
  const data = view(outline);
  if (outline.length === 0 || data.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  let at = 10;
  for (let flags = hasMore; flags & hasMore; ) {
    flags = data.getUint16(at);
    parts.push(data.getUint16(at + 2));
    const transform = transformBytes.find(({ flag }) => flags & flag)?.size ?? 0;
    at += 4 + (flags & hasWords ? 4 : 2) + transform;
  }
  return parts;
}

function withParts(glyphs: Iterable<number>, outline: (glyph: number) => Uint8Array): Set<number> {
  const kept = new Set<number>([0]);
  const open = [...glyphs];
  for (let glyph = open.pop(); glyph !== undefined; glyph = open.pop()) {
    if (kept.has(glyph)) continue;
    kept.add(glyph);
    open.push(...partsOf(outline(glyph)));
  }
  return kept;
}

/**
 * The font with the outlines and widths of `glyphs` alone (glyph 0 and parts of composites included). Glyph numbers stay,
 * so that text written with them needs no translation; what is blank compresses away.
 */
export function subsetSfnt(tables: SfntTables, starts: Uint32Array, glyphs: Iterable<number>): Uint8Array {
  const glyf = tableOf(tables, 'glyf');
  const outline = (glyph: number) => glyf.subarray(starts[glyph], starts[glyph + 1]);
  const kept = withParts(glyphs, outline);
  const { glyf: newGlyf, loca } = blankOutlines(starts.length - 1, kept, outline);
  const head = tableOf(tables, 'head').slice();
  view(head).setInt16(50, 1);
  const hmtx = blankAdvances(tables, kept);
  const replaced = new Map([
    ['glyf', newGlyf],
    ['loca', loca],
    ['head', head],
    ['hmtx', hmtx],
  ]);
  const kind = embedded.flatMap((tag): [string, Uint8Array][] => {
    const table = replaced.get(tag) ?? tables.get(tag);
    return table ? [[tag, table]] : [];
  });
  return writeSfnt(kind);
}

function blankOutlines(count: number, kept: Set<number>, outline: (glyph: number) => Uint8Array) {
  const loca = new Uint8Array(4 * (count + 1));
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    view(loca).setUint32(4 * glyph, at);
    if (!kept.has(glyph)) continue;
    chunks.push(outline(glyph));
    at += chunks.at(-1)?.length ?? 0;
  }
  view(loca).setUint32(4 * count, at);
  const glyf = new Uint8Array(at);
  let end = 0;
  for (const chunk of chunks) {
    glyf.set(chunk, end);
    end += chunk.length;
  }
  return { glyf, loca };
}

function blankAdvances(tables: SfntTables, kept: Set<number>): Uint8Array {
  const hmtx = tableOf(tables, 'hmtx');
  const longs = view(tableOf(tables, 'hhea')).getUint16(34);
  const blank = new Uint8Array(hmtx.length);
  for (const glyph of kept) {
    const isLong = glyph < longs;
    const start = isLong ? 4 * glyph : 4 * longs + 2 * (glyph - longs);
    blank.set(hmtx.subarray(start, start + (isLong ? 4 : 2)), start);
  }
  // The last full entry gives the advance of all glyphs after it.
  blank.set(hmtx.subarray(4 * (longs - 1), 4 * longs), 4 * (longs - 1));
  return blank;
}

function checksum(bytes: Uint8Array): number {
  const data = view(bytes);
  let sum = 0;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  let rest = 0;
  for (let byte = 0; byte < 4; byte++) rest = (rest << 8) | (bytes[at + byte] ?? 0);
  return (sum + (rest >>> 0)) >>> 0;
}

/** Writes a TrueType file of `tables`, which come in the order of their tags (OpenType specification, font file). */
function writeSfnt(tables: [string, Uint8Array][]): Uint8Array {
  const padded = (length: number) => (length + 3) & ~3;
  const directory = 12 + 16 * tables.length;
  const file = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), directory));
  const data = view(file);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  data.setUint32(0, 0x00010000);
  data.setUint16(4, tables.length);
  data.setUint16(6, 16 * power);
  data.setUint16(8, Math.log2(power));
  data.setUint16(10, 16 * (tables.length - power));
  let start = directory;
  let headStart = 0;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + 16 * index;
    if (tag === 'head') {
      headStart = start;
      view(table).setUint32(8, 0);
    }
    file.set(new TextEncoder().encode(tag), entry);
    data.setUint32(entry + 4, checksum(table));
    data.setUint32(entry + 8, start);
    data.setUint32(entry + 12, table.length);
    file.set(table, start);
    start += padded(table.length);
  });
  data.setUint32(headStart + 8, (0xb1b0afba - checksum(file)) >>> 0);
  return file;
}
