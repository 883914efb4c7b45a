import type { CaseAttachment } from '../cases/contract.ts';
import { type AttachmentFact, attachmentsOf, dropAttachmentKey } from '../cases/index.ts';
import { keepKeys, loadAttachment, type StoredAttachment, storeAttachment } from '../desk/attachments.ts';
import type { Desk } from '../desk/desk.ts';
import { unreadableParts, withoutParts } from '../intake/index.ts';
import { sha256Hex } from '../journal/index.ts';
import { removeFile } from '../workspace/index.ts';

/** Files whose bytes go, and what takes the place of the messages around them. */
export interface Withholding {
  gone: CaseAttachment[];
  replaced: { gone: CaseAttachment; kept: StoredAttachment | null }[];
}

const notice = 'This file was taken out of the message on this desk.';
const isMessage = ({ mediaType }: CaseAttachment) => mediaType === 'message/rfc822';

/** The hashes of what has to go: the file itself, and in a message everything that nobody can read. */
function hashesOf(desk: Desk, file: CaseAttachment): string[] {
  if (!isMessage(file)) return [file.sha256];
  return [file.sha256, ...unreadableParts(loadAttachment(desk, file.id).bytes).map((part) => sha256Hex(part))];
}

function rewritten(desk: Desk, file: CaseAttachment, gone: ReadonlySet<string>): StoredAttachment | null {
  const { bytes, count } = withoutParts(loadAttachment(desk, file.id).bytes, (part) => gone.has(sha256Hex(part)), notice);
  if (count === 0) return null;
  const { purpose, name, mediaType } = file;
  return storeAttachment(desk, bytes, { purpose, name, mediaType, quarantine: file.quarantine === null ? null : 'waiting' });
}

/**
 * Makes ready that the bytes of some files go, wherever the case holds them: the same file twice, and the messages they came
 * in, which are written anew without them. A message in which the file cannot be found goes whole: its texts are in the record.
 * What is `apart` is passed over: a purge takes it whole, and must not write it anew.
 */
export function planWithholding(desk: Desk, ref: string, ids: readonly string[], apart: ReadonlySet<string> = new Set()): Withholding {
  if (ids.length === 0) return { gone: [], replaced: [] };
  const all = attachmentsOf(desk.db, ref).filter(
    ({ id, quarantine, purpose }) => quarantine !== 'withheld' && purpose !== 'letter' && !apart.has(id),
  );
  const hashes = new Set(all.filter(({ id }) => ids.includes(id)).flatMap((file) => hashesOf(desk, file)));
  const gone = all.filter((file) => hashes.has(file.sha256));
  const mails = new Set(gone.filter(({ purpose }) => purpose === 'mail-part').map(({ addedAt }) => addedAt));
  const around = all.filter((file) => isMessage(file) && !gone.includes(file));
  const replaced = around.flatMap((file) => {
    const kept = rewritten(desk, file, hashes);
    const hadTo = file.purpose === 'mail-original' && mails.has(file.addedAt);
    return kept !== null || hadTo ? [{ gone: file, kept }] : [];
  });
  return { gone, replaced };
}

const isScan = (kept: StoredAttachment | null) => kept?.fact.purpose === 'identity';

/**
 * Identity files that were written anew: each is recorded as evidence of its own, since the entry that withholds files stays
 * readable, and a purge of identity evidence blanks what names it.
 */
export function rewrittenScans({ replaced }: Withholding): AttachmentFact[] {
  return replaced.flatMap(({ kept }) => (kept !== null && isScan(kept) ? [kept.fact] : []));
}

/** What the record says of it, identity files written anew left out. */
export function withholdingBody({ gone, replaced }: Withholding): {
  attachments: string[];
  replaced: { gone: string; kept: AttachmentFact | null }[];
} {
  return {
    attachments: gone.map(({ id }) => id),
    replaced: replaced.map((one) => ({ gone: one.gone.id, kept: isScan(one.kept) ? null : (one.kept?.fact ?? null) })),
  };
}

/** Forgets the keys inside the transaction that records it; answers the files to remove after it. */
export function forgetKeys(desk: Desk, { gone, replaced }: Withholding): string[] {
  keepKeys(
    desk,
    replaced.flatMap(({ kept }) => (kept ? [kept] : [])),
  );
  const ids = [...gone, ...replaced.map((one) => one.gone)].map(({ id }) => id);
  return ids.flatMap((id) => dropAttachmentKey(desk.db, id) ?? []);
}

/** Without its key a file is noise already; it goes from the disk too. */
export function removeFiles(desk: Desk, files: readonly string[]): void {
  for (const file of files) removeFile(desk.dir, file);
}
