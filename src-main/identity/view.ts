import {
  attachmentsOf,
  identityFilesOf,
  identityPurgesOf,
  readCaseFile,
  readIdentity,
  refsWithIdentityEvidence,
  waitingAttachments,
} from '../cases/index.ts';
import { attemptContext, type CaseFile, checkObstacle, dayInIndia, grantingOutcomes, isUncovered, readTicket } from '../cases/rules.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { identityPolicy } from '../desk/identity-policy.ts';
import type { Authority } from '../people/contract.ts';
import { partyName } from '../people/index.ts';
import { authorityObstacle } from '../people/rules.ts';
import type { Attempt, AuthorityView, DuePurge, IdentityFile, IdentityView, WaitingFile } from './contract.ts';
import { purgeDay } from './rules/retention.ts';
import { checklistFor } from './rules.ts';
import { deskNameOf } from './store.ts';

/** The case of a ticket however it is typed. Faults: bad-input, not-found. */
export function mustReadCase(desk: Desk, refText: string): CaseFile {
  const ref = readTicket(refText);
  const file = readCaseFile(desk.db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref} in this workspace.`);
  return file;
}

function filesOf(desk: Desk, ref: string, attempts: readonly Attempt[]): IdentityFile[] {
  return attachmentsOf(desk.db, ref)
    .filter(({ purpose }) => purpose === 'identity' || purpose === 'mail-part' || purpose === 'evidence')
    .map(({ id, name, mediaType, sizeBytes, purpose, addedAt, quarantine }) => {
      const named = attempts.filter(({ evidence }) => evidence === id).map(({ seq }) => seq);
      const isBlurred = purpose === 'identity' || quarantine === 'waiting' || named.length > 0;
      return { id, name, mediaType, sizeBytes, purpose, addedAt, quarantine, isBlurred, attempts: named };
    });
}

/** When a closed case was closed, or null while it is open. */
export function closedAt({ state, moments }: CaseFile): string | null {
  return state === 'closed' ? (moments.closed ?? moments.voided ?? null) : null;
}

/** The day from which the identity evidence of a case may go, or null while it is open. */
export function purgeDueOn(file: CaseFile): string | null {
  const closed = closedAt(file);
  return closed === null ? null : purgeDay(closed, identityPolicy());
}

function authorityView(desk: Desk, one: Authority, kind: string, today: string): AuthorityView {
  return {
    ...one,
    principalName: partyName(desk.db, one.principal),
    representativeName: partyName(desk.db, one.representative),
    obstacle: authorityObstacle(one, kind, today),
  };
}

function barredOf(file: CaseFile, authorities: readonly Authority[], now: string): IdentityView['barred'] {
  const outcomes = [...grantingOutcomes];
  const failed = checkObstacle(file.identity);
  if (failed) return { outcomes, why: failed };
  return isUncovered(authorities, file.kind, now) ? { outcomes, why: 'Nobody who acts here has authority for this request today.' } : null;
}

/** Everything about who asks in a case: the checklist with what is done and missing, attempts, files. Faults: not-found. */
export function identityView(desk: Desk, refText: string): IdentityView {
  const file = mustReadCase(desk, refText);
  const now = nowOf(desk);
  const known = readIdentity(desk.db, file);
  const dueOn = purgeDueOn(file);
  const isHeld = known.attempts.length > 0 || identityFilesOf(desk.db, file.ref).length > 0;
  return {
    ref: file.ref,
    kind: file.kind,
    platform: file.platform,
    state: file.identity,
    checklist: checklistFor(attemptContext(file, known, now)),
    attempts: known.attempts.map((attempt) => ({ ...attempt, byName: deskNameOf(desk.db, attempt.by) })),
    authorities: known.authorities.map((one) => authorityView(desk, one, file.kind, dayInIndia(now))),
    files: filesOf(desk, file.ref, known.attempts),
    purges: identityPurgesOf(desk.db, file.ref),
    purge: {
      dueOn: isHeld ? dueOn : null,
      canPurge: isHeld && dueOn !== null && dueOn <= dayInIndia(now),
      why: known.policy.retention.why,
    },
    barred: barredOf(file, known.authorities, now),
  };
}

/** Files of all cases that wait for somebody to say whether they show an Aadhaar number, the oldest first. */
export function waitingFiles(desk: Desk, limit: number): WaitingFile[] {
  return waitingAttachments(desk.db, limit).map(({ id, ref, name, mediaType, sizeBytes, addedAt }) => ({
    id,
    ref,
    name,
    mediaType,
    sizeBytes,
    addedAt,
  }));
}

/** Closed cases whose identity evidence has had its time, those first whose evidence is oldest. */
export function duePurges(desk: Desk, limit: number): DuePurge[] {
  const today = dayInIndia(nowOf(desk));
  const due: DuePurge[] = [];
  for (const ref of refsWithIdentityEvidence(desk.db)) {
    const file = readCaseFile(desk.db, ref);
    const dueOn = file && purgeDueOn(file);
    if (!file || !dueOn || dueOn > today) continue;
    const known = readIdentity(desk.db, file);
    due.push({ ref, closedAt: closedAt(file) ?? '', dueOn, attempts: known.attempts.length, files: identityFilesOf(desk.db, ref).length });
    if (due.length === limit) break;
  }
  return due;
}
