import { type Db, statement } from '../../db/open.ts';
import { noRota, type Rota, type SignedBy } from './contract.ts';

/** A rulebook that one person offered; `outcome` is null while another person still has to answer. Instants are UTC. */
export interface Proposal {
  seq: number;
  name: string;
  version: string;
  hash: string;
  /** The rulebook in force when it was proposed. */
  previous: string;
  content: string;
  reason: string;
  signedBy: SignedBy | null;
  proposedBy: string;
  proposedAt: string;
  outcome: 'approved' | 'declined' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  decidedReason: string | null;
}

interface ProposalRow extends Omit<Proposal, 'signedBy'> {
  signedBy: string | null;
}

const proposalColumns = `seq, name, version, hash, previous, content, reason, signed_by AS signedBy, proposed_by AS proposedBy,
  proposed_at AS proposedAt, outcome, decided_by AS decidedBy, decided_at AS decidedAt, decided_reason AS decidedReason`;

const withSigner = (row: ProposalRow): Proposal => ({ ...row, signedBy: row.signedBy ? (JSON.parse(row.signedBy) as SignedBy) : null });

/** Proposals, newest first, at most a hundred. */
export function readProposals(db: Db): Proposal[] {
  const rows = statement(db, `SELECT ${proposalColumns} FROM rulebook_proposal ORDER BY seq DESC LIMIT 100`).all() as ProposalRow[];
  return rows.map(withSigner);
}

export function readProposal(db: Db, seq: number): Proposal | null {
  const row = statement(db, `SELECT ${proposalColumns} FROM rulebook_proposal WHERE seq = ?`).get(seq) as ProposalRow | undefined;
  return row ? withSigner(row) : null;
}

export function insertProposal(
  db: Db,
  one: Pick<Proposal, 'seq' | 'name' | 'version' | 'hash' | 'previous' | 'content' | 'reason' | 'signedBy' | 'proposedBy' | 'proposedAt'>,
): void {
  statement(
    db,
    `INSERT INTO rulebook_proposal (seq, name, version, hash, previous, content, reason, signed_by, proposed_by, proposed_at)
     VALUES (@seq, @name, @version, @hash, @previous, @content, @reason, @signedBy, @proposedBy, @proposedAt)`,
  ).run({ ...one, signedBy: one.signedBy ? JSON.stringify(one.signedBy) : null });
}

export function decideProposal(
  db: Db,
  seq: number,
  decided: { outcome: 'approved' | 'declined'; by: string; at: string; reason: string | null },
): void {
  statement(
    db,
    'UPDATE rulebook_proposal SET outcome = @outcome, decided_by = @by, decided_at = @at, decided_reason = @reason WHERE seq = @seq',
  ).run({ seq, ...decided });
}

/** People of the desk who may change something on `today` (a day in IST), by id. */
export function peopleWhoAct(db: Db, today: string): { id: string; name: string }[] {
  const sql = `SELECT id, name, roles FROM desk_person WHERE removed_at IS NULL AND (from_date IS NULL OR from_date <= @today)
    AND (until_date IS NULL OR until_date >= @today) ORDER BY added_at, id`;
  const rows = statement(db, sql).all({ today }) as { id: string; name: string; roles: string }[];
  return rows
    .filter(({ roles }) => (JSON.parse(roles) as string[]).some((role) => role !== 'auditor'))
    .map(({ id, name }) => ({ id, name }));
}

/** The name of anybody who ever worked here, by id; the id itself where it is unknown. */
export function nameOf(db: Db, id: string): string {
  const row = statement(db, 'SELECT name FROM desk_person WHERE id = ?').get(id) as { name: string } | undefined;
  return row?.name ?? id;
}

/** The person whose public signing key (base64) this is, or null. */
export function personOfKey(db: Db, publicKey: string): string | null {
  const row = statement(db, 'SELECT id FROM desk_person WHERE signing_key = ?').get(publicKey) as { id: string } | undefined;
  return row?.id ?? null;
}

/** The public signing key (base64) of a person, or null. */
export function keyOfPerson(db: Db, id: string): string | null {
  const row = statement(db, 'SELECT signing_key AS publicKey FROM desk_person WHERE id = ?').get(id) as { publicKey: string } | undefined;
  return row?.publicKey ?? null;
}

export function organisationName(db: Db): string {
  return (statement(db, 'SELECT name FROM organisation').get() as { name: string }).name;
}

/** Who wrote an entry and what its body says, without the content it carries; the body is null once purged. */
export function entryOf(db: Db, seq: number): { actor: string; body: Record<string, unknown> | null } | null {
  const sql = 'SELECT j.actor, b.body FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq WHERE j.seq = ?';
  const row = statement(db, sql).get(seq) as { actor: string; body: string | null } | undefined;
  if (!row) return null;
  const { content: _content, ...body } = (row.body ? JSON.parse(row.body) : {}) as Record<string, unknown>;
  return { actor: row.actor, body: row.body ? body : null };
}

/** The rota as it was set last. */
export function readRota(db: Db): Rota {
  const row = statement(db, "SELECT value FROM setting WHERE name = 'rota'").get() as { value: string } | undefined;
  return row ? (JSON.parse(row.value) as Rota) : noRota;
}

/** A duty that no case owns, with what started it last. Instants are UTC. */
export interface DutyRow {
  family: string;
  platform: string;
  startedAt: string;
  rule: string | null;
  due: string | null;
  nextAlarm: string | null;
}

const dutyColumns = 'family, platform, started_at AS startedAt, rule, due, next_alarm AS nextAlarm';

export function readDuties(db: Db): DutyRow[] {
  return statement(db, `SELECT ${dutyColumns} FROM duty ORDER BY family, platform`).all() as DutyRow[];
}

export function readDuty(db: Db, family: string, platform: string): DutyRow | null {
  const sql = `SELECT ${dutyColumns} FROM duty WHERE family = ? AND platform = ?`;
  return (statement(db, sql).get(family, platform) as DutyRow | undefined) ?? null;
}

/** Duties whose next alarm is at or before `upto` (UTC), earliest first. */
export function dutiesWithAlarm(db: Db, upto: string): DutyRow[] {
  return statement(db, `SELECT ${dutyColumns} FROM duty WHERE next_alarm <= ? ORDER BY next_alarm, family, platform`).all(
    upto,
  ) as DutyRow[];
}

export function earliestDutyAlarm(db: Db): string | null {
  return (statement(db, 'SELECT min(next_alarm) AS at FROM duty').get() as { at: string | null }).at;
}

export function keepDuty(db: Db, duty: DutyRow & { seq: number }): void {
  statement(
    db,
    `INSERT INTO duty (family, platform, started_at, rule, due, next_alarm, changed_seq)
     VALUES (@family, @platform, @startedAt, @rule, @due, @nextAlarm, @seq)
     ON CONFLICT (family, platform) DO UPDATE SET started_at = excluded.started_at, rule = excluded.rule, due = excluded.due,
     next_alarm = excluded.next_alarm, changed_seq = excluded.changed_seq`,
  ).run(duty);
}

export function moveDutyAlarm(db: Db, family: string, platform: string, nextAlarm: string | null): void {
  statement(db, 'UPDATE duty SET next_alarm = ? WHERE family = ? AND platform = ?').run(nextAlarm, family, platform);
}
