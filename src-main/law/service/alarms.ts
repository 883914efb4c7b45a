import { openAlarms, readAlarm } from '../../cases/index.ts';
import { type Desk, nowOf, post, write } from '../../desk/desk.ts';
import { Fault } from '../../desk/faults.ts';
import type { AlarmList, AlarmStep } from '../contract.ts';
import { callAt, dutyOfRef, onCall } from '../rules.ts';
import { readRota } from '../store.ts';
import { countAlarms, watchedDesks } from './watched.ts';

const mostListed = 200;

/**
 * The list of alarms: those shown and not acknowledged, two hundred at most, and how many there are; with those of the restricted
 * cases that the person at the desk can open.
 */
export function listAlarms(desk: Desk): AlarmList {
  const contacts = onCall(readRota(desk.db), nowOf(desk));
  const desks = watchedDesks(desk);
  const alarms = desks.flatMap(({ db }) => openAlarms(db, mostListed)).map((alarm) => ({ ...alarm, call: callAt(alarm.step, contacts) }));
  if (desks.length > 1) alarms.sort((a, b) => (`${a.due} ${a.ref}` < `${b.due} ${b.ref}` ? -1 : 1));
  return { alarms: alarms.slice(0, mostListed), total: countAlarms(desk) };
}

/**
 * Somebody has seen an alarm and says so. Once is enough: a second time changes nothing.
 * Faults: not-found when no such alarm is shown any more, refused when a later step has been shown since.
 */
export function acknowledgeAlarm(desk: Desk, { ref, rule, step }: { ref: string; rule: string; step: AlarmStep }): AlarmList {
  const shown = readAlarm(desk.db, ref, rule);
  if (!shown) throw new Fault('not-found', `No alarm of ${rule} is shown for ${ref}: its clock no longer runs.`);
  if (shown.step !== step) throw new Fault('refused', `The alarm of ${rule} for ${ref} has gone on to ${shown.step}: look at it again.`);
  if (shown.acknowledgedAt === null) {
    const duty = dutyOfRef(ref);
    const entry = duty
      ? { kind: 'duty.alarm-acknowledged', subject: `workspace:${desk.workspace}`, body: { ...duty, rule, step } }
      : { kind: 'alarm.acknowledged', subject: `case:${ref}`, body: { rule, step } };
    write(desk, ['alarms', 'status', duty ? 'law' : `case:${ref}`], () => post(desk, entry));
  }
  return listAlarms(desk.walls.outer());
}
