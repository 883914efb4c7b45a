import { type Db, statement } from '../../../db/open.ts';
import type { Disclosure, DisclosuresView, Production } from '../contract.ts';
import { foldedAccount } from '../rules.ts';

interface Head {
  seq: number;
  at: string;
  actor: string;
}

export type ProductionBody = Pick<Production, 'name' | 'sizeBytes' | 'sha256' | 'note'>;

export function insertProduction(db: Db, ref: string, { seq, at, actor }: Head, body: ProductionBody): void {
  const { name, sizeBytes, sha256, note } = body;
  statement(
    db,
    `INSERT INTO production (seq, ref, name, size_bytes, sha256, note, at, "by")
     VALUES (@seq, @ref, @name, @sizeBytes, @sha256, @note, @at, @actor)`,
  ).run({ seq, ref, name, sizeBytes, sha256, note, at, actor });
}

export interface MadeBody
  extends Pick<
    Disclosure,
    | 'sha256'
    | 'category'
    | 'periodFrom'
    | 'periodTo'
    | 'volume'
    | 'mode'
    | 'recipient'
    | 'legalBasis'
    | 'accounts'
    | 'at'
    | 'proof'
    | 'reason'
    | 'approveBy'
    | 'isSecret'
    | 'secretUntil'
  > {
  production: number;
  approval?: number;
  sole?: true;
}

export function insertDisclosure(db: Db, ref: string, { seq, actor }: Head, body: MadeBody): void {
  const { accounts, isSecret, sole, approval = null, ...rest } = body;
  const { production, sha256, category, periodFrom, periodTo, volume, mode, recipient, legalBasis, at, proof, reason } = rest;
  const { approveBy, secretUntil } = rest;
  statement(
    db,
    `INSERT INTO disclosure (seq, ref, production, sha256, category, period_from, period_to, volume, mode, recipient, legal_basis,
       accounts, at, proof, reason, approval, is_sole, approve_by, is_secret, secret_until, "by")
     VALUES (@seq, @ref, @production, @sha256, @category, @periodFrom, @periodTo, @volume, @mode, @recipient, @legalBasis,
       @accounts, @at, @proof, @reason, @approval, @isSole, @approveBy, @isSecret, @secretUntil, @actor)`,
  ).run({
    ...{ seq, ref, production, sha256, category, periodFrom, periodTo, volume, mode, recipient, legalBasis, at, proof, reason },
    ...{ approveBy, secretUntil, approval, actor, accounts: JSON.stringify(accounts) },
    isSole: sole ? 1 : 0,
    isSecret: isSecret ? 1 : 0,
  });
  const insert = statement(db, 'INSERT INTO disclosure_account (account, disclosure) VALUES (?, ?) ON CONFLICT DO NOTHING');
  for (const account of accounts) insert.run(foldedAccount(account), seq);
}

export function insertApprovalAfter(db: Db, row: { disclosure: number; at: string; reason: string; by: string }): void {
  statement(db, 'INSERT INTO disclosure_approval (disclosure, at, reason, "by") VALUES (@disclosure, @at, @reason, @by)').run(row);
}

export function insertNotice(db: Db, row: { disclosure: number; at: string; how: string }): void {
  statement(db, 'INSERT INTO disclosure_notice (disclosure, told_at, how) VALUES (@disclosure, @at, @how)').run(row);
}

export function insertCounsel(db: Db, row: { seq: number; ref: string; allow: 0 | 1; counsel: string; reason: string; at: string }): void {
  const sql = 'INSERT INTO counsel_decision (seq, ref, allow, counsel, reason, at) VALUES (@seq, @ref, @allow, @counsel, @reason, @at)';
  statement(db, sql).run(row);
}

const columns = `SELECT d.seq, d.ref, f.name AS file, d.sha256, d.category, d.period_from AS periodFrom, d.period_to AS periodTo, d.volume,
  d.mode, d.recipient, d.legal_basis AS legalBasis, d.accounts, d.at, d.proof, d.reason, d."by", coalesce(p.name, d."by") AS byName,
  coalesce(q.name, a.decided_by, r.name, e."by") AS approverName, d.is_sole AS isSole, d.approve_by AS approveBy, d.is_secret AS isSecret,
  d.secret_until AS secretUntil, n.told_at AS toldAt, n.how AS toldHow
  FROM disclosure AS d JOIN production AS f ON f.seq = d.production LEFT JOIN desk_person AS p ON p.id = d."by"
  LEFT JOIN approval AS a ON a.seq = d.approval LEFT JOIN desk_person AS q ON q.id = a.decided_by
  LEFT JOIN disclosure_approval AS e ON e.disclosure = d.seq LEFT JOIN desk_person AS r ON r.id = e."by"
  LEFT JOIN disclosure_notice AS n ON n.disclosure = d.seq`;

type Row = Omit<Disclosure, 'accounts' | 'isSole' | 'isSecret'> & { accounts: string; isSole: number; isSecret: number };

const fromRow = (row: Row): Disclosure => ({
  ...row,
  accounts: JSON.parse(row.accounts) as string[],
  isSole: row.isSole === 1,
  isSecret: row.isSecret === 1,
});

/** What was hashed and disclosed in a case, oldest first, and counsel's last word. */
export function disclosuresOf(db: Db, ref: string): DisclosuresView {
  const files = `SELECT f.seq, f.name, f.size_bytes AS sizeBytes, f.sha256, f.note, f.at, coalesce(p.name, f."by") AS byName
    FROM production AS f LEFT JOIN desk_person AS p ON p.id = f."by" WHERE f.ref = ? ORDER BY f.seq`;
  const word = 'SELECT allow, counsel, reason, at FROM counsel_decision WHERE ref = ? ORDER BY seq DESC LIMIT 1';
  const counsel = statement(db, word).get(ref) as { allow: number; counsel: string; reason: string; at: string } | undefined;
  return {
    productions: statement(db, files).all(ref) as Production[],
    disclosures: (statement(db, `${columns} WHERE d.ref = ? ORDER BY d.seq`).all(ref) as Row[]).map(fromRow),
    counsel: counsel ? { ...counsel, allow: counsel.allow === 1 } : null,
  };
}

/** The register, newest first; with an account, everything that was ever disclosed about it. */
export function disclosedAbout(db: Db, account?: string): Disclosure[] {
  if (account === undefined || account.trim() === '')
    return (statement(db, `${columns} ORDER BY d.seq DESC LIMIT 500`).all() as Row[]).map(fromRow);
  const sql = `${columns} WHERE d.seq IN (SELECT disclosure FROM disclosure_account WHERE account = ?) ORDER BY d.seq DESC`;
  return (statement(db, sql).all(foldedAccount(account)) as Row[]).map(fromRow);
}
