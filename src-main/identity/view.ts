import type { Db } from '../../db/open.ts';
import {
  attachmentsOf,
  holdsOn,
  identityEvidenceOf,
  identityFilesOf,
  identityPurgesOf,
  missingCase,
  readCaseFile,
  readIdentity,
  readItems,
  refsWithIdentityEvidence,
  waitingAttachments,
} from '../cases/index.ts';
import { attemptContext, type CaseFile, checkObstacle, dayInIndia, grantingOutcomes, isUncovered, readTicket } from '../cases/rules.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { identityPolicy } from '../desk/identity-policy.ts';
import type { Authority } from '../people/contract.ts';
import { partyName } from '../people/index.ts';
import { authorityObstacle } from '../people/rules.ts';
import type { Attempt, AuthorityView, DuePurge, IdentityFile, IdentityView, UnansweredRequest, WaitingFile } from './contract.ts';
import { forReaders } from './rules/mrz.ts';
import { daysBetween, reminderAfter } from './rules/remind.ts';
import { purgeDay } from './rules/retention.ts';
import { checklistFor } from './rules.ts';
import { askedBefore, deskNameOf } from './store.ts';

/** The case of a ticket however it is typed. Faults: bad-input, not-found, purged. */
export function mustReadCase(desk: Desk, refText: string): CaseFile {
  const ref = readTicket(refText);
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  return file;
}

function filesOf(desk: Desk, ref: string, attempts: readonly Attempt[]): IdentityFile[] {
  const evidence = identityEvidenceOf(desk.db, ref);
  return attachmentsOf(desk.db, ref)
    .filter(({ purpose }) => purpose === 'identity' || purpose === 'mail-part' || purpose === 'evidence' || purpose === 'redacted')
    .map(({ id, name, mediaType, sizeBytes, purpose, addedAt, quarantine }) => {
      const named = attempts.filter(({ evidence }) => evidence === id).map(({ seq }) => seq);
      const isBlurred = evidence.files.has(id) || quarantine === 'waiting';
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

/** Why nothing of this case may be purged while a legal hold reaches it at `now` (UTC), or null where none does. */
export function holdAgainstPurge(db: Db, file: CaseFile, now: string): string | null {
  const [hold] = holdsOn(db, file, readItems(db, file.ref), now);
  if (!hold) return null;
  const until = hold.until === null ? 'until it is released' : `until ${forReaders(dayInIndia(hold.until))}`;
  return `A legal hold (${hold.instrument}, placed on ${hold.ref}) reaches ${file.ref}: nothing of it is purged ${until}.`;
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
  const isKept = known.attempts.length > 0 || identityFilesOf(desk.db, file.ref).length > 0;
  const hold = holdAgainstPurge(desk.db, file, now);
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
      dueOn: isKept ? dueOn : null,
      canPurge: isKept && dueOn !== null && dueOn <= dayInIndia(now) && hold === null,
      why: hold ?? known.policy.retention.why,
    },
    barred: barredOf(file, known.authorities, now),
  };
}

/** Files of all cases that wait for somebody to say whether they show an Aadhaar number, the oldest first. */
export function waitingFiles(db: Db, limit: number): WaitingFile[] {
  return waitingAttachments(db, limit).map(({ id, ref, purpose, name, mediaType, sizeBytes, addedAt }) => ({
    id,
    ref,
    purpose,
    name,
    mediaType,
    sizeBytes,
    addedAt,
  }));
}

/**
 * Open cases in which somebody was asked by letter to show who she is and has not answered for as long as the policy lets pass, the
 * oldest first. `now` is UTC.
 */
export function unansweredRequests(db: Db, now: string, limit: number): UnansweredRequest[] {
  const { reminders } = identityPolicy();
  return askedBefore(db, now, limit).flatMap((asked) => {
    const days = daysBetween(dayInIndia(asked.askedAt), dayInIndia(now));
    const reminder = reminderAfter(days, reminders);
    return reminder === null ? [] : [{ ...asked, days, reminder }];
  });
}

/** Closed cases whose identity evidence has had its time at `now` (UTC), those first whose evidence is oldest. */
export function duePurges(db: Db, now: string, limit: number): DuePurge[] {
  const today = dayInIndia(now);
  const due: DuePurge[] = [];
  for (const ref of refsWithIdentityEvidence(db)) {
    const file = readCaseFile(db, ref);
    const dueOn = file && purgeDueOn(file);
    if (!file || !dueOn || dueOn > today || holdAgainstPurge(db, file, now) !== null) continue;
    const known = readIdentity(db, file);
    due.push({ ref, closedAt: closedAt(file) ?? '', dueOn, attempts: known.attempts.length, files: identityFilesOf(db, ref).length });
    if (due.length === limit) break;
  }
  return due;
}
