import { type Db, statement } from '../../../db/open.ts';
import type { AlarmStep, AlarmWay, OpenAlarm } from '../../law/contract.ts';
import { holderOf } from './held.ts';

/** The instant (UTC) of the earliest alarm of any open case that nobody has heard, or null. */
export function earliestAlarm(db: Db): string | null {
  const row = statement(db, 'SELECT min(next_alarm) AS at FROM case_file WHERE next_alarm IS NOT NULL').get() as { at: string | null };
  return row.at;
}

/** Tickets whose next alarm is at or before `upto` (UTC), earliest first, at most `limit`. */
export function refsWithAlarm(db: Db, upto: string, limit: number): string[] {
  const sql = 'SELECT ref FROM case_file WHERE next_alarm IS NOT NULL AND next_alarm <= ? ORDER BY next_alarm, rowid LIMIT ?';
  return (statement(db, sql).all(upto, limit) as { ref: string }[]).map(({ ref }) => ref);
}

/** Keeps what was shown last for one clock; a new step asks to be acknowledged anew. */
export function keepAlarm(db: Db, alarm: OpenAlarm): void {
  holderOf(db)?.alarmed.add(alarm.ref);
  statement(
    db,
    `INSERT INTO alarm (ref, rule, step, due, how, shown_at) VALUES (@ref, @rule, @step, @due, @how, @shownAt)
     ON CONFLICT (ref, rule) DO UPDATE SET step = excluded.step, due = excluded.due, how = excluded.how, shown_at = excluded.shown_at,
     acknowledged_at = NULL, acknowledged_by = NULL`,
  ).run(alarm);
}

/** Forgets the alarms of clocks that no longer run; `running` are those that do. */
export function keepAlarms(db: Db, ref: string, running: readonly { rule: string }[]): void {
  if (holderOf(db)?.alarmed.has(ref) === false) return;
  const rows = statement(db, 'SELECT rule FROM alarm WHERE ref = ?').all(ref) as { rule: string }[];
  for (const { rule } of rows)
    if (!running.some((clock) => clock.rule === rule)) statement(db, 'DELETE FROM alarm WHERE ref = ? AND rule = ?').run(ref, rule);
}

/** Notes who acknowledged the alarm that was shown last, if it is still the one of this step. */
export function acknowledgeAlarmRow(db: Db, alarm: { ref: string; rule: string; step: string; at: string; by: string }): void {
  statement(
    db,
    'UPDATE alarm SET acknowledged_at = @at, acknowledged_by = @by WHERE ref = @ref AND rule = @rule AND step = @step AND acknowledged_at IS NULL',
  ).run(alarm);
}

const openColumns = 'ref, rule, step, due, how, shown_at AS shownAt';

/** Alarms that were shown and that nobody has acknowledged, earliest due first. */
export function openAlarms(db: Db, limit: number): OpenAlarm[] {
  return statement(db, `SELECT ${openColumns} FROM alarm WHERE acknowledged_at IS NULL ORDER BY due, ref LIMIT ?`).all(
    limit,
  ) as OpenAlarm[];
}

export function countOpenAlarms(db: Db): number {
  return (statement(db, 'SELECT count(*) AS n FROM alarm WHERE acknowledged_at IS NULL').get() as { n: number }).n;
}

/** The alarm shown last for one clock, or null. */
export function readAlarm(db: Db, ref: string, rule: string): { step: AlarmStep; how: AlarmWay; acknowledgedAt: string | null } | null {
  const sql = 'SELECT step, how, acknowledged_at AS acknowledgedAt FROM alarm WHERE ref = ? AND rule = ?';
  return (statement(db, sql).get(ref, rule) as { step: AlarmStep; how: AlarmWay; acknowledgedAt: string | null } | undefined) ?? null;
}
