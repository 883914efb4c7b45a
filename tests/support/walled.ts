import type { Db } from '../../db/open.ts';
import { addCase } from '../../src-main/cases/index.ts';
import type { Desk } from '../../src-main/desk/desk.ts';

/** Words that stand in an invented blocking direction and nowhere else. */
export const seededWords = ['Zarquonwell', 'Flimbertide', 'Quobnash', 'Vextrimole'];
const [subject, body, address, officer] = seededWords as [string, string, string, string];

/** A blocking direction under section 69A; everything in it is invented. */
export const blockingDirection = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  platform: 'cocial',
  kind: 'blocking-direction',
  receivedAt: '2026-11-21T11:30:00+05:30',
  channel: 'email',
  subject: `Direction about ${subject}`,
  text: `The committee asks about ${body}.`,
  items: [{ type: 'url', value: `https://posts.example/${address}` }],
  order: {
    instrument: 'it-69a',
    agency: 'Example Ministry',
    officerName: `O. ${officer}`,
    number: 'X/69A/1/2026',
    datedOn: '2026-11-20',
    inWriting: true,
    signed: true,
    authorised: true,
    reasoned: true,
  },
  ...over,
});

/** Files an invented direction at whatever desk is given; answers its ticket. */
export const fileDirection = (desk: Desk, over: Record<string, unknown> = {}): string => addCase(desk, blockingDirection(over)).ref;

function cellsOf(db: Db, table: string): string[] {
  const rows = db.prepare(`SELECT * FROM main."${table}"`).raw().all() as unknown[][];
  return rows.flat().flatMap((cell) => (Buffer.isBuffer(cell) ? cell.toString('latin1') : cell === null ? [] : String(cell)));
}

/** Every cell of every table of the file, those of the index's own tables too, as anybody with the data key reads them. */
export function everyCell(db: Db): string {
  const names = db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  return names.flatMap((name) => cellsOf(db, name)).join('\n');
}

/** The decrypted bytes of the database with its log, free pages and gaps of pages included. */
export const everyByte = (db: Db): string => db.serialize().toString('latin1');
