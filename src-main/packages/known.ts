import canonicalize from 'canonicalize';
import { attachmentsOf, lettersOf, readCaseFile, readItems, readWork } from '../cases/index.ts';
import { readTicket } from '../cases/rules.ts';
import { currentProfile } from '../desk/adopted.ts';
import { type Desk, nowOf } from '../desk/desk.ts';
import { Fault } from '../desk/faults.ts';
import { sha256Hex } from '../journal/index.ts';
import { viewWork } from '../rights/rules.ts';
import type { Answer } from './contract.ts';
import { answerOf, packageFiles, stampless } from './rules.ts';

/** What is known of a case for its package. Faults: bad-input for what is no ticket, not-found. */
export function knownFor(desk: Desk, refText: string) {
  const ref = readTicket(refText);
  const file = readCaseFile(desk.db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref} in this workspace.`);
  const standing = { file, items: readItems(desk.db, ref), letters: lettersOf(desk.db, ref), now: nowOf(desk) };
  const { platform, standing: known } = readWork(desk.db, standing);
  const attachments = attachmentsOf(desk.db, ref);
  const work = viewWork(platform, known);
  return { ref, file, attachments, work, files: packageFiles(attachments, work.entries) };
}
export type Known = ReturnType<typeof knownFor>;

/** The answer as the work on the case gives it at `preparedAt` (UTC). */
export function answerFor(desk: Desk, known: Known, language: 'en' | 'hi', preparedAt: string): Answer {
  const { file, attachments, work, files } = known;
  const { name, operator } = currentProfile(desk.db, file.platform);
  const kept = attachments.filter(({ quarantine }) => quarantine !== 'withheld');
  const facts = kept.map(({ id, mediaType, sizeBytes, sha256 }) => [id, { mediaType, sizeBytes, sha256 }] as const);
  const { ref, kind, receivedAt, complainant, onBehalfOf } = file;
  const source = { ref, kind, language, receivedAt, preparedAt, complainant, onBehalfOf, work, files };
  return answerOf({ ...source, platform: { name, operator }, facts: new Map(facts) });
}

/** The hash of what an answer says, whenever it was prepared. */
export function basisOf(answer: Answer): string {
  return sha256Hex(canonicalize(stampless(answer)) ?? '');
}
