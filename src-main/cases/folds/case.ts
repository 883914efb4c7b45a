import type { Db } from '../../../db/open.ts';
import { currentProfile, currentRulebook } from '../../desk/adopted.ts';
import { Fault } from '../../desk/faults.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import { computeClocks, isWatched } from '../../law/rules.ts';
import { keepComplainant, moveComplainant } from '../../people/index.ts';
import { classesOf } from '../../platforms/rules.ts';
import type { CaseItem, CaseLink, Complainant, DelayReason, Facts } from '../contract.ts';
import {
  alarmAfter,
  type CaseFile,
  clockInputOf,
  firstIdentity,
  freezeClocks,
  furthest,
  isGovernment,
  isOpen,
  leadOf,
  withDelays,
} from '../rules.ts';
import {
  countClosed,
  deleteItemsFrom,
  enqueue,
  insertCaseFile,
  insertItem,
  keepAlarms,
  lineOf,
  type NextClock,
  noDue,
  readCaseFile,
  readItems,
  requeue,
  setSeries,
  supersedeUnsent,
  updateCaseFile,
  updateItem,
} from '../store.ts';
import { type ActedItem, actedMoments, addItems, applyItems, itemMoments } from './items.ts';
import { keepMail, type MailBody } from './mail.ts';

/** The ticket of an entry's subject, `case:COC-2026-000123-5`. */
export function refOf(entry: EntryHead): string {
  return entry.subject.slice('case:'.length);
}

