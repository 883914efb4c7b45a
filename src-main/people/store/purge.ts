import { type Db, statement } from '../../../db/open.ts';

/** The records that entries of a case began: its own, and those of people who came into it. */
export function recordsBegunIn(db: Db, ref: string): string[] {
  const sql = `SELECT 'party:' || seq AS party FROM journal WHERE subject = ?
    AND kind IN ('case.received', 'case.party-set', 'authority.recorded') ORDER BY seq`;
  return (statement(db, sql).all(`case:${ref}`) as { party: string }[]).map(({ party }) => party);
}

/** The entries about these people, merges with others and what undid them included. */
export function entriesAbout(db: Db, people: readonly string[]): number[] {
  const sql = `WITH gone(party) AS (SELECT value FROM json_each(?)),
      met(seq, party) AS (SELECT seq, party FROM party_merge WHERE party IN gone OR into_party IN gone)
    SELECT seq FROM journal WHERE subject IN gone UNION SELECT seq FROM met
    UNION SELECT seq FROM party_apart WHERE party IN gone OR other IN gone
    UNION SELECT j.seq FROM met JOIN journal j ON j.subject = met.party AND j.kind = 'party.parted' JOIN journal_body b ON b.seq = j.seq
      WHERE json_extract(b.body, '$.merge') = met.seq ORDER BY 1`;
  return (statement(db, sql).all(JSON.stringify(people)) as { seq: number }[]).map(({ seq }) => seq);
}
