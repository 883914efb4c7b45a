import { yearInIndia } from '../cases/rules.ts';
import { type FoldMap, noFold } from '../journal/index.ts';
import { insertDesk, insertOrganisation, insertPerson, insertSlot, keepSetting, moveSeries } from './store-rows.ts';

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

/** After a restore: numbers given out since the backup stand on letters and must not be given out again. */
const ticketsSkippedByRestore = 1_000;

/** The workspace itself, its people, slots and settings. */
export const workspaceFolds: FoldMap = {
  'workspace.created': (db, { at }, raw) => {
    const { workspace, organisation, synthetic } = raw as CreatedBody;
    insertOrganisation(db, { workspace, name: organisation, synthetic, at });
  },
  'desk.opened': (db, { desk, at, seq }, raw) => {
    const { restoredFrom } = raw as { restoredFrom: string | null };
    insertDesk(db, { id: desk, at, seq, restoredFrom });
    if (restoredFrom !== null) moveSeries(db, ticketsSkippedByRestore, yearInIndia(at));
  },
  'person.added': (db, { subject, at }, raw) => insertPerson(db, { ...(raw as PersonBody), id: subject, at }),
  'slot.added': (db, { subject, at }, raw) => insertSlot(db, { ...(raw as SlotBody), id: subject, at }),
  'setting.changed': (db, { seq }, raw) => {
    const { name, value } = raw as { name: string; value: unknown };
    keepSetting(db, name, value, seq);
  },
  'clock.corrected': noFold,
  'backup.made': noFold,
  'workspace.restored': noFold,
  'workspace.locked': noFold,
  'audit.copied': noFold,
  'checkpoint.exported': noFold,
  'recovery.exported': noFold,
};
