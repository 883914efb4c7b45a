import { type Db, statement } from '../../db/open.ts';
import type { AnswerPackage, Manifest } from './contract.ts';

/** A package as the record tells it. */
export type KeptPackage = Omit<AnswerPackage, 'isStale'>;

function isGone(db: Db, attachment: string): boolean {
  return statement(db, "SELECT 1 FROM attachment WHERE id = ? AND quarantine = 'withheld'").get(attachment) !== undefined;
}

interface Row {
  seq: number;
  at: string;
  by: string;
  kind: string;
  body: string;
}

interface BuiltBody {
  package: { id: string; name: string; sizeBytes: number; sha256: string };
  language: 'en' | 'hi';
  basis: string;
  manifest: Manifest;
}

interface ReleasedBody {
  package: string;
  sentBy: string;
  passwordBy: string;
}

const sql = `SELECT j.seq, j.at, coalesce(p.name, j.actor) AS by, j.kind, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
  LEFT JOIN desk_person p ON p.id = j.actor
  WHERE j.subject = ? AND j.kind IN ('package.built', 'package.released') AND b.body IS NOT NULL ORDER BY j.seq`;

/** The packages built for a case, newest first; those whose entry was purged are gone. */
export function packagesOf(db: Db, ref: string): KeptPackage[] {
  const rows = statement(db, sql).all(`case:${ref}`) as Row[];
  const releases = rows
    .filter(({ kind }) => kind === 'package.released')
    .map((row) => ({ ...row, said: JSON.parse(row.body) as ReleasedBody }));
  const built = rows.filter(({ kind }) => kind === 'package.built');
  return built.reverse().map(({ seq, at, by, body }) => {
    const { package: file, language, basis, manifest } = JSON.parse(body) as BuiltBody;
    const id = `package:${seq}`;
    const release = releases.findLast(({ said }) => said.package === id);
    return {
      id,
      seq,
      attachment: file.id,
      name: file.name,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      builtAt: at,
      builtBy: by,
      language,
      manifest,
      basis,
      isGone: isGone(db, file.id),
      releasedAt: release?.at ?? null,
      sentBy: release?.said.sentBy ?? null,
      passwordBy: release?.said.passwordBy ?? null,
    };
  });
}
