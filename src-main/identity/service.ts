import { needSecond, spend } from '../approvals/index.ts';
import { attemptsOf, dropAttachmentKey, identityFilesOf, readAttachment } from '../cases/index.ts';
import type { CaseFile } from '../cases/rules.ts';
import { dayInIndia } from '../cases/rules.ts';
import { keepKeys, loadAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { isReadable, maskFile } from '../intake/index.ts';
import { purge } from '../journal/index.ts';
import type { IdentityView, RevealedFile } from './contract.ts';
import { forReaders } from './rules/mrz.ts';
import { maskDeep } from './rules.ts';
import { lastTimeCorrection } from './store.ts';
import { identityView, mustReadCase, purgeDueOn } from './view.ts';
import { forgetKeys, planWithholding, removeFiles, withholdingBody } from './withhold.ts';

/** The largest file that is shown in the window. */
const largestShownBytes = 40 * 1024 * 1024;
const daysAfterCorrection = 7;
const dayMs = 86_400_000;

function mustReadFile(desk: Desk, id: string) {
  const found = readAttachment(desk.db, id);
  if (!found) throw new Fault('not-found', 'This attachment is not in the workspace.');
  if (found.quarantine === 'withheld')
    throw new Fault('refused', 'The bytes of this file are gone: it showed an Aadhaar number, or was purged.');
  return found;
}

/**
 * Keeps a scan that shows who somebody is. What a program can read is masked at once; a picture waits until a person has
 * said whether it shows an Aadhaar number. Faults: not-found, refused for a closed case.
 */
export function addIdentityFile(desk: Desk, refText: string, file: { name: string; bytes: Uint8Array; mediaType: string }): IdentityView {
  const { ref, state } = mustReadCase(desk, refText);
  if (state === 'closed') throw new Fault('refused', `${ref} is closed. Reopen it first.`);
  if (file.bytes.length === 0) throw badInput('file', 'is empty');
  const masked = maskFile(file.bytes, file.mediaType);
  const { value: name } = maskDeep(file.name.slice(0, 200));
  const stored = storeAttachment(desk, masked.bytes, {
    purpose: 'identity',
    name,
    mediaType: file.mediaType,
    quarantine: isReadable(file.bytes, file.mediaType) ? 'clear' : 'waiting',
  });
  write(desk, [`case:${ref}`], () => {
    keepKeys(desk, [stored]);
    post(desk, { kind: 'identity.evidence-added', subject: `case:${ref}`, body: { file: stored.fact, aadhaarMasked: masked.count } });
  });
  return identityView(desk, ref);
}

/**
 * The content of a file that is shown blurred. Asking for it is an entry with its reason, written before anything is shown, and
 * takes a second person. Faults: not-found, refused when its bytes are gone or too many or it waits for her, bad-input without a reason.
 */
export function revealFile(desk: Desk, id: string, reason: string): RevealedFile {
  const found = mustReadFile(desk, id);
  if (found.sizeBytes > largestShownBytes) throw new Fault('refused', 'The file is too large to be shown in the window.');
  const { bytes } = loadAttachment(desk, id);
  const subject = `case:${found.ref}`;
  const second = needSecond(desk, { act: 'identity-reveal', subject, object: id }, reason);
  write(desk, [subject, 'approvals'], () => {
    spend(desk, second, subject);
    post(desk, { kind: 'identity.revealed', subject, body: { attachment: id, reason, ...second } });
  });
  return { name: found.name, mediaType: found.mediaType, base64: bytes.toString('base64') };
}

/**
 * A person says whether a waiting file shows an Aadhaar number. If it does, its bytes go for good, from the message it came
 * in too; a masked copy may be asked for. Faults: not-found, refused where nothing waits.
 */
export function judgeFile(desk: Desk, id: string, showsAadhaar: boolean): IdentityView {
  const found = mustReadFile(desk, id);
  // Somebody may see later what was overlooked at first.
  const isAsked = found.quarantine === 'waiting' || (showsAadhaar && found.quarantine === 'clear');
  if (!isAsked || found.purpose === 'mail-original') throw new Fault('refused', 'Nobody is asked about this file: it does not wait.');
  const subject = `case:${found.ref}`;
  const plan = showsAadhaar ? planWithholding(desk, found.ref, [id]) : null;
  const files = write(desk, [subject], () => {
    post(desk, { kind: 'attachment.judged', subject, body: { attachment: id, showsAadhaar } });
    if (!plan) return [];
    post(desk, { kind: 'attachment.withheld', subject, body: { ...withholdingBody(plan), why: 'aadhaar' } });
    return forgetKeys(desk, plan);
  });
  removeFiles(desk, files);
  return identityView(desk, found.ref);
}

function refuseEarlyPurge(desk: Desk, file: CaseFile): void {
  const dueOn = purgeDueOn(file);
  if (dueOn === null) throw new Fault('refused', `${file.ref} is open: identity evidence is purged after it closed.`);
  if (dueOn > dayInIndia(nowOf(desk))) throw new Fault('refused', `Identity evidence of ${file.ref} is kept until ${forReaders(dueOn)}.`);
  const corrected = lastTimeCorrection(desk.db, desk.desk);
  if (corrected !== null && desk.clock.now() < Date.parse(corrected) + daysAfterCorrection * dayMs)
    throw new Fault('refused', 'The time of this computer was corrected less than seven days ago: nothing is purged until then.');
}

/**
 * Purges the identity evidence of a closed case whose time is over: attempts with their masked numbers, scans, and files of
 * mails that attempts name. What remains is a tombstone: how many, who, when and why. It takes a second person. Faults: not-found, refused.
 */
export function purgeIdentity(desk: Desk, refText: string, reason: string): IdentityView {
  const file = mustReadCase(desk, refText);
  const { ref } = file;
  const subject = `case:${ref}`;
  refuseEarlyPurge(desk, file);
  const attempts = attemptsOf(desk.db, ref);
  const scans = identityFilesOf(desk.db, ref);
  if (attempts.length + scans.length === 0) throw new Fault('refused', `${ref} holds no identity evidence.`);
  const scanIds = new Set(scans.map(({ id }) => id));
  const named = attempts.flatMap(({ evidence }) => (evidence !== null && !scanIds.has(evidence) ? [evidence] : []));
  const plan = planWithholding(desk, ref, named);
  const seqs = [...new Set([...attempts, ...scans].map(({ seq }) => seq))].sort((a, b) => a - b);
  const second = needSecond(desk, { act: 'identity-purge', subject, object: '' }, reason);
  const counts = { attempts: attempts.length, files: scans.length + plan.gone.length };
  const body = { v: 1, seqs, identity: file.identity, ...counts, reason, ...second };
  const files = write(desk, [subject, 'queue', 'approvals'], () => {
    spend(desk, second, subject);
    if (plan.gone.length > 0)
      post(desk, { kind: 'attachment.withheld', subject, body: { ...withholdingBody(plan), why: 'identity-purge' } });
    purge(desk.db, desk.journal, desk.folds, { actor: desk.person.id, kind: 'identity.purged', subject, body: maskDeep(body).value });
    return [...forgetKeys(desk, plan), ...scans.flatMap(({ id }) => dropAttachmentKey(desk.db, id) ?? [])];
  });
  removeFiles(desk, files);
  return identityView(desk, ref);
}
