import type { Db } from '../../../db/open.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import type { AlarmStep, AlarmWay } from '../../law/contract.ts';
import { nextAlarm } from '../../law/rules.ts';
import { isOpen } from '../rules.ts';
import { acknowledgeAlarmRow, keepAlarm, moveAlarm, readCaseFile } from '../store.ts';
import { refOf } from './case.ts';

interface ShownBody {
  rule: string;
  step: AlarmStep;
  due: string;
  how: AlarmWay;
  /** Every alarm of the case up to this instant (UTC) has been dealt with. */
  upto: string;
}

/** The alarm was shown: it stays on the list until somebody acknowledges it, and the case waits for its next one. */
function shown(db: Db, entry: EntryHead, raw: unknown): void {
  const { rule, step, due, how, upto } = raw as ShownBody;
  const ref = refOf(entry);
  const file = readCaseFile(db, ref);
  if (!file || !isOpen(file)) return;
  keepAlarm(db, { ref, rule, step, due, how, shownAt: entry.at });
  moveAlarm(db, ref, file.historical ? null : nextAlarm(file.clocks.now, upto));
}

export const alarmFolds: FoldMap = {
  'alarm.shown': shown,
  'alarm.acknowledged': (db, entry, raw) => {
    const { rule, step } = raw as { rule: string; step: string };
    acknowledgeAlarmRow(db, { ref: refOf(entry), rule, step, at: entry.at, by: entry.actor });
  },
};
