import type { Db } from '../../db/open.ts';
import { needSecond, type Second, spend } from '../approvals/index.ts';
import { attachmentsOf, attemptsOf, dropAttachmentKey, identityEvidenceOf, identityFilesOf, withForerunners } from '../cases/index.ts';
import type { CaseFile } from '../cases/rules.ts';
import { dayInIndia } from '../cases/rules.ts';
import { type Desk, nowOf, post } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { purge } from '../journal/index.ts';
import { carryOutPurge } from '../workspace/index.ts';
import type { IdentityView } from './contract.ts';
import { forReaders } from './rules/mrz.ts';
import { maskDeep } from './rules.ts';
import { evidenceEntries, lastTimeCorrection } from './store.ts';
import { holdAgainstPurge, identityView, mustReadCase, purgeDueOn } from './view.ts';
import { forgetKeys, planWithholding, type Withholding, withholdingBody } from './withhold.ts';

const daysAfterCorrection = 7;
const dayMs = 86_400_000;

/** Why nothing at all is purged on a desk at `now` (UTC), or null: a clock that was wrong lately may be wrong still. */
export function purgeHalted(db: Db, desk: string, now: string): string | null {
  const corrected = lastTimeCorrection(db, desk);
  if (corrected === null || Date.parse(now) >= Date.parse(corrected) + daysAfterCorrection * dayMs) return null;
  return 'The time of this computer was corrected less than seven days ago: nothing is purged until then.';
}

function refuseEarlyPurge(desk: Desk, file: CaseFile): void {
  const dueOn = purgeDueOn(file);
  if (dueOn === null) throw new Fault('refused', `${file.ref} is open: identity evidence is purged after it closed.`);
  if (dueOn > dayInIndia(nowOf(desk))) throw new Fault('refused', `Identity evidence of ${file.ref} is kept until ${forReaders(dueOn)}.`);
  const hold = holdAgainstPurge(desk.db, file, nowOf(desk));
  if (hold !== null) throw new Fault('refused', hold);
  const halted = purgeHalted(desk.db, desk.desk, nowOf(desk));
  if (halted !== null) throw new Fault('refused', halted);
}

/** What goes: entries whose bodies are blanked, scans that go whole, and files of mails with the messages around them. */
interface Purging {
  entries: { seq: number; hash: string }[];
  attempts: number;
  scans: string[];
  mail: Withholding;
  /** Everything that is gone afterwards, and what it was once written anew from: an older backup may hold any of it. */
  gone: string[];
}

function planPurge(desk: Desk, ref: string): Purging {
  const attempts = attemptsOf(desk.db, ref);
  const scans = identityFilesOf(desk.db, ref);
  const scanIds = new Set(scans.map(({ id }) => id));
  const evidence = identityEvidenceOf(desk.db, ref);
  const named = [...evidence.files].filter((id) => !scanIds.has(id));
  const mail = planWithholding(desk, ref, named, scanIds);
  const before = attachmentsOf(desk.db, ref).filter(({ id, quarantine }) => quarantine === 'withheld' && evidence.around.has(id));
  const going = [...mail.gone, ...mail.replaced.map(({ gone }) => gone), ...before].map(({ id }) => id);
  return {
    entries: evidenceEntries(
      desk.db,
      [...attempts, ...scans].map(({ seq }) => seq),
    ),
    attempts: attempts.length,
    scans: [...scanIds],
    mail,
    gone: withForerunners(desk.db, ref, [...evidence.files, ...going]),
  };
}

/** Records the purge; answers its entry's hash and the files to remove. */
function recordPurge(desk: Desk, subject: string, { entries, attempts, scans, mail }: Purging, said: object) {
  if (mail.gone.length > 0) post(desk, { kind: 'attachment.withheld', subject, body: { ...withholdingBody(mail), why: 'identity-purge' } });
  const counts = { attempts, files: scans.length + mail.gone.length };
  const body = { v: 1, seqs: entries.map(({ seq }) => seq), attachments: scans, ...counts, ...said };
  const entry = purge(desk.db, desk.journal, desk.folds, {
    actor: desk.person.id,
    kind: 'identity.purged',
    subject,
    body: maskDeep(body).value,
  });
  return { head: entry.hash, files: [...forgetKeys(desk, mail), ...scans.flatMap((id) => dropAttachmentKey(desk.db, id) ?? [])] };
}

/**
 * Purges the identity evidence of a closed case whose time is over: attempts with their masked numbers, scans, and files of
 * mails that attempts name. What remains is a tombstone: how many, who, when and why. It takes a second person, and no legal hold
 * may reach the case. Faults: not-found, refused; corrupt where the ledger of purges beside the header cannot be read.
 */
export function purgeIdentity(desk: Desk, refText: string, reason: string): IdentityView {
  const file = mustReadCase(desk, refText);
  const { ref } = file;
  const subject = `case:${ref}`;
  refuseEarlyPurge(desk, file);
  const plan = planPurge(desk, ref);
  if (plan.entries.length === 0) throw new Fault('refused', `${ref} holds no identity evidence.`);
  const second = needSecond(desk, { act: 'identity-purge', subject, object: '' }, reason);
  carryOut(desk, file, plan, { reason, second }, () => spend(desk, second, subject));
  return identityView(desk, ref);
}

function carryOut(desk: Desk, { ref, identity }: CaseFile, plan: Purging, said: Said, spendIt: () => void): void {
  const subject = `case:${ref}`;
  carryOutPurge(desk, [subject, 'queue', 'approvals'], () => {
    spendIt();
    const { head, files } = recordPurge(desk, subject, plan, { identity, reason: said.reason, ...said.second });
    return { files, kept: { head, entries: plan.entries, attachments: plan.gone } };
  });
}

interface Said {
  reason: string;
  second: Second;
}

/**
 * Purges the identity evidence of a case before its time, because the person asked that her data leave; the caller knows that nothing
 * keeps it, and on whose word it is done. Faults: not-found; corrupt where the ledger of purges cannot be read.
 */
export function purgeIdentityOf(desk: Desk, ref: string, said: Said): void {
  const plan = planPurge(desk, ref);
  if (plan.entries.length > 0) carryOut(desk, mustReadCase(desk, ref), plan, said, () => {});
}
