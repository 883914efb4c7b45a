import type { Db } from '../../../db/open.ts';
import type { Problem } from '../contract.ts';
import { createReport } from './report.ts';

/** A table as docs/verify.md shows it: its columns in order; the first is the primary key, a number where `isNumbered`. */
export interface DocumentedTable {
  name: string;
  columns: readonly string[];
  isNumbered: boolean;
}

/**
 * What is wrong with the tables themselves. Only a key declared so holds whole numbers, none of them NULL and none twice: a
 * table made otherwise can keep rows from a walk by numbers.
 */
export function tableProblems(db: Db, tables: readonly DocumentedTable[]): Problem[] {
  const report = createReport();
  for (const table of tables) {
    if (!isAsDocumented(db, table)) report.add('schema-differs', { table: table.name }, 'the table is not made as documented');
  }
  return report.result().problems;
}

function isAsDocumented(db: Db, { name, columns, isNumbered }: DocumentedTable): boolean {
  const found = db.prepare('SELECT name FROM pragma_table_info(?) ORDER BY cid').pluck().all(name) as string[];
  if (found.join() !== columns.join()) return false;
  const sql = db.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?").pluck().get(name) as string;
  const key = new RegExp(`^CREATE TABLE ["'\\[\`]?${name}["'\\]\`]? *\\(\\s*["'\\[\`]?${columns[0]}["'\\]\`]? INTEGER PRIMARY KEY,`, 'i');
  return !isNumbered || (key.test(sql) && !/without/i.test(sql));
}
