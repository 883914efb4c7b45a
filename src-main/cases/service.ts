import { type Second, spend } from '../approvals/index.ts';
import { currentCalendars, currentProfile, rulebookOfCase } from '../desk/adopted.ts';
import { authorise } from '../desk/authorise.ts';
import { ensureCalendars } from '../desk/calendars.ts';
import { type Desk, nowOf, post, signEntry, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { parse } from '../desk/parse.ts';
import { viewClock } from '../law/rules.ts';
import { complainantOf, isSamePerson, mustBeParty } from '../people/index.ts';
import { type ActAnswer, type ActInput, type ActName, actSchemas, type NewCase, newCaseSchema } from './contract.ts';
import { governmentFor, isConfidential, postOrder, refuseInClear, refusePreservedHold, withOrderFacts } from './government.ts';
import { readIdentity } from './identity.ts';
import { linkedCases, reviewedOutcome } from './linked.ts';
import { appealsIn, noticeDecision, openers, uploaderDutyOf } from './openers.ts';
import { receiveCase } from './receive.ts';
import { type CaseFile, checkReceipt, type Planned, planAct, readTicket, reviewLinkOf, type Standing, undoableActs } from './rules.ts';
import { secondFor } from './second.ts';
import { attachmentsOf, isDeskPerson, lastSeqOf, lettersOf, missingCase, readCaseFile, readItems, readReceivedText } from './store.ts';
import { readWork } from './work.ts';

/** For ten seconds after an act: what it would take back. */
const undoable = new WeakMap<Desk, Map<string, { seq: number; act: string; before: Standing; until: number }>>();
const undoForMs = 10_000;

function answer(desk: Desk, ref: string): ActAnswer {
  const file = mustRead(desk, ref);
  const rulebook = rulebookOfCase(desk.db, file);
  const now = nowOf(desk);
  return {
    ref,
    state: file.state,
    clocks: file.clocks.now.filter((clock) => !clock.internal).map((clock) => viewClock(clock, rulebook, now)),
  };
}

function mustRead(desk: Desk, ref: string): CaseFile {
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  return file;
}

/**
 * Files a case from the form or a file; answers its ticket, state and clocks. What the law keeps confidential is restricted from the
 * first: nothing of it is written in clear, whoever enters it.
 * Faults: bad-input naming each field (unknown kind, missing or future receivedAt, missing lateReason, too long a text,
 * control characters, a platform this workspace does not serve); refused where nobody at the desk may open a restricted case.
 */
export function addCase(desk: Desk, raw: unknown): ActAnswer {
  const input = parse(newCaseSchema, raw, 'case');
  checkReceipt(input, nowOf(desk));
  const filed = withOrderFacts(input, nowOf(desk));
  return isConfidential(filed) ? desk.walls.receive((inside) => fileCase(inside, filed)) : fileCase(desk, filed);
}

function fileCase(desk: Desk, input: NewCase): ActAnswer {
  const ref = write(desk, ['queue', 'walls'], () => {
    const made = receiveCase(desk, input);
    postOrder(desk, made, input);
    return made;
  });
  return answer(desk, ref);
}

/** A ticket may be typed in small letters; the record keeps it as it is printed. */
function normalised<A extends ActName>(act: A, input: ActInput<A>): ActInput<A> {
  return act === 'link' || act === 'unlink' ? { ...input, to: readTicket((input as ActInput<'link'>).to) } : input;
}

/** The standing an act is planned on. */
export function standingOf(desk: Desk, ref: string): Standing {
  return { file: mustRead(desk, ref), items: readItems(desk.db, ref), letters: lettersOf(desk.db, ref), now: nowOf(desk) };
}

/** The desk's calendars, for an act that counts working days. */
function calendarsFor(desk: Desk, act: ActName, input: unknown): Pick<Standing, 'calendars'> {
  const isCounted = act === 'set-target' || act === 'extend-target';
  if (!isCounted || (input as ActInput<'set-target'>).workingDays === undefined) return {};
  ensureCalendars(desk);
  return { calendars: currentCalendars(desk.db) };
}

const actsOnIdentity: ActName[] = ['verify-identity', 'record-authority', 'end-authority', 'decide', 'withdraw'];

/** What is known of who asks, for acts that depend on it. */
function identityFor(desk: Desk, act: ActName, { file }: Standing): Pick<Standing, 'identity'> {
  return actsOnIdentity.includes(act) ? { identity: readIdentity(desk.db, file) } : {};
}

const actsOnWork: ActName[] = [
  'decide',
  'search-system',
  'mark-category',
  'tell-recipient',
  'redaction',
  'confirm-system',
  'hold',
  'release-hold',
  'ask-consent',
  'record-consent',
];

/** What is known of the workflow, for acts that depend on it. */
function workFor(desk: Desk, act: ActName, standing: Standing): Pick<Standing, 'work'> {
  return actsOnWork.includes(act) ? { work: readWork(desk.db, standing) } : {};
}

const appealActs: ActName[] = ['record-appeal', 'record-appeal-order', 'record-compliance', 'publish-compliance'];

/** What an act that looks at linked cases needs to know of them. Fault: not-found, where it names a case that is not there. */
function linksFor(desk: Desk, act: ActName, { file }: Standing, input: unknown): Partial<Standing> {
  if (act === 'link') return { other: mustRead(desk, (input as ActInput<'link'>).to) };
  if (act === 'close') return { linked: linkedCases(desk.db, file) };
  if (appealActs.includes(act)) return { appeals: appealsIn(desk.db, file.ref) };
  if (act === 'translate') return { attachments: attachmentsOf(desk.db, file.ref).map(({ id }) => id) };
  if (act === 'uploader-notice') return { uploader: uploaderDutyOf(desk.db, file) };
  const review = act === 'decide' ? reviewLinkOf(file) : undefined;
  return review === undefined ? {} : { reviewed: reviewedOutcome(desk.db, review) };
}

/** Nobody acts for herself, whichever of her records is named. Faults: not-found, refused. */
function checkAuthorityParties(desk: Desk, ref: string, { principal, representative }: ActInput<'record-authority'>): void {
  const party = principal?.party ?? representative?.party;
  if (party === undefined) return;
  mustBeParty(desk.db, party);
  const complainant = complainantOf(desk.db, ref);
  if (complainant !== null && isSamePerson(desk.db, party, complainant))
    throw new Fault('refused', 'This is the complainant herself: nobody acts for herself.');
}

/** Refuses acts that name what does not exist; the pure plan cannot look it up. */
function checkNames(desk: Desk, ref: string, act: ActName, input: unknown): void {
  if (act === 'amend') {
    const { platform } = input as ActInput<'amend'>;
    if (platform) currentProfile(desk.db, platform);
  }
  if (act === 'release-hold') refusePreservedHold(desk.db, ref, input as ActInput<'release-hold'>);
  if (act === 'record-authority') checkAuthorityParties(desk, ref, input as ActInput<'record-authority'>);
  if (act === 'assign') {
    const named = input as ActInput<'assign'>;
    for (const field of ['to', 'backup'] as const) {
      const person = named[field];
      if (person && !isDeskPerson(desk.db, person)) throw badInput(field, 'is not a person of this desk');
    }
  }
}

/** After its acknowledgement a case keeps its kind: a new linked case with the same receipt goes on, the old one closes (features E2). */
function reclassify(desk: Desk, standing: Standing, input: ActInput<'triage'>): string {
  const { file } = standing;
  const received = readReceivedText(desk.db, file.seq);
  const ref = receiveCase(
    desk,
    {
      platform: file.platform,
      kind: input.kind,
      receivedAt: file.receivedAt,
      channel: file.channel,
      complainant: file.complainant,
      subject: file.subject,
      text: received,
      facts: { ...file.facts, ...(input.facts ?? {}) },
      items: standing.items.map(({ type, value }) => ({ type: type as 'url', value })),
      historical: file.historical,
      ...(file.oldReference ? { oldReference: file.oldReference } : {}),
      ...(file.lateReason ? { lateReason: file.lateReason } : {}),
      ...(file.onBehalfOf ? { onBehalfOf: file.onBehalfOf } : {}),
    },
    {
      receivedFrom: file.receivedFrom,
      confirmReceipt: file.confirmReceipt,
      links: [{ ref: file.ref, as: 'continues' }],
      party: complainantOf(desk.db, file.ref),
    },
  );
  if (file.assignee) post(desk, { kind: 'case.assigned', subject: `case:${ref}`, body: { to: file.assignee, reason: null } });
  post(desk, { kind: 'case.linked', subject: `case:${file.ref}`, body: { to: ref, as: 'continued-by' } });
  post(desk, { kind: 'case.redirected', subject: `case:${file.ref}`, body: { to: ref, kind: input.kind, reason: input.reason ?? null } });
  return ref;
}

/** What an officer signs. */
const signedKinds = ['case.decided', 'case.decision-corrected', 'disclosure.made'];
const signedActs: string[] = ['decide', 'correct-decision'];

function postAll(desk: Desk, ref: string, planned: Planned[], second: Second | null): number {
  let seq = 0;
  if (second) spend(desk, second, `case:${ref}`);
  for (const event of planned) {
    const isSeconded = second !== null && (event.kind === 'case.decided' || event.kind === 'disclosure.made');
    const { kind, body, of = ref } = event;
    const entry = post(desk, { kind, body: isSeconded ? { ...body, ...second } : body, subject: `case:${of}` });
    if (of === ref) seq = entry.seq;
    if (signedKinds.includes(event.kind)) signEntry(desk, entry);
  }
  return seq;
}

/**
 * Does one act on a case. Faults: not-found, refused (with the reason), bad-input (naming the field).
 * Where the act can still be taken back, the answer says until when.
 */
export function actOnCase(desk: Desk, refText: string, act: ActName, raw: unknown): ActAnswer {
  authorise(desk, `act:${act}`);
  const ref = readTicket(refText);
  const input = normalised(act, parse(actSchemas[act], raw ?? {}, act) as ActInput<typeof act>);
  refuseInClear(desk, act, input);
  const found = standingOf(desk, ref);
  const standing = {
    ...found,
    ...calendarsFor(desk, act, input),
    ...identityFor(desk, act, found),
    ...workFor(desk, act, found),
    ...governmentFor(desk, act, found, input),
    ...linksFor(desk, act, found, input),
  };
  checkNames(desk, ref, act, input);
  const planned = planAct(act, standing, input as never);
  const opener = planned.length === 0 ? (act === 'triage' ? reclassify : openers[act]) : undefined;
  if (opener) {
    const linked = write(desk, ['queue', `case:${ref}`], () => opener(desk, standing, input as never));
    // What the user is told follows from what was done here; the letter is all that is left.
    if (act === 'uploader-notice') actOnCase(desk, linked, 'decide', noticeDecision(standing, input as ActInput<'uploader-notice'>));
    return { ...answer(desk, ref), linked };
  }
  const second = secondFor(desk, found.file, act, input);
  const others = planned.flatMap(({ of }) => (of === undefined ? [] : [`case:${of}`]));
  const topics = ['queue', `case:${ref}`, ...others, ...(second ? ['approvals'] : [])];
  const seq = write(desk, topics, () => postAll(desk, ref, planned, second));
  const { list, answers } = standing.government ?? {};
  const read = { ...(list ? { list } : {}), ...(answers ? { answers } : {}) };
  // What another case was told cannot be taken back from here.
  if (others.length > 0) return { ...answer(desk, ref), ...read };
  return { ...answer(desk, ref), ...read, ...remember(desk, ref, { seq, act, before: found }) };
}

function remember(
  desk: Desk,
  ref: string,
  made: { seq: number; act: ActName; before: Standing },
): { undo?: { seq: number; until: string } } {
  const mine = undoable.get(desk) ?? new Map();
  undoable.set(desk, mine);
  mine.delete(ref);
  if (!undoableActs.includes(made.act)) return {};
  const until = desk.clock.now() + undoForMs;
  mine.set(ref, { ...made, until });
  return { undo: { seq: made.seq, until: new Date(until).toISOString() } };
}

/** Takes back the last act on a case, within ten seconds and before anything was sent. Faults: refused; not-allowed for who may not do that act. */
export function undoAct(desk: Desk, refText: string, seq: number): ActAnswer {
  const ref = readTicket(refText);
  const made = undoable.get(desk)?.get(ref);
  if (!made || made.seq !== seq || desk.clock.now() > made.until)
    throw new Fault('refused', 'This can no longer be taken back; do the opposite act instead.');
  authorise(desk, `act:${made.act}`);
  // An entry since, other than the officer's signature on this one, would be lost with the snapshot.
  if (lastSeqOf(desk.db, ref) > made.seq + (signedActs.includes(made.act) ? 1 : 0))
    throw new Fault('refused', 'Something else has happened in this case since; do the opposite act instead.');
  const { file, items } = made.before;
  write(desk, ['queue', `case:${ref}`], () =>
    post(desk, { kind: 'case.undone', subject: `case:${ref}`, body: { seq, act: made.act, before: file, items } }),
  );
  undoable.get(desk)?.delete(ref);
  return answer(desk, ref);
}
