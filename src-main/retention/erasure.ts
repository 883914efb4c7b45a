import { needSecond, type Second, spend } from '../approvals/index.ts';
import { attemptsOf, type EntryMark, identifierEntries, identityFilesOf, notesIn, readItems } from '../cases/index.ts';
import { dayInIndia } from '../cases/rules.ts';
import { type Desk, nowOf, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { purgeIdentityOf } from '../identity/index.ts';
import { purge } from '../journal/index.ts';
import { carryOutPurge } from '../workspace/index.ts';
import type { ErasureView } from './contract.ts';
import { erasureView, herCases } from './erasure-view.ts';
import { checkReason } from './rules.ts';
import { carryOutCase, type Purgeable } from './service.ts';
import { standingOf } from './view.ts';

interface Asked {
  ref: string;
  reason: string;
  second: Second;
}

/** What of a case tells of a purge on its person's own request; no rule of retention gives the day. */
const onRequest = { basis: 'PERSON-ERASURE', cite: 'DPDP Act 2023, s.12(3)' };

function purgeable(desk: Desk, ref: string): Purgeable {
  const { file, closedAt, kept } = standingOf(desk.db, ref, nowOf(desk));
  if (kept === null || closedAt === null) throw new Fault('refused', `${ref} is open.`);
  return { file, closedAt, kept };
}

function checkReasons(desk: Desk, refs: readonly string[], reason: string): void {
  for (const ref of refs) {
    const { complainant, onBehalfOf, subject } = standingOf(desk.db, ref, nowOf(desk)).file;
    checkReason(reason, { complainant, onBehalfOf, subject, items: readItems(desk.db, ref).map(({ value }) => value) });
  }
}

/** Blanks notes and added identifiers, in one purge; nothing where there are none. */
function purgeWords(desk: Desk, { ref }: Asked, entries: readonly EntryMark[]): void {
  if (entries.length === 0) return;
  const subject = `case:${ref}`;
  carryOutPurge(desk, [subject, 'people', 'queue'], () => {
    const body = { v: 1, seqs: entries.map(({ seq }) => seq) };
    const entry = purge(desk.db, desk.journal, desk.folds, { actor: desk.person.id, kind: 'person.purged', subject, body });
    return { files: [], kept: { head: entry.hash, entries: [...entries], attachments: [], isPerson: true } };
  });
}

/** What goes, as it stands now, before anything is taken out. */
function planOf(desk: Desk, view: ErasureView) {
  const of = (what: string) => view.goes.filter((one) => one.what === what).flatMap(({ ref }) => ref ?? []);
  const notes = of('notes').flatMap((ref) => notesIn(desk.db, ref));
  const { records } = herCases(desk.db, view.ref);
  return { cases: of('case'), identity: of('identity'), words: [...notes, ...identifierEntries(desk.db, records)] };
}

function carryOut(desk: Desk, view: ErasureView, asked: Asked): void {
  const plan = planOf(desk, view);
  for (const ref of plan.identity)
    if (attemptsOf(desk.db, ref).length > 0 || identityFilesOf(desk.db, ref).length > 0) purgeIdentityOf(desk, ref, asked);
  purgeWords(desk, asked, plan.words);
  for (const ref of plan.cases) carryOutCase(desk, purgeable(desk, ref), { ...asked, ...onRequest, keptUntil: dayInIndia(nowOf(desk)) });
}

/**
 * Takes a person's own data out of this desk on her request, which is the case `ref`: her closed cases that nothing asks to be kept,
 * identity evidence and notes of those that law keeps, and what people of the desk added to her record. What went and what remains is
 * one entry; the certificate tells her. It takes a second person; one that was cut off is done again from where it stopped. Faults:
 * bad-input, not-found, purged, refused (what stands in the way, or it waits for the second person).
 */
export function erasePerson(desk: Desk, { ref, reason, typed }: { ref: string; reason: string; typed: string }): ErasureView {
  const looking = () => ({ me: desk.person.id, desk: desk.desk, now: nowOf(desk) });
  const view = erasureView(desk.db, ref, looking());
  if (typed.trim().toUpperCase() !== view.ref) throw badInput('typed', 'is not the ticket of the request');
  if (view.obstacle !== null) throw new Fault('refused', view.obstacle);
  checkReasons(desk, [view.ref, ...view.goes.flatMap((one) => one.ref ?? [])], reason);
  const subject = `case:${view.ref}`;
  const second = needSecond(desk, { act: 'person-erasure', subject, object: '' }, reason);
  carryOut(desk, view, { ref: view.ref, reason, second });
  write(desk, [subject, 'people', 'approvals', 'retention'], () => {
    spend(desk, second, subject);
    post(desk, { kind: 'person.erased', subject, body: { goes: view.goes, remains: view.remains, reason, ...second } });
  });
  return erasureView(desk.db, view.ref, looking());
}

/** Asks another person of the desk to agree. Faults: as `erasePerson`; refused at a desk of one person, who does it alone. */
export function proposeErasure(desk: Desk, ref: string, reason: string): ErasureView {
  const looking = { me: desk.person.id, desk: desk.desk, now: nowOf(desk) };
  const view = erasureView(desk.db, ref, looking);
  if (view.obstacle !== null) throw new Fault('refused', view.obstacle);
  checkReasons(desk, [view.ref, ...view.goes.flatMap((one) => one.ref ?? [])], reason);
  try {
    needSecond(desk, { act: 'person-erasure', subject: `case:${view.ref}`, object: '' }, reason);
  } catch (error) {
    if (!(error instanceof Fault) || error.detail['approval'] === undefined) throw error;
  }
  return erasureView(desk.db, view.ref, looking);
}
