import { type Db, statement } from '../../../db/open.ts';
import type { IdentifierKind, PartyRole } from '../contract.ts';
import type { Key } from '../rules/keys.ts';

/** Says which record somebody of a case hangs on. */
export function insertCaseParty(db: Db, row: { ref: string; role: PartyRole; party: string }): void {
  statement(db, 'INSERT INTO case_party (ref, role, party) VALUES (@ref, @role, @party) ON CONFLICT DO NOTHING').run(row);
}

export function deleteCaseParty(db: Db, row: { ref: string; role: PartyRole; party: string }): void {
  statement(db, 'DELETE FROM case_party WHERE ref = @ref AND role = @role AND party = @party').run(row);
}

/** The record that who asks was hung on, or null where she has that of her case. */
export function hungOn(db: Db, ref: string): string | null {
  const row = statement(db, "SELECT party FROM case_party WHERE ref = ? AND role = 'complainant'").get(ref) as
    | { party: string }
    | undefined;
  return row?.party ?? null;
}

/** Those of a case that have a row: who acts for another, and who asks where she was hung on a record. */
export function rowsOfCase(db: Db, ref: string): { role: PartyRole; party: string }[] {
  const sql = 'SELECT role, party FROM case_party WHERE ref = ? ORDER BY role, party';
  return statement(db, sql).all(ref) as { role: PartyRole; party: string }[];
}

/** `ref` is the case that brings it; empty where a person of the desk added it. */
export function insertKeys(db: Db, party: string, ref: string, keys: readonly Key[], name: string | null): void {
  const insert = statement(db, 'INSERT INTO party_key (kind, value, party, ref, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  for (const { kind, value } of keys) insert.run(kind, value, party, ref, name);
}

export function deleteKeys(db: Db, party: string, ref: string, keys: readonly Key[]): void {
  const remove = statement(db, 'DELETE FROM party_key WHERE kind = ? AND value = ? AND party = ? AND ref = ?');
  for (const { kind, value } of keys) remove.run(kind, value, party, ref);
}

/** Records with this identifier, the newest cases first. */
export function holdersOf(
  db: Db,
  kind: IdentifierKind,
  value: string,
  limit: number,
): { party: string; ref: string; name: string | null }[] {
  const sql = 'SELECT party, ref, name FROM party_key WHERE kind = ? AND value = ? ORDER BY party DESC, ref DESC LIMIT ?';
  return statement(db, sql).all(kind, value, limit) as { party: string; ref: string; name: string | null }[];
}

/** Records whose identifier of this kind begins so. */
export function holdersOfPrefix(db: Db, kind: IdentifierKind, prefix: string, limit: number): string[] {
  const sql = 'SELECT DISTINCT party FROM party_key WHERE kind = ? AND value >= ? AND value < ? LIMIT ?';
  return (statement(db, sql).all(kind, prefix, `${prefix}\u{10ffff}`, limit) as { party: string }[]).map(({ party }) => party);
}

/** An identifier that a person of the desk added to a record. */
export interface AddedIdentifier {
  party: string;
  kind: IdentifierKind;
  value: string;
  shown: string;
}

export function insertIdentifier(db: Db, added: AddedIdentifier & { seq: number }): void {
  statement(
    db,
    'INSERT INTO party_identifier (party, kind, value, shown, seq) VALUES (@party, @kind, @value, @shown, @seq) ON CONFLICT DO NOTHING',
  ).run(added);
}

export function deleteIdentifier(db: Db, { party, kind, value }: Omit<AddedIdentifier, 'shown'>): void {
  statement(db, 'DELETE FROM party_identifier WHERE party = ? AND kind = ? AND value = ?').run(party, kind, value);
}

export function addedIdentifiers(db: Db, party: string): AddedIdentifier[] {
  const sql = 'SELECT party, kind, value, shown FROM party_identifier WHERE party = ? ORDER BY seq, kind, value';
  return statement(db, sql).all(party) as AddedIdentifier[];
}
