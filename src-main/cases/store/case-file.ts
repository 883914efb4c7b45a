import { type Db, statement } from '../../../db/open.ts';
import type { CaseItem } from '../contract.ts';
import type { CaseFile } from '../rules.ts';

interface CaseRow {
  [column: string]: string | number | null;
}

const columns = [
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
const mutable = columns.filter((name) => !fixed.includes(name));

const insertCase = `INSERT INTO case_file (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`;
const updateCase = `UPDATE case_file SET ${mutable.map((name) => `${name} = @${name}`).join(', ')} WHERE ref = @ref`;

function toRow(file: CaseFile, changedSeq: number): CaseRow {
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

function fromRow(row: CaseRow): CaseFile {
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

export function insertCaseFile(db: Db, file: CaseFile, seq: number): void {
  statement(db, insertCase).run(toRow(file, seq));
}

export function updateCaseFile(db: Db, file: CaseFile, seq: number): void {
  const { next_alarm: nextAlarm, ...row } = toRow(file, seq);
  statement(db, updateCase).run(row);
  moveAlarm(db, file.ref, nextAlarm as string | null);
}

/** Notes when the next alarm of a case sounds (UTC), or that none does. */
export function moveAlarm(db: Db, ref: string, nextAlarm: string | null): void {
  statement(db, 'UPDATE case_file SET next_alarm = @nextAlarm WHERE ref = @ref AND next_alarm IS NOT @nextAlarm').run({ ref, nextAlarm });
}

/** The case of this ticket, or null. */
export function readCaseFile(db: Db, ref: string): CaseFile | null {
  const row = statement(db, 'SELECT * FROM case_file WHERE ref = ?').get(ref) as CaseRow | undefined;
  return row ? fromRow(row) : null;
}

export function readItems(db: Db, ref: string): CaseItem[] {
  return statement(db, 'SELECT n, type, value, action, acted_at AS actedAt FROM case_item WHERE ref = ? ORDER BY n').all(ref) as CaseItem[];
}

export function insertItem(db: Db, ref: string, item: CaseItem): void {
  statement(db, 'INSERT INTO case_item (ref, n, type, value, action, acted_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    ref,
    item.n,
    item.type,
    item.value,
    item.action,
    item.actedAt,
  );
}

export function updateItem(db: Db, ref: string, item: CaseItem): void {
  statement(db, 'UPDATE case_item SET action = ?, acted_at = ? WHERE ref = ? AND n = ?').run(item.action, item.actedAt, ref, item.n);
}

/** Removes items from number `from` on: an undone decision takes back the items it added. */
export function deleteItemsFrom(db: Db, ref: string, from: number): void {
  statement(db, 'DELETE FROM case_item WHERE ref = ? AND n >= ?').run(ref, from);
}

/** The text a case was received with; empty once purged. */
export function readReceivedText(db: Db, seq: number): string {
  const row = statement(db, 'SELECT body FROM journal_body WHERE seq = ?').get(seq) as { body: string | null } | undefined;
  return row?.body ? ((JSON.parse(row.body) as { text?: string }).text ?? '') : '';
}

/** The newest entry about a case. */
export function lastSeqOf(db: Db, ref: string): number {
  return (statement(db, 'SELECT max(seq) AS seq FROM journal WHERE subject = ?').get(`case:${ref}`) as { seq: number }).seq;
}

/** Whether this id is a person who works at the desk now. */
export function isDeskPerson(db: Db, id: string): boolean {
  return statement(db, 'SELECT 1 FROM desk_person WHERE id = ? AND removed_at IS NULL').get(id) !== undefined;
}

/** The number of the last case of a platform's year; 0 when there is none. */
export function lastInSeries(db: Db, platform: string, year: number): number {
  const row = statement(db, 'SELECT last FROM ticket_series WHERE platform = ? AND year = ?').get(platform, year) as
    | { last: number }
    | undefined;
  return row?.last ?? 0;
}

export function setSeries(db: Db, platform: string, year: number, last: number): void {
  statement(
    db,
    'INSERT INTO ticket_series (platform, year, last) VALUES (?, ?, ?) ON CONFLICT (platform, year) DO UPDATE SET last = excluded.last',
  ).run(platform, year, last);
}
