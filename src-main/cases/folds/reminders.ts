import type { Db } from '../../../db/open.ts';
import { foldSheet, keepEntry } from '../../government/index.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import { keepReminderId, type Reminder, sheetReminderId } from '../../law/contract.ts';
import { change } from './case.ts';

/** Replaces what a case is reminded of under one entry; none, where it is over. */
function remind(db: Db, entry: EntryHead, of: number, reminder: Reminder | null): void {
  change(db, entry, (file) => {
    const others = (file.clocks.reminders ?? []).filter((one) => one.of !== of);
    return { ...file, clocks: { ...file.clocks, reminders: reminder ? [...others, reminder] : others } };
  });
}

const keepUntil = (of: number, start: string, due: string): Reminder => ({ rule: keepReminderId, of, start, due });

interface Preserved {
  preservation: number;
  from: string;
  until: string;
}

/** What ends or is to be back at an instant stands beside the clocks of its case. */
export const reminderFolds: FoldMap = {
  'preservation.made': (db, entry, raw) => {
    keepEntry(db, entry, raw);
    const { from, until } = raw as Preserved;
    remind(db, entry, entry.seq, keepUntil(entry.seq, from, until));
  },
  'preservation.renewed': (db, entry, raw) => {
    keepEntry(db, entry, raw);
    const { preservation, until } = raw as Preserved;
    remind(db, entry, preservation, keepUntil(preservation, entry.at, until));
  },
  'preservation.released': (db, entry, raw) => {
    keepEntry(db, entry, raw);
    remind(db, entry, (raw as Preserved).preservation, null);
  },
  'sheet.sent': (db, entry, raw) => {
    foldSheet(db, entry, raw);
    const { dueBack } = raw as { dueBack: string | null };
    if (dueBack !== null) remind(db, entry, entry.seq, { rule: sheetReminderId, of: entry.seq, start: entry.at, due: dueBack });
  },
};
