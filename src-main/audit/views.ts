import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../db/open.ts';

/** A view for auditors: its name and the SELECT behind it. */
export interface AuditView {
  name: string;
  select: string;
}

const shape = /^(?:--[^\n]*\n)*CREATE VIEW ([a-z_]+) AS\n(SELECT[\s\S]+?);\n$/;

/** Reads the views of a folder (`db/views`), one CREATE VIEW a file, in the order of their file names. */
export function readViews(dir: string): AuditView[] {
  const files = readdirSync(dir).filter((name) => name.endsWith('.sql'));
  return files.sort().map((name) => {
    const match = shape.exec(readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n'));
    if (!match?.[1] || !match[2]) throw new Error(`The file ${name} does not hold one CREATE VIEW.`);
    return { name: match[1], select: match[2] };
  });
}

/** A hash without a salt confirms a guess of what was hashed: a mail that somebody has, a picture on a list. */
const guessable = 'sha256';

/**
 * Writes what each view shows of `source` into a table of its name in `target`: an outside tool needs no folds. Hashes of
 * letters and files are left out (NULL) for cases whose bodies are not handed over, as `isAsked` says by ticket.
 */
export function materialiseViews(source: Db, target: Db, views: readonly AuditView[], isAsked: (ticket: string | null) => boolean): void {
  for (const { name, select } of views) {
    // Whole numbers travel as bigint: as plain numbers they would arrive as 16.0.
    const rows = source.prepare(select).raw().safeIntegers();
    const columns = rows.columns().map((column) => column.name);
    target.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
    const insert = target.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    const [hash, ticket] = [columns.indexOf(guessable), columns.indexOf('ticket')];
    for (const row of rows.iterate() as Iterable<unknown[]>) {
      if (hash >= 0 && !isAsked(row[ticket] as string | null)) row[hash] = null;
      insert.run(...row);
    }
  }
}
