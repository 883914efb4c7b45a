import type { Db } from '../../../db/open.ts';
import type { HeldRows } from '../contract.ts';
import type { Report } from './report.ts';

type Cell = string | number | bigint | null | Buffer;

/** Reports tables, indexes and triggers that are not as the migrations make them: a dropped trigger lets rows change. */
export function compareSchemas(live: Db, rebuilt: Db, report: Report): void {
  const objects = readSchema(live);
  for (const [name, sql] of readSchema(rebuilt)) {
    const found = objects.get(name);
    objects.delete(name);
    if (found === sql) continue;
    const detail = found === undefined ? 'it is missing' : 'its definition is not that of this version';
    report.add('schema-differs', { table: 'sqlite_schema', key: name }, detail);
  }
  for (const name of objects.keys()) report.add('schema-differs', { table: 'sqlite_schema', key: name }, 'this version does not have it');
}

function readSchema(db: Db): Map<string, string> {
  const sql = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
  return new Map(db.prepare(sql).raw().all() as [string, string][]);
}

interface Columns {
  /** Those of the key, in its order. */
  key: string[];
  all: string[];
}

function readColumns(db: Db, table: string): Columns {
  const rows = db.prepare('SELECT name, pk FROM pragma_table_info(?) ORDER BY cid').all(table) as { name: string; pk: number }[];
  const key = rows.filter((row) => row.pk > 0).sort((a, b) => a.pk - b.pk);
  const all = rows.map((row) => row.name);
  return { key: key.length > 0 ? key.map((row) => row.name) : all, all };
}

/**
 * Compares two tables of one name cell by cell, in the order of the key; a table that is not in both is the schema's matter.
 * Rows that were held are passed over, and the whole table where there are no others on either side.
 */
export function compareTable(live: Db, rebuilt: Db, table: string, { report, held }: { report: Report; held: HeldRows | null }): void {
  const columns = readColumns(rebuilt, table);
  const isSame = JSON.stringify(readColumns(live, table)) === JSON.stringify(columns);
  if (columns.all.length === 0 || !isSame) return;
  const known = held?.count(table) ?? 0;
  if (known > 0 && countRows(live, table) === known && countRows(rebuilt, table) === 0) return;
  const isOpen = (row: Cell[]) => known === 0 || !held?.has(table, row.slice(0, columns.key.length));
  for (const [a, b] of paired(readTable(live, table, columns, isOpen), readTable(rebuilt, table, columns), columns.key.length)) {
    if (!b) report.add('fold-row-extra', { table, key: keyText(a!, columns) }, 'the record does not give this row');
    else if (!a) report.add('fold-row-missing', { table, key: keyText(b, columns) }, 'the record gives this row');
    else compareRows({ table, columns, report }, a, b);
  }
}

const countRows = (db: Db, table: string) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;

/** Two row streams in the order of their keys, side by side: a row without its like stands alone. */
function* paired(left: Iterator<Cell[]>, right: Iterator<Cell[]>, keyCells: number): Generator<[Cell[] | undefined, Cell[] | undefined]> {
  let a: Cell[] | undefined = left.next().value;
  let b: Cell[] | undefined = right.next().value;
  while (a || b) {
    const order = orderOf(a, b, keyCells);
    yield [order <= 0 ? a : undefined, order >= 0 ? b : undefined];
    if (order <= 0) a = left.next().value;
    if (order >= 0) b = right.next().value;
  }
}

function orderOf(a: Cell[] | undefined, b: Cell[] | undefined, keyCells: number): number {
  if (a && b) return compareKeys(a, b, keyCells);
  return a ? -1 : 1;
}

/** Key cells first, then all cells. Whole numbers come as bigint, so that none is rounded into looking right. */
function* readTable(db: Db, table: string, { key, all }: Columns, isWanted: (row: Cell[]) => boolean = () => true): Generator<Cell[]> {
  const quoted = (names: string[]) => names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ');
  const sql = `SELECT ${quoted(key)}, ${quoted(all)} FROM "${table}" ORDER BY ${quoted(key)}`;
  for (const row of db.prepare(sql).raw().safeIntegers().iterate() as Iterable<Cell[]>) if (isWanted(row)) yield row;
}

function compareRows({ table, columns, report }: { table: string; columns: Columns; report: Report }, live: Cell[], rebuilt: Cell[]): void {
  const { key, all } = columns;
  for (const [index, name] of all.entries()) {
    if (compareCells(live[key.length + index]!, rebuilt[key.length + index]!) === 0) continue;
    report.add('fold-differs', { table, key: keyText(live, columns) }, `column ${name} differs`);
  }
}

function compareKeys(a: Cell[], b: Cell[], length: number): number {
  for (let index = 0; index < length; index++) {
    const order = compareCells(a[index]!, b[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

/** SQLite's own order: NULL, numbers, text, blobs; text by its UTF-8 bytes. */
function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (a === null || b === null) return 0;
  if (rankOf(a) === 1) return a < b ? -1 : a > b ? 1 : 0;
  return Buffer.compare(bytesOf(a), bytesOf(b));
}

function rankOf(cell: Cell): number {
  if (cell === null) return 0;
  if (typeof cell === 'number' || typeof cell === 'bigint') return 1;
  return typeof cell === 'string' ? 2 : 3;
}

const bytesOf = (cell: Cell) => (Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell), 'utf8'));

function keyText(row: Cell[], { key }: Columns): string {
  return row
    .slice(0, key.length)
    .map((cell) => (Buffer.isBuffer(cell) ? cell.toString('hex') : String(cell)))
    .join('/');
}
