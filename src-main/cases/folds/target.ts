import type { Db } from '../../../db/open.ts';
import { adoptedCalendar } from '../../desk/adopted.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import type { OwnTarget, TargetPause, WorkingCount } from '../../law/contract.ts';
import { resumedTarget } from '../../law/rules.ts';
import { readCaseFile } from '../store.ts';
import { change, refOf } from './case.ts';

interface SetBody {
  due: string;
  reason: string | null;
  working: WorkingCount | null;
}

/** The calendar that counted a target; the record holds every version that was ever used. */
function calendarOf(db: Db, target: OwnTarget) {
  return target.working ? adoptedCalendar(db, target.working.hash) : null;
}

/** Lets a paused target run again; nothing where it was not paused. */
export function resumeTarget(db: Db, entry: EntryHead, endedBy: 'person' | 'mail'): void {
  const target = readCaseFile(db, refOf(entry))?.target;
  if (!target?.paused) return;
  change(db, entry, (file) => ({ ...file, target: resumedTarget(target, entry.at, endedBy, calendarOf(db, target)) }));
}

export const targetFolds: FoldMap = {
  'target.set': (db, entry, raw) => {
    const { due, reason, working } = raw as SetBody;
    change(db, entry, (file) => ({ ...file, target: { setAt: entry.at, due, reason, working, paused: null, pauses: [] } }));
  },
  'target.paused': (db, entry, raw) => {
    const { code, text } = raw as Pick<TargetPause, 'code' | 'text'>;
    change(db, entry, (file) => (file.target ? { ...file, target: { ...file.target, paused: { at: entry.at, code, text } } } : file));
  },
  'target.extended': (db, entry, raw) => {
    const { due, was, reason, working } = raw as SetBody & { was: string; reason: string };
    change(db, entry, (file) =>
      file.target
        ? {
            ...file,
            target: { ...file.target, due, working, extensions: [...(file.target.extensions ?? []), { at: entry.at, was, reason }] },
          }
        : file,
    );
  },
  'target.removed': (db, entry) => change(db, entry, (file) => ({ ...file, target: null })),
  'target.resumed': (db, entry) => resumeTarget(db, entry, 'person'),
  // The rulebook or the profile changed under the case: nothing about the case did, so its clocks alone are made anew.
  'clocks.recomputed': (db, entry) => change(db, entry, (file) => file),
};
