import type { Db } from '../../db/open.ts';
import { acknowledgeAlarmRow, keepAlarm, keepAlarms } from '../cases/index.ts';
import { currentRulebook } from '../desk/adopted.ts';
import { type EntryHead, type FoldMap, noFold } from '../journal/index.ts';
import type { AlarmStep, AlarmWay, SignedBy } from './contract.ts';
import { dutyDue, dutyRef, nextAlarm } from './rules.ts';
import { decideProposal, insertProposal, keepDuty, moveDutyAlarm, readDuty } from './store.ts';

interface ProposedBody {
  name: string;
  version: string;
  hash: string;
  previous: string;
  content: string;
  reason: string;
  signedBy: SignedBy | null;
}

function proposed(db: Db, entry: EntryHead, raw: unknown): void {
  const { name, version, hash, previous, content, reason, signedBy } = raw as ProposedBody;
  const by = { proposedBy: entry.actor, proposedAt: entry.at };
  insertProposal(db, { seq: entry.seq, name, version, hash, previous, content, reason, signedBy, ...by });
}

function decided(outcome: 'approved' | 'declined') {
  return (db: Db, entry: EntryHead, raw: unknown): void => {
    const { proposal, reason } = raw as { proposal: number; reason: string | null };
    decideProposal(db, proposal, { outcome, by: entry.actor, at: entry.at, reason });
  };
}

/** Which duty an entry is about. Duties are the workspace's own, so the subject does not tell. */
interface DutyBody {
  family: string;
  platform: string;
}

/** When the next alarm of a duty sounds after `after`; none where it has no date or cannot be missed. */
function alarmOfDuty(next: ReturnType<typeof dutyDue>, start: string, after: string): string | null {
  return next && nextAlarm([{ ...next, start, state: 'runs' }], after);
}

function startDuty(db: Db, entry: EntryHead, { family, platform }: DutyBody, startedAt: string): void {
  const next = dutyDue(currentRulebook(db).rulebook, family, startedAt);
  const dates = { rule: next?.rule ?? null, due: next?.due ?? null, nextAlarm: alarmOfDuty(next, startedAt, entry.at) };
  keepDuty(db, { family, platform, startedAt, ...dates, seq: entry.seq });
  keepAlarms(db, dutyRef({ family, platform }), []);
}

interface ShownBody extends DutyBody {
  rule: string;
  step: AlarmStep;
  due: string;
  how: AlarmWay;
  upto: string;
}

function dutyAlarmShown(db: Db, entry: EntryHead, raw: unknown): void {
  const { family, platform, rule, step, due, how, upto } = raw as ShownBody;
  const duty = readDuty(db, family, platform);
  if (!duty) return;
  keepAlarm(db, { ref: dutyRef(duty), rule, step, due, how, shownAt: entry.at });
  const next = dutyDue(currentRulebook(db).rulebook, family, duty.startedAt);
  moveDutyAlarm(db, family, platform, alarmOfDuty(next, duty.startedAt, upto));
}

export const lawFolds: FoldMap = {
  'rulebook.proposed': proposed,
  'rulebook.approved': decided('approved'),
  'rulebook.declined': decided('declined'),
  'rulebook.exported': noFold,
  'profile.exported': noFold,
  'clocks.checked': noFold,
  'duty.done': (db, entry, raw) => {
    const body = raw as DutyBody & { at: string };
    startDuty(db, entry, body, body.at);
  },
  'duty.recomputed': (db, entry, raw) => {
    const { family, platform } = raw as DutyBody;
    const duty = readDuty(db, family, platform);
    if (duty) startDuty(db, entry, duty, duty.startedAt);
  },
  'duty.alarm-shown': dutyAlarmShown,
  'duty.alarm-acknowledged': (db, entry, raw) => {
    const { rule, step, ...duty } = raw as DutyBody & { rule: string; step: string };
    acknowledgeAlarmRow(db, { ref: dutyRef(duty), rule, step, at: entry.at, by: entry.actor });
  },
};
