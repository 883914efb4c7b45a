import type { Db } from '../../db/open.ts';
import { tableSorts } from '../../db/schema.ts';

/**
 * The tables that somebody inside the walls sees as everybody does, each with why. All others are hers alone: empty tables of the
 * same shape in memory, which hide the desk's own and hold what the sealed entries say.
 */
export const seenByAll: Readonly<Record<string, string>> = {
  checkpoint: 'signs the one record',
  merkle_node: 'the tree over the one record',
  organisation: 'whose desk it is',
  desk: 'which desk it is',
  epoch: 'the keys that sign the one record',
  desk_person: 'who works here',
  appointment: 'the officers of record',
  key_slot: 'whose passphrases open the workspace',
  rulebook_proposal: 'the law is the same for all cases',
  setting: 'settings are the same for all cases',
  case_tombstone: 'what remains of purged cases is told to everybody',
  preference: 'this desk’s own, of no case',
  job: 'this desk’s own, of no case',
  wall: 'which cases are restricted is told to everybody',
  wall_key: 'wrapped keys open nothing by themselves',
  wall_file: 'names of files, without their keys',
  wall_tombstone: 'what remains of destroyed walls is told to everybody',
};

/** Shown as it stood at an earlier entry while old entries are folded again. */
const asItStood = 'adopted';

interface Made {
  name: string;
  sql: string;
}

const hiddenTables = Object.keys(tableSorts).filter((name) => seenByAll[name] === undefined && name !== asItStood);

/** Tables and indexes as the file has them, so that the two never drift apart. Tables of an index live in its own module. */
function madeInFile(db: Db, names: readonly string[]): Made[] {
  const sql = `SELECT name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index')
    AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY type DESC, rowid`;
  return db.prepare(sql).all(JSON.stringify(names)) as Made[];
}

/** `CREATE TABLE x` as a table of this connection alone, in memory. */
const inMemory = ({ sql }: Made): string => sql.replace(/^CREATE (VIRTUAL TABLE|TABLE|INDEX|UNIQUE INDEX)\s+/, 'CREATE $1 temp.');

/** Hides the tables of cases behind empty ones in memory, on a connection of its own. */
export function hideTables(db: Db): void {
  for (const made of madeInFile(db, hiddenTables)) db.exec(inMemory(made));
  db.exec(`INSERT INTO temp.search_progress VALUES (1, 0); INSERT INTO temp.party_progress VALUES (1, 0);
    CREATE TEMP TABLE seen_upto (seq INTEGER NOT NULL); INSERT INTO seen_upto VALUES (0);
    CREATE TEMP VIEW adopted AS SELECT * FROM main.adopted WHERE adopted_seq <= (SELECT seq FROM temp.seen_upto)`);
}

/** What was adopted after entry `seq` is not seen yet; of `Infinity`, all is. */
export function seeUpto(db: Db, seq: number): void {
  db.prepare('UPDATE temp.seen_upto SET seq = ?').run(Math.min(seq, Number.MAX_SAFE_INTEGER));
}