function mustRead(db: Db, ref: string): CaseFile {
  const file = readCaseFile(db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref}.`);
  return file;
}

/** Computes the clocks of a case anew, at the instant of an entry, under the rulebook in force on the desk. */
function reckon(db: Db, file: CaseFile, at: string): { file: CaseFile; next: NextClock | null } {
  const { hash, rulebook } = currentRulebook(db);
  const clocks = computeClocks(clockInputOf(file, classesOf(currentProfile(db, file.platform))), rulebook);
  const next = leadOf(file, clocks);
  const nextAlarm = alarmAfter(file, clocks, file.nextAlarm, at);
  return { file: { ...file, clocks: { ...file.clocks, now: clocks }, rulebook: hash, nextDue: next?.due ?? noDue, nextAlarm }, next };
}

/** Reads the case, changes it, computes its clocks and moves it in the queue: the one way a case changes. */
export function change(db: Db, entry: EntryHead, edit: (file: CaseFile) => CaseFile): void {
  const before = mustRead(db, refOf(entry));
  const edited = edit(before);
  if (edited.complainant !== before.complainant) moveComplainant(db, before, before.complainant, edited.complainant);
  const wasQueued = isOpen(before) ? before.nextDue : null;
  if (!isOpen(edited)) {
    updateCaseFile(db, { ...edited, nextDue: null, nextAlarm: null }, entry.seq);
    keepAlarms(db, edited.ref, []);
    requeue(db, edited.ref, wasQueued, null);
    if (isOpen(before)) countClosed(db, 1);
    return;
  }
  const { file, next } = reckon(db, { ...edited, nextAlarm: before.nextAlarm }, entry.at);
  keepAlarms(db, file.ref, file.clocks.now.filter(isWatched));
  updateCaseFile(db, file, entry.seq);
  requeue(db, file.ref, wasQueued, lineOf(file, next));
  if (!isOpen(before)) countClosed(db, -1);
}

interface ReceivedBody
  extends Pick<
    CaseFile,
    | 'platform'
    | 'kind'
    | 'receivedAt'
    | 'receivedFrom'
    | 'confirmReceipt'
    | 'lateReason'
    | 'historical'
    | 'oldReference'
    | 'channel'
    | 'complainant'
    | 'onBehalfOf'
    | 'subject'
    | 'facts'
  > {
  items: { type: string; value: string }[];
  links: CaseLink[];
  /** The record of somebody who was known again; absent where she is new. */
  party?: string | null;
  year: number;
  number: number;
}

function receive(db: Db, entry: EntryHead, raw: unknown): void {
  const body = raw as ReceivedBody;
  const ref = refOf(entry);
  const { file, next } = reckon(
    db,
    {
      ref,
      seq: entry.seq,
      platform: body.platform,
      kind: body.kind,
      state: 'received',
      identity: firstIdentity(body.kind),
      outcome: null,
      subject: body.subject,
      complainant: body.complainant,
      onBehalfOf: body.onBehalfOf,
      channel: body.channel,
      receivedAt: body.receivedAt,
      receivedFrom: body.receivedFrom,
      confirmReceipt: body.confirmReceipt,
      enteredAt: entry.at,
      lateReason: body.lateReason,
      historical: body.historical,
      oldReference: body.oldReference,
      assignee: null,
      backup: null,
      facts: body.facts,
      moments: { received: body.receivedAt },
      clocks: { now: [], past: [] },
      rulebook: '',
      decision: null,
      nextDue: null,
      links: body.links,
      target: null,
      nextAlarm: null,
    },
    entry.at,
  );
  insertCaseFile(db, file, entry.seq);
  for (const [n, item] of body.items.entries()) insertItem(db, ref, { n: n + 1, ...item, action: null, actedAt: null, proof: null });
  setSeries(db, body.platform, body.year, body.number);
  enqueue(db, lineOf(file, next));
  keepComplainant(db, entry, ref, body.complainant, body.party ?? null);
}

/** Undefined fields of `facts` leave what is known; a fact is never silently lost. */
function mergedFacts(known: Facts, told: Facts | null): Facts {
  return { ...known, ...(told ?? {}) };
}

interface AmendedBody {
  receivedAt: string | null;
  facts: Facts | null;
  platform: CaseFile['platform'] | null;
  complainant?: Complainant;
}

/** What is told anew replaces what is known; an empty text takes it out. */
function mergedDetails(known: Complainant, told: Complainant | undefined): Complainant {
  if (told === undefined) return known;
  return Object.fromEntries(Object.entries({ ...known, ...told }).filter(([, value]) => value !== ''));
}

function decide(db: Db, entry: EntryHead, raw: unknown): void {
  const body = raw as {
    outcome: CaseFile['outcome'];
    ground: string;
    clause: string | null;
    groundCode?: string | null;
    clauseText?: string | null;
    remedy?: { id: string; cite: string }[];
    open?: string[];
    reasons: string;
    items: ActedItem[];
    decidedAt: string;
  };
  const items = applyItems(db, refOf(entry), body.items);
  change(db, entry, (file) => ({
    ...file,
    state: 'decided',
    outcome: body.outcome,
    decision: {
      outcome: body.outcome ?? '',
      ground: body.ground,
      clause: body.clause,
      ...(body.groundCode ? { groundCode: body.groundCode } : {}),
      ...(body.clauseText ? { clauseText: body.clauseText } : {}),
      ...(body.remedy ? { remedy: body.remedy } : {}),
      ...(body.open ? { open: body.open } : {}),
      reasons: body.reasons,
      decidedAt: body.decidedAt,
      sentAt: null,
      seq: entry.seq,
      by: entry.actor,
    },
    moments: { ...file.moments, decided: body.decidedAt, ...actedMoments(body, items, file.moments) },
  }));
}

function close(outcome: (file: CaseFile) => CaseFile['outcome'], moment: 'closed' | 'voided') {
  return (db: Db, entry: EntryHead): void => {
    const moments = (file: CaseFile) => ({ ...file.moments, [moment]: entry.at });
    const { file } = reckon(db, ((f) => ({ ...f, moments: moments(f) }))(mustRead(db, refOf(entry))), entry.at);
    change(db, entry, () => ({
      ...file,
      state: 'closed',
      outcome: outcome(file),
      clocks: { ...file.clocks, past: [...file.clocks.past, freezeClocks(file, entry.at)] },
    }));
  };
}

/** Only the complainant's return starts legal clocks anew; the desk's own second thoughts keep those that ran. */
function reopen(db: Db, entry: EntryHead, raw: unknown): void {
  const { receivedAt } = raw as { receivedAt: string | null };
  const ref = refOf(entry);
  supersedeUnsent(db, ref, `reopened:${entry.seq}`);
  if (receivedAt) for (const item of readItems(db, ref)) updateItem(db, ref, { ...item, action: null, actedAt: null, proof: null });
  change(db, entry, (file) => {
    const { closed: _closed, voided: _voided, decided: _decided, ...kept } = file.moments;
    const frozen = receivedAt && isOpen(file) ? [freezeClocks(file, entry.at)] : [];
    return {
      ...file,
      state: 'reopened',
      outcome: null,
      decision: null,
      receivedAt: receivedAt ?? file.receivedAt,
      clocks: { ...file.clocks, past: [...file.clocks.past, ...frozen] },
      moments: receivedAt ? { received: receivedAt } : kept,
      target: receivedAt ? null : file.target,
    };
  });
}

interface DelayBody {
  clocks: Pick<DelayReason, 'rule' | 'due'>[];
  code: DelayReason['code'];
  text: string | null;
}

interface UndoneBody {
  before: CaseFile;
  items: CaseItem[];
}

function undo(db: Db, entry: EntryHead, raw: unknown): void {
  const { before, items } = raw as UndoneBody;
  deleteItemsFrom(db, before.ref, items.length + 1);
  for (const item of items) updateItem(db, before.ref, item);
  change(db, entry, (file) => ({ ...file, ...before, seq: file.seq }));
}

const edit =
  <B>(how: (file: CaseFile, body: B, entry: EntryHead) => Partial<CaseFile>) =>
  (db: Db, entry: EntryHead, body: unknown): void =>
    change(db, entry, (file) => ({ ...file, ...how(file, body as B, entry) }));

export const caseFolds: FoldMap = {
  'case.received': (db, entry, body) => {
    receive(db, entry, body);
    keepMail(db, refOf(entry), entry, (body as { mail?: MailBody }).mail);
  },
  'case.triaged': edit<{ kind: CaseFile['kind']; facts: Facts }>((file, body) => ({
    kind: body.kind,
    identity: file.kind === body.kind ? file.identity : firstIdentity(body.kind),
    facts: mergedFacts(file.facts, body.facts),
  })),
  'case.amended': edit<AmendedBody>((file, body) => ({
    complainant: mergedDetails(file.complainant, body.complainant),
    // The ticket keeps its letters: it names the case for good.
    platform: body.platform ?? file.platform,
    receivedAt: body.receivedAt ?? file.receivedAt,
    facts: mergedFacts(file.facts, body.facts),
    confirmReceipt: body.receivedAt === null ? file.confirmReceipt : false,
    receivedFrom: body.receivedAt === null ? file.receivedFrom : 'person',
    moments: { ...file.moments, received: body.receivedAt ?? file.moments.received },
  })),
  'case.review-started': edit((file) => ({ state: furthest(file.state === 'reopened' ? 'received' : file.state, 'under-review') })),
  'case.decided': decide,
  'case.items-acted': (db, entry, body) => {
    const items = applyItems(db, refOf(entry), (body as { items: ActedItem[] }).items);
    change(db, entry, (file) => ({ ...file, moments: { ...file.moments, ...itemMoments(items, file.moments) } }));
  },
  // What is named later is still to be acted on, however far the others have come.
  'case.items-added': (db, entry, body) => {
    const items = addItems(db, refOf(entry), (body as { items: { type: string; value: string }[] }).items);
    change(db, entry, (file) => {
      const { itemsActed: _over, ...moments } = file.moments;
      const facts = isGovernment(file.kind) ? { ...file.facts, urlsGiven: true } : file.facts;
      return { ...file, facts, moments: { ...moments, ...itemMoments(items, moments as CaseFile['moments']) } };
    });
  },
  'case.closed': (db, entry, body) => close(() => (body as { outcome: CaseFile['outcome'] }).outcome, 'closed')(db, entry),
  'case.voided': close(() => 'void', 'voided'),
  'case.redirected': close(() => 'redirected', 'voided'),
  'case.reopened': reopen,
  'case.withdrawn': edit<{ withdrawnAt: string }>((file, body) => ({ moments: { ...file.moments, withdrawn: body.withdrawnAt } })),
  // The first report counts; one that names its rules ends the clocks of those alone.
  'case.reported': edit<{ sentAt: string; rules: string[] }>(({ moments }, body) => {
    if (body.rules.length === 0) return { moments: { ...moments, reportSent: moments.reportSent ?? body.sentAt } };
    const done = Object.fromEntries(body.rules.map((rule) => [rule, body.sentAt]));
    return { moments: { ...moments, done: { ...done, ...moments.done } } };
  }),
  'case.verdict': edit<{ valid: boolean }>((file, body, entry) => ({
    moments: { ...file.moments, verdictWithdrawn: body.valid ? undefined : entry.at },
  })),
  'case.linked': edit<{ to: string; as: string; decision?: number; own?: true }>((file, { to, as, decision, own }) => ({
    links: [...file.links, { ref: to, as, ...(decision === undefined ? {} : { decision }), ...(own ? { own } : {}) }],
  })),
  'case.unlinked': edit<{ to: string }>((file, { to }) => ({ links: file.links.filter(({ ref }) => ref !== to) })),
  'case.assigned': edit<{ to: string | null; backup?: string | null }>((file, { to, backup }) => ({
    assignee: to,
    backup: backup === undefined ? (file.backup === to ? null : file.backup) : backup,
  })),
  'case.noted': () => {},
  'case.translated': () => {},
  'case.oral-recorded': () => {},
  'case.delay-explained': edit<DelayBody>(({ clocks }, { clocks: told, code, text }, { at, actor }) => ({
    clocks: {
      ...clocks,
      delays: withDelays(
        clocks.delays ?? [],
        told.map((clock) => ({ ...clock, code, text, at, by: actor })),
      ),
    },
  })),
  'case.undone': undo,
};
