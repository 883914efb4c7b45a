import { type Db, statement } from '../../../db/open.ts';
import type { CaseItem } from '../contract.ts';
import type { CaseFile } from '../rules.ts';

/** One row of `case_file`. */
export interface CaseRow {
  [column: string]: string | number | null;
}

/** Every column of `case_file`, in the order of `caseCells`. */
export const caseColumns = [
  'ref',
  'seq',
  'platform',
  'kind',
  'state',
  'identity',
  'outcome',
  'subject',
  'complainant',
  'on_behalf_of',
  'channel',
  'received_at',
  'received_from',
  'confirm_receipt',
  'entered_at',
  'late_reason',
  'historical',
  'old_reference',
  'assignee',
  'backup',
  'facts',
  'moments',
  'clocks',
  'rulebook',
  'decision',
  'next_due',
  'links',
  'target',
  'next_alarm',
  'changed_seq',
] as const;
// The next alarm has an index, so it is written only when it moves.
const fixed = ['ref', 'seq', 'entered_at', 'historical', 'old_reference', 'next_alarm'];
const mutable = caseColumns.filter((name) => !fixed.includes(name));

const insertCase = `INSERT INTO case_file (${caseColumns.join(', ')}) VALUES (${caseColumns.map((name) => `@${name}`).join(', ')})`;
const updateCase = `UPDATE case_file SET ${mutable.map((name) => `${name} = @${name}`).join(', ')} WHERE ref = @ref`;

export function toRow(file: CaseFile, changedSeq: number): CaseRow {
  return {
    ref: file.ref,
    seq: file.seq,
    platform: file.platform,
    kind: file.kind,
    state: file.state,
    identity: file.identity,
    outcome: file.outcome,
    subject: file.subject,
    complainant: JSON.stringify(file.complainant),
    on_behalf_of: file.onBehalfOf,
    channel: file.channel,
    received_at: file.receivedAt,
    received_from: file.receivedFrom,
    confirm_receipt: file.confirmReceipt ? 1 : 0,
    entered_at: file.enteredAt,
    late_reason: file.lateReason,
    historical: file.historical ? 1 : 0,
    old_reference: file.oldReference,
    assignee: file.assignee,
    backup: file.backup,
    facts: JSON.stringify(file.facts),
    moments: JSON.stringify(file.moments),
    clocks: JSON.stringify(file.clocks),
    rulebook: file.rulebook,
    decision: file.decision ? JSON.stringify(file.decision) : null,
    next_due: file.nextDue,
    links: JSON.stringify(file.links),
    target: file.target ? JSON.stringify(file.target) : null,
    next_alarm: file.nextAlarm,
    changed_seq: changedSeq,
  };
}

export function fromRow(row: CaseRow): CaseFile {
  const json = (name: string) => JSON.parse(row[name] as string);
  return {
    ref: row['ref'],
    seq: row['seq'],
    platform: row['platform'],
    kind: row['kind'],
    state: row['state'],
    identity: row['identity'],
    outcome: row['outcome'],
    subject: row['subject'],
    complainant: json('complainant'),
    onBehalfOf: row['on_behalf_of'],
    channel: row['channel'],
    receivedAt: row['received_at'],
    receivedFrom: row['received_from'],
    confirmReceipt: row['confirm_receipt'] === 1,
    enteredAt: row['entered_at'],
    lateReason: row['late_reason'],
    historical: row['historical'] === 1,
    oldReference: row['old_reference'],
    assignee: row['assignee'],
    backup: row['backup'],
    facts: json('facts'),
    moments: json('moments'),
    clocks: json('clocks'),
    rulebook: row['rulebook'],
    decision: row['decision'] === null ? null : json('decision'),
    nextDue: row['next_due'],
    links: json('links'),
    target: row['target'] === null ? null : json('target'),
    nextAlarm: row['next_alarm'],
  } as CaseFile;
}

export function insertCaseRow(db: Db, file: CaseFile, seq: number): void {
  statement(db, insertCase).run(toRow(file, seq));
}

export function updateCaseRow(db: Db, file: CaseFile, seq: number): void {
  const { next_alarm: nextAlarm, ...row } = toRow(file, seq);
  statement(db, updateCase).run(row);
  moveAlarmRow(db, file.ref, nextAlarm as string | null);
}

export function moveAlarmRow(db: Db, ref: string, nextAlarm: string | null): void {
  statement(db, 'UPDATE case_file SET next_alarm = @nextAlarm WHERE ref = @ref AND next_alarm IS NOT @nextAlarm').run({ ref, nextAlarm });
}

export function readCaseRow(db: Db, ref: string): CaseRow | undefined {
  return statement(db, 'SELECT * FROM case_file WHERE ref = ?').get(ref) as CaseRow | undefined;
}

export function readItemRows(db: Db, ref: string): CaseItem[] {
  return statement(db, 'SELECT n, type, value, action, acted_at AS actedAt, proof FROM case_item WHERE ref = ? ORDER BY n').all(
    ref,
  ) as CaseItem[];
}

export function insertItemRow(db: Db, ref: string, { n, type, value, action, actedAt, proof }: CaseItem): void {
  const sql = 'INSERT INTO case_item (ref, n, type, value, action, acted_at, proof) VALUES (?, ?, ?, ?, ?, ?, ?)';
  statement(db, sql).run(ref, n, type, value, action, actedAt, proof ?? null);
}

export function updateItemRow(db: Db, ref: string, item: CaseItem): void {
  statement(db, 'UPDATE case_item SET action = ?, acted_at = ?, proof = ? WHERE ref = ? AND n = ?').run(
    item.action,
    item.actedAt,
    item.proof ?? null,
    ref,
    item.n,
  );
}

export function deleteItemRowsFrom(db: Db, ref: string, from: number): void {
  statement(db, 'DELETE FROM case_item WHERE ref = ? AND n >= ?').run(ref, from);
}

/** Takes a case with its items out again; only a rebuild does that. */
export function deleteCaseRows(db: Db, ref: string): void {
  statement(db, 'DELETE FROM case_file WHERE ref = ?').run(ref);
  deleteItemRowsFrom(db, ref, 0);
}
