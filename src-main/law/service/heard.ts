import { readCaseFile, refsWithAlarm } from '../../cases/index.ts';
import { currentRulebook } from '../../desk/adopted.ts';
import { type Desk, post, write } from '../../desk/desk.ts';
import { Fault } from '../../desk/faults.ts';
import type { Alarm, AlarmWay } from '../contract.ts';
import { alarmSteps, alarmsFor, dutyDue, dutyOfRef, dutyRef, passedAlarms, type Watched } from '../rules.ts';
import { type DutyRow, dutiesWithAlarm } from '../store.ts';

/** An alarm with what it is about: a ticket, or `duty:FAMILY:platform`. */
export interface SubjectAlarm extends Alarm {
  ref: string;
  /** Of a restricted case: only the ticket is ever said of it. */
  isRestricted?: boolean;
}

/** An alarm on its way into the record. */
export interface HeardAlarm extends SubjectAlarm {
  how: AlarmWay;
}

function clocksOfDuty(desk: Desk, duty: DutyRow): Watched[] {
  const next = dutyDue(currentRulebook(desk.db).rulebook, duty.family, duty.startedAt);
  return next ? [{ ...next, start: duty.startedAt, state: 'runs' }] : [];
}

const markOf = (desk: Desk): Pick<SubjectAlarm, 'isRestricted'> => (desk === desk.walls.outer() ? {} : { isRestricted: true });

/** The alarms of up to `limit` cases, and of duties, that are due at `now` (UTC) and that nobody has heard. */
export function dueAlarms(desk: Desk, now: string, limit: number): SubjectAlarm[] {
  const marked = markOf(desk);
  const ofCases = refsWithAlarm(desk.db, now, limit).flatMap((ref) => {
    const file = readCaseFile(desk.db, ref);
    if (!file?.nextAlarm) return [];
    return passedAlarms(file.clocks.now, file.nextAlarm, now).map((alarm) => ({ ...alarm, ref, ...marked }));
  });
  const ofDuties = dutiesWithAlarm(desk.db, now).flatMap((duty) =>
    passedAlarms(clocksOfDuty(desk, duty), duty.nextAlarm ?? now, now).map((alarm) => ({ ...alarm, ref: dutyRef(duty) })),
  );
  return [...ofCases, ...ofDuties];
}

/** The cases whose alarms are kept while the desk is locked: those that come first. */
const mostKeptCases = 5_000;

/** Every alarm after `now` and up to `upto` (UTC) that a locked desk goes on sounding, in order. */
export function alarmsToKeep(desk: Desk, now: string, upto: string): SubjectAlarm[] {
  const within = (ref: string, clocks: readonly Watched[]) =>
    alarmsFor(clocks, alarmSteps, now)
      .filter(({ at }) => at <= upto)
      .map((alarm) => ({ ...alarm, ref, ...markOf(desk) }));
  const ofCases = refsWithAlarm(desk.db, upto, mostKeptCases).flatMap((ref) => within(ref, readCaseFile(desk.db, ref)?.clocks.now ?? []));
  const ofDuties = dutiesWithAlarm(desk.db, upto).flatMap((duty) => within(dutyRef(duty), clocksOfDuty(desk, duty)));
  return [...ofCases, ...ofDuties].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Faults under which nothing can be written now; the alarm sounds all the same and is recorded later. */
const notNow = ['clock-moved', 'not-allowed', 'disk-full', 'read-only'];

/** Records that alarms were shown, in one transaction; false where the desk cannot write at this moment. */
export function recordShown(desk: Desk, alarms: readonly HeardAlarm[], now: string): boolean {
  if (alarms.length === 0) return true;
  const topics = ['alarms', 'status', ...new Set(alarms.map(({ ref }) => (dutyOfRef(ref) ? 'law' : `case:${ref}`)))];
  try {
    write(desk, topics, () => {
      for (const alarm of alarms) postShown(desk, alarm, now);
    });
    return true;
  } catch (error) {
    if (error instanceof Fault && notNow.includes(error.code)) return false;
    throw error;
  }
}

function postShown(desk: Desk, { ref, rule, step, due, at, how }: HeardAlarm, upto: string): void {
  const body = { rule, step, due, at, how, upto };
  const duty = dutyOfRef(ref);
  if (duty) post(desk, { kind: 'duty.alarm-shown', subject: `workspace:${desk.workspace}`, body: { ...duty, ...body } });
  else post(desk, { kind: 'alarm.shown', subject: `case:${ref}`, body });
}
