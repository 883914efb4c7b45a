import { type Db, statement } from '../../../db/open.ts';
import type { CaseAttachment, CaseLetter, Quarantine } from '../contract.ts';

const letterColumns = `id, template, language, prepared_at AS preparedAt, sealed_at AS sealedAt, record, sha256, pages, sent_at AS sentAt, mode, proof,
  superseded_by AS supersededBy`;

/** The letters of a case, oldest first. */
export function lettersOf(db: Db, ref: string): CaseLetter[] {
  return statement(db, `SELECT ${letterColumns} FROM letter WHERE ref = ? ORDER BY prepared_seq`).all(ref) as CaseLetter[];
}

export interface LetterPlace {
  id: string;
  ref: string;
  template: string;
  language: string;
  attachment: string | null;
  sealedAt: string | null;
}

/** One letter by its id, or null. */
export function readLetter(db: Db, id: string): LetterPlace | null {
  const sql = 'SELECT id, ref, template, language, attachment, sealed_at AS sealedAt FROM letter WHERE id = ?';
  return (statement(db, sql).get(id) as LetterPlace | undefined) ?? null;
}

export function insertLetter(
  db: Db,
  letter: { id: string; ref: string; template: string; language: string; seq: number; at: string },
): void {
  statement(
    db,
    'INSERT INTO letter (id, ref, template, language, prepared_seq, prepared_at) VALUES (@id, @ref, @template, @language, @seq, @at)',
  ).run(letter);
}

/** What a reopened case had ready but not sent no longer fits it. */
export function supersedeUnsent(db: Db, ref: string, by: string): void {
  statement(db, 'UPDATE letter SET superseded_by = ? WHERE ref = ? AND sent_at IS NULL AND superseded_by IS NULL').run(by, ref);
}

/** A newer sealed letter of the same template takes the place of an unsent older one. */
export function sealLetterRow(
  db: Db,
  letter: { id: string; ref: string; template: string; record: number; sha256: string; pages: number; attachment: string; at: string },
): void {
  statement(
    db,
    'UPDATE letter SET superseded_by = @id WHERE ref = @ref AND template = @template AND id <> @id AND sent_at IS NULL AND superseded_by IS NULL',
  ).run({ id: letter.id, ref: letter.ref, template: letter.template });
  statement(
    db,
    'UPDATE letter SET record = @record, sha256 = @sha256, pages = @pages, attachment = @attachment, sealed_at = @at WHERE id = @id',
  ).run({ id: letter.id, record: letter.record, sha256: letter.sha256, pages: letter.pages, attachment: letter.attachment, at: letter.at });
}

export function sendLetterRow(db: Db, letter: { id: string; sentAt: string; mode: string; proof: string | null }): void {
  statement(db, 'UPDATE letter SET sent_at = @sentAt, mode = @mode, proof = @proof WHERE id = @id').run(letter);
}

const attachmentColumns = 'id, purpose, name, media_type AS mediaType, size_bytes AS sizeBytes, sha256, quarantine, added_at AS addedAt';

/** The attachments of a case, in the order they came. */
export function attachmentsOf(db: Db, ref: string): CaseAttachment[] {
  return statement(db, `SELECT ${attachmentColumns} FROM attachment WHERE ref = ? ORDER BY added_seq, id`).all(ref) as CaseAttachment[];
}

/** One attachment with its case, or null. */
export function readAttachment(db: Db, id: string): (CaseAttachment & { ref: string }) | null {
  return (
    (statement(db, `SELECT ref, ${attachmentColumns} FROM attachment WHERE id = ?`).get(id) as
      | (CaseAttachment & { ref: string })
      | undefined) ?? null
  );
}

/** What the record says of an attachment: everything but its bytes and its key. */
export interface AttachmentFact {
  id: string;
  purpose: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  /** `waiting`: nobody has said whether it shows an Aadhaar number. Absent or null where a program has read it. */
  quarantine?: Quarantine | null;
}

export function insertAttachment(db: Db, ref: string, fact: AttachmentFact, entry: { at: string; seq: number }): void {
  statement(
    db,
    `INSERT INTO attachment (id, ref, purpose, name, media_type, size_bytes, sha256, quarantine, added_at, added_seq)
     VALUES (@id, @ref, @purpose, @name, @mediaType, @sizeBytes, @sha256, @quarantine, @at, @seq)`,
  ).run({ ...fact, quarantine: fact.quarantine ?? null, ref, ...entry });
}

/** Notes whether a file waits, is clear, or is gone. */
export function setQuarantine(db: Db, id: string, quarantine: Quarantine): void {
  statement(db, 'UPDATE attachment SET quarantine = ? WHERE id = ?').run(quarantine, id);
}

/** Files that somebody has to look at first, the oldest before the others; the messages around them follow by themselves. */
export function waitingAttachments(db: Db, limit: number): (CaseAttachment & { ref: string })[] {
  const sql = `SELECT ref, ${attachmentColumns} FROM attachment WHERE quarantine = 'waiting' AND purpose <> 'mail-original'
    ORDER BY added_seq, id LIMIT ?`;
  return statement(db, sql).all(limit) as (CaseAttachment & { ref: string })[];
}

/** Messages whose parts nobody has to look at any more are clear too. */
export function settleOriginals(db: Db, ref: string): void {
  statement(
    db,
    `UPDATE attachment SET quarantine = 'clear' WHERE ref = @ref AND purpose = 'mail-original' AND quarantine = 'waiting'
     AND NOT EXISTS (SELECT 1 FROM attachment AS part WHERE part.ref = @ref AND part.purpose = 'mail-part' AND part.quarantine = 'waiting')`,
  ).run({ ref });
}

/** Where an attachment's bytes lie and the key that opens them; local, never in the record. */
export function keepAttachmentKey(db: Db, id: string, file: string, key: Buffer): void {
  statement(db, 'INSERT INTO attachment_key (id, file, key) VALUES (?, ?, ?)').run(id, file, key);
}

/** Forgets the key of a file whose bytes are to go; answers the name of the file, or null where it is gone already. */
export function dropAttachmentKey(db: Db, id: string): string | null {
  const row = statement(db, 'DELETE FROM attachment_key WHERE id = ? RETURNING file').get(id) as { file: string } | undefined;
  return row?.file ?? null;
}

export function attachmentKey(db: Db, id: string): { file: string; key: Buffer } | null {
  return (statement(db, 'SELECT file, key FROM attachment_key WHERE id = ?').get(id) as { file: string; key: Buffer } | undefined) ?? null;
}
