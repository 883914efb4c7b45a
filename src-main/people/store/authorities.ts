import { type Db, statement } from '../../../db/open.ts';
import type { Authority } from '../contract.ts';

interface AuthorityRow extends Omit<Authority, 'scope' | 'isNotarised'> {
  scope: string | null;
  isNotarised: number;
}

const columns = `id, ref, type, instrument, registered_number AS registeredNumber, dated_on AS datedOn, scope, expires_on AS expiresOn,
  is_notarised AS isNotarised, principal, representative, evidence, recorded_at AS recordedAt, ended_on AS endedOn,
  ended_reason AS endedReason`;

/** The authorities that were recorded for a case, oldest first. */
export function authoritiesOf(db: Db, ref: string): Authority[] {
  const rows = statement(db, `SELECT ${columns} FROM authority WHERE ref = ? ORDER BY recorded_at, id`).all(ref) as AuthorityRow[];
  return rows.map((row) => ({ ...row, scope: row.scope === null ? null : JSON.parse(row.scope), isNotarised: row.isNotarised === 1 }));
}

export function insertAuthority(db: Db, authority: Omit<Authority, 'endedOn' | 'endedReason'>): void {
  const { scope, isNotarised, ...plain } = authority;
  statement(
    db,
    `INSERT INTO authority (id, ref, type, instrument, registered_number, dated_on, scope, expires_on, is_notarised, principal,
     representative, evidence, recorded_at) VALUES (@id, @ref, @type, @instrument, @registeredNumber, @datedOn, @scope, @expiresOn,
     @isNotarised, @principal, @representative, @evidence, @recordedAt)`,
  ).run({ ...plain, scope: scope === null ? null : JSON.stringify(scope), isNotarised: isNotarised ? 1 : 0 });
}

export function endAuthorityRow(db: Db, id: string, ended: { on: string; reason: string }): void {
  statement(db, 'UPDATE authority SET ended_on = @on, ended_reason = @reason WHERE id = @id').run({ ...ended, id });
}
