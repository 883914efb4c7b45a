import { type Db, statement } from '../../../db/open.ts';

interface FileRow {
  id: string;
  purpose: string;
  sha256: string;
  quarantine: string | null;
  seq: number;
}

/** The files of a case that show who somebody is, those whose bytes are gone already too. */
export interface IdentityEvidence {
  /** Scans, files that attempts name, what took their place, and the same bytes come again. */
  files: ReadonlySet<string>;
  /** The messages that such files came in, with what took the place of these. */
  around: ReadonlySet<string>;
}

function filesOf(db: Db, ref: string): FileRow[] {
  const sql = 'SELECT id, purpose, sha256, quarantine, added_seq AS seq FROM attachment WHERE ref = ? ORDER BY added_seq, id';
  return statement(db, sql).all(ref) as FileRow[];
}

function namedByAttempts(db: Db, ref: string): string[] {
  const sql = 'SELECT DISTINCT evidence FROM identity_attempt WHERE ref = ? AND evidence IS NOT NULL';
  return (statement(db, sql).all(ref) as { evidence: string }[]).map(({ evidence }) => evidence);
}

/** What was written anew without a file that had to go: the old id and the new one, oldest first. */
function replacementsOf(db: Db, ref: string): [string, string][] {
  const sql = `SELECT body FROM journal JOIN journal_body USING (seq)
    WHERE subject = ? AND kind = 'attachment.withheld' AND body IS NOT NULL ORDER BY seq`;
  const bodies = statement(db, sql).all(`case:${ref}`) as { body: string }[];
  return bodies.flatMap(({ body }) => {
    const { replaced } = JSON.parse(body) as { replaced: { gone: string; kept: { id: string } | null }[] };
    return replaced.flatMap(({ gone, kept }): [string, string][] => (kept ? [[gone, kept.id]] : []));
  });
}

/** Adds what took the place of these files. */
function follow(ids: Set<string>, replacements: readonly [string, string][]): Set<string> {
  for (const [gone, kept] of replacements) if (ids.has(gone)) ids.add(kept);
  return ids;
}

/**
 * What of a case is identity evidence: shown for a reason, never handed out, and purged when its time is over. A message is
 * evidence as long as a part of it is that is not gone.
 */
export function identityEvidenceOf(db: Db, ref: string): IdentityEvidence {
  const all = filesOf(db, ref);
  const replacements = replacementsOf(db, ref);
  const scans = all.filter(({ purpose }) => purpose === 'identity').map(({ id }) => id);
  const files = follow(new Set([...scans, ...namedByAttempts(db, ref)]), replacements);
  const bytes = new Set(all.filter(({ id, quarantine }) => files.has(id) && quarantine !== 'withheld').map(({ sha256 }) => sha256));
  for (const { id, sha256, purpose } of all) if (bytes.has(sha256) && purpose !== 'letter') files.add(id);
  const mails = new Set(
    all
      .filter(({ id, purpose, quarantine }) => files.has(id) && purpose === 'mail-part' && quarantine !== 'withheld')
      .map(({ seq }) => seq),
  );
  const originals = all.filter(({ purpose, seq }) => purpose === 'mail-original' && mails.has(seq)).map(({ id }) => id);
  return { files, around: follow(new Set(originals), replacements) };
}

/** These files of a case with all that they were written anew from: an older state of the case holds those instead. */
export function withForerunners(db: Db, ref: string, ids: readonly string[]): string[] {
  const backwards = replacementsOf(db, ref).toReversed();
  return [
    ...follow(
      new Set(ids),
      backwards.map(([gone, kept]): [string, string] => [kept, gone]),
    ),
  ];
}

/** The messages of a case that these parts came in, with what took the place of these; those whose bytes are gone are left out. */
export function messagesAround(db: Db, ref: string, parts: ReadonlySet<string>): string[] {
  const all = filesOf(db, ref);
  const mails = new Set(all.filter(({ id, purpose }) => parts.has(id) && purpose === 'mail-part').map(({ seq }) => seq));
  const originals = all.filter(({ purpose, seq }) => purpose === 'mail-original' && mails.has(seq)).map(({ id }) => id);
  const around = follow(new Set(originals), replacementsOf(db, ref));
  return all.filter(({ id, quarantine }) => around.has(id) && quarantine !== 'withheld').map(({ id }) => id);
}

/** Whether a file of a case shows who somebody is, or is the message around one that does. */
export function isIdentityEvidence(db: Db, ref: string, id: string): boolean {
  const { files, around } = identityEvidenceOf(db, ref);
  return files.has(id) || around.has(id);
}
