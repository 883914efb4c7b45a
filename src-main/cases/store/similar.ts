import { type Db, statement } from '../../../db/open.ts';
import type { Decision, SimilarDecision } from '../contract.ts';
import { readCaseFile } from './case-file.ts';

/** The last decisions on other cases of the same kind and platform, newest first. Empty for a case that is not there. */
export function similarDecisions(db: Db, ref: string, limit: number): SimilarDecision[] {
  const file = readCaseFile(db, ref);
  if (!file) return [];
  const sql = `SELECT ref, subject, decision FROM case_file WHERE platform = ? AND kind = ? AND decision IS NOT NULL AND ref <> ?
    ORDER BY CASE WHEN json_valid(decision) THEN decision ->> 'seq' END DESC LIMIT ?`;
  const rows = statement(db, sql).all(file.platform, file.kind, ref, limit) as { ref: string; subject: string; decision: string }[];
  return rows.map(({ decision, ...row }) => {
    const { outcome, ground, clause, reasons, decidedAt } = JSON.parse(decision) as Decision;
    return { ...row, outcome, ground, clause, reasons, decidedAt };
  });
}
