import { needSecond, spend } from '../approvals/index.ts';
import { dropAttachmentKey, readAttachment, refuseMaterial } from '../cases/index.ts';
import { keepKeys, loadAttachment, storeAttachment } from '../desk/attachments.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import type { IdentityView, RevealedFile } from './contract.ts';
import { type OfferedEvidence, readForKeeping } from './keep.ts';
import { maskDeep } from './rules.ts';
import { packagesHolding } from './store.ts';
import { identityView, mustReadCase } from './view.ts';
import { forgetKeys, planWithholding, removeFiles, rewrittenScans, type Withholding, withholdingBody } from './withhold.ts';

/** The largest file that is shown in the window. */
const largestShownBytes = 40 * 1024 * 1024;

function mustReadFile(desk: Desk, id: string) {
  const found = readAttachment(desk.db, id);
  if (!found) throw new Fault('not-found', 'This attachment is not in the workspace.');
  if (found.quarantine === 'withheld')
    throw new Fault('refused', 'The bytes of this file are gone: it showed an Aadhaar number, or was purged.');
  return found;
}

/**
 * Keeps a scan that shows who somebody is. What a program can read is masked at once; a picture, and a message that holds one,
 * waits until a person has said whether it shows an Aadhaar number. Faults: not-found, refused for a closed case; for a message
 * those of importing one, bad-input where it is none.
 */
export async function addIdentityFile(desk: Desk, refText: string, file: OfferedEvidence): Promise<IdentityView> {
  const kept = await readForKeeping(desk, file);
  const { ref, state } = mustReadCase(desk, refText);
  if (state === 'closed') throw new Fault('refused', `${ref} is closed. Reopen it first.`);
  refuseMaterial(desk.db, ref);
  const { value: name } = maskDeep(file.name.slice(0, 200));
  const stored = storeAttachment(desk, kept.bytes, {
    purpose: 'identity',
    name,
    mediaType: file.mediaType,
    quarantine: kept.isWaiting ? 'waiting' : 'clear',
  });
  write(desk, [`case:${ref}`], () => {
    keepKeys(desk, [stored]);
    const { aadhaarMasked } = kept;
    post(desk, { kind: 'identity.evidence-added', subject: `case:${ref}`, body: { file: stored.fact, aadhaarMasked } });
  });
  return identityView(desk, ref);
}

/**
 * The content of a file that is shown blurred. Asking for it is an entry with its reason, written before anything is shown, and
 * takes a second person. Faults: not-found, refused when its bytes are gone or too many, when it waits for her, and in a case of child
 * sexual abuse material, bad-input without a reason.
 */
export function revealFile(desk: Desk, id: string, reason: string): RevealedFile {
  const found = mustReadFile(desk, id);
  refuseMaterial(desk.db, found.ref);
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

/** An archive that holds such a file can never be handed out: it goes with it. Answers the files to remove. */
function destroyPackages(desk: Desk, subject: string, { gone }: Withholding): string[] {
  const hashes = gone.map(({ sha256 }) => sha256);
  const packages = packagesHolding(desk.db, subject.slice('case:'.length), hashes);
  if (packages.length === 0) return [];
  post(desk, { kind: 'attachment.withheld', subject, body: { attachments: packages, replaced: [], why: 'package' } });
  return packages.flatMap((id) => dropAttachmentKey(desk.db, id) ?? []);
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
    const packages = destroyPackages(desk, subject, plan);
    for (const file of rewrittenScans(plan)) post(desk, { kind: 'identity.evidence-added', subject, body: { file, aadhaarMasked: 0 } });
    return [...forgetKeys(desk, plan), ...packages];
  });
  removeFiles(desk, files);
  return identityView(desk, found.ref);
}
