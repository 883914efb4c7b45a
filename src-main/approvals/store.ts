import { type Db, statement } from '../../db/open.ts';
import type { Approval, GuardedAct } from './contract.ts';

const columns = `SELECT seq, act, subject, object, reason, proposed_by AS proposedBy, proposed_at AS proposedAt, outcome,
  decided_by AS decidedBy, decided_at AS decidedAt, decided_reason AS decidedReason, used_at AS usedAt FROM approval`;

export interface Wanted {
  act: GuardedAct;
  subject: string;
  object: string;
}

/** Approvals, those that wait first, then the newest; at most two hundred. */
export function readApprovals(db: Db): Approval[] {
  return statement(db, `${columns} ORDER BY outcome IS NOT NULL, seq DESC LIMIT 200`).all() as Approval[];
}

/** Every request to do one act, the newest first. */
export function readApprovalsTo(db: Db, act: GuardedAct): Approval[] {
  return statement(db, `${columns} WHERE act = ? ORDER BY seq DESC`).all(act) as Approval[];
}

export function readApproval(db: Db, seq: number): Approval | null {
  return (statement(db, `${columns} WHERE seq = ?`).get(seq) as Approval | undefined) ?? null;
}

/** What a person asked for about the same, newest first. */
export function readAsked(db: Db, person: string, { act, subject, object }: Wanted): Approval[] {
  const sql = `${columns} WHERE proposed_by = ? AND act = ? AND subject = ? AND object = ? ORDER BY seq DESC`;
  return statement(db, sql).all(person, act, subject, object) as Approval[];
}

export function insertApproval(db: Db, row: Wanted & Pick<Approval, 'seq' | 'reason' | 'proposedBy' | 'proposedAt'>): void {
  statement(
    db,
    `INSERT INTO approval (seq, act, subject, object, reason, proposed_by, proposed_at)
     VALUES (@seq, @act, @subject, @object, @reason, @proposedBy, @proposedAt)`,
  ).run(row);
}

export function decideApproval(
  db: Db,
  row: { seq: number; outcome: 'approved' | 'declined' | 'withdrawn'; by: string; at: string; reason: string | null },
): void {
  statement(
    db,
    'UPDATE approval SET outcome = @outcome, decided_by = @by, decided_at = @at, decided_reason = @reason WHERE seq = @seq',
  ).run(row);
}

export function spendApproval(db: Db, seq: number, at: string): void {
  statement(db, 'UPDATE approval SET used_at = ? WHERE seq = ?').run(at, seq);
}

/** People who may change something at the desk on `today` (a day in IST), by id. */
export function peopleWhoMayAct(db: Db, today: string): string[] {
  const sql = `SELECT id, roles FROM desk_person WHERE removed_at IS NULL AND (from_date IS NULL OR from_date <= @today)
    AND (until_date IS NULL OR until_date >= @today)`;
  const rows = statement(db, sql).all({ today }) as { id: string; roles: string }[];
  return rows.filter(({ roles }) => (JSON.parse(roles) as string[]).some((role) => role !== 'auditor')).map(({ id }) => id);
}

/** Names of everybody who ever worked here, by id. */
export function namesOfPeople(db: Db): Map<string, string> {
  const rows = statement(db, 'SELECT id, name FROM desk_person').all() as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
