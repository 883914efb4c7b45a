import { type Db, statement } from '../../db/open.ts';
import { yearInIndia } from '../cases/rules.ts';
import { type FoldMap, noFold } from '../journal/index.ts';

interface CreatedBody {
  workspace: string;
  organisation: string;
  synthetic: boolean;
}

interface PersonBody {
  name: string;
  designation: string | null;
  roles: string[];
  exchangeKey: string;
  signingKey: string;
}

interface SlotBody {
  kind: string;
  label: string;
  person: string | null;
}

const ticketsSkippedByRestore = 1_000;
const insertPerson = `INSERT INTO desk_person (id, name, designation, roles, exchange_key, signing_key, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/**
 * After a restore: numbers given out since the backup stand on letters and must not be given out again. A platform that had
 * no case yet in the year of the restore may have got its first ones since.
 */
function skipTickets(db: Db, year: number): void {
  const moved = ticketsSkippedByRestore;
  statement(db, 'UPDATE ticket_series SET last = last + ?').run(moved);
  statement(
    db,
    "INSERT OR IGNORE INTO ticket_series (platform, year, last) SELECT DISTINCT name, ?, ? FROM adopted WHERE kind = 'profile'",
  ).run(year, moved);
}

/** The workspace itself, its people, slots and settings. */
export const workspaceFolds: FoldMap = {
  'workspace.created': (db, entry, raw) => {
    const body = raw as CreatedBody;
    statement(db, "INSERT INTO organisation (id, workspace, name, synthetic, created_at) VALUES ('organisation', ?, ?, ?, ?)").run(
      body.workspace,
      body.organisation,
      body.synthetic ? 1 : 0,
      entry.at,
    );
  },
  'desk.opened': (db, entry, raw) => {
    const { restoredFrom } = raw as { restoredFrom: string | null };
    statement(db, 'INSERT INTO desk (id, opened_at, opened_seq, restored_from) VALUES (?, ?, ?, ?)').run(
      entry.desk,
      entry.at,
      entry.seq,
      restoredFrom,
    );
    if (restoredFrom !== null) skipTickets(db, yearInIndia(entry.at));
  },
  'person.added': (db, entry, raw) => {
    const body = raw as PersonBody;
    statement(db, insertPerson).run(
      entry.subject,
      body.name,
      body.designation,
      JSON.stringify(body.roles),
      body.exchangeKey,
      body.signingKey,
      entry.at,
    );
  },
  'slot.added': (db, entry, raw) => {
    const body = raw as SlotBody;
    statement(db, 'INSERT INTO key_slot (id, kind, label, person, added_at) VALUES (?, ?, ?, ?, ?)').run(
      entry.subject,
      body.kind,
      body.label,
      body.person,
      entry.at,
    );
  },
  'setting.changed': (db, entry, raw) => {
    const { name, value } = raw as { name: string; value: unknown };
    statement(
      db,
      'INSERT INTO setting (name, value, changed_seq) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_seq = excluded.changed_seq',
    ).run(name, JSON.stringify(value), entry.seq);
  },
  'clock.corrected': noFold,
  'backup.made': noFold,
  'workspace.restored': noFold,
  'workspace.locked': noFold,
  'audit.copied': noFold,
  'checkpoint.exported': noFold,
  'recovery.exported': noFold,
};
