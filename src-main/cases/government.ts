import type { Db } from '../../db/open.ts';
import { currentProfile, currentRulebook } from '../desk/adopted.ts';
import { type Desk, post } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { instrumentBook } from '../desk/instruments.ts';
import type { Order, OrderView, SameOrder } from '../government/contract.ts';
import { checksOf, disclosuresOf, entriesOn, orderOf, readItemList, sameOrder, sheetRows } from '../government/index.ts';
import {
  breadthOf,
  checkOrderDate,
  factsOfOrder,
  type GovernmentKnown,
  instrumentOf,
  isWalledInstrument,
  judgeOrder,
  mustBeInstrument,
  preservationsOf,
  readAnswers,
  viewOrder,
} from '../government/rules.ts';
import { sha256Hex } from '../journal/index.ts';
import type { Rulebook } from '../law/contract.ts';
import { computeClocks } from '../law/rules.ts';
import { classesOf } from '../platforms/rules.ts';
import type { ActInput, ActName, CaseItem, NewCase } from './contract.ts';
import type { CaseFile, Standing } from './rules.ts';
import { readAttachment } from './store.ts';

/** A new case with what its order settles as facts. Faults: bad-input (a date that cannot be, no such instrument, one of another kind). */
export function withOrderFacts(input: NewCase, now: string): NewCase {
  if (!input.order) return input;
  checkOrderDate(input.order, { receivedAt: input.receivedAt, now }, 'order.datedOn');
  const instrument = mustBeInstrument(instrumentBook(), input.order.instrument, 'order.instrument');
  if (input.kind !== instrument.kind) throw badInput('kind', `must be ${instrument.kind}: the instrument ${instrument.id} makes that kind`);
  return { ...input, facts: { ...factsOfOrder(instrument, input.order, input.items?.length ?? 0), ...input.facts } };
}

/** Whether the law keeps everything about this case confidential: by its instrument, or by its kind where each instrument of it is. */
export function isConfidential({ kind, order }: Pick<NewCase, 'kind' | 'order'>): boolean {
  return isWalledInstrument(instrumentBook(), { kind, instrument: order?.instrument ?? null });
}

/**
 * An act that says what the law keeps confidential is not written in clear: the case goes behind a wall first. Fault: refused.
 */
export function refuseInClear(desk: Desk, act: ActName, input: unknown): void {
  if ((act !== 'triage' && act !== 'record-order') || desk !== desk.walls.outer()) return;
  const { kind = '', instrument = null } = input as { kind?: string; instrument?: string };
  if (isWalledInstrument(instrumentBook(), { kind, instrument }))
    throw new Fault('refused', 'The law keeps such an order confidential: restrict this case first, from its menu, and then go on.');
}

/** Notes what the order of a new case says, inside the write that made the case. */
export function postOrder(desk: Desk, ref: string, { order }: NewCase): void {
  if (order) post(desk, { kind: 'order.recorded', subject: `case:${ref}`, body: { order } });
}

function readKnown(db: Db, ref: string): GovernmentKnown {
  const book = instrumentBook();
  const order = orderOf(db, ref);
  return { book, order, instrument: order && instrumentOf(book, order.instrument), checks: checksOf(db, ref) };
}

const readPreserved: Read = ({ db }, { file }) => ({ entries: entriesOn(db, file.ref), rulebook: currentRulebook(db).rulebook });

const readDisclosed: Read = ({ db }, { file }) => ({ disclosed: disclosuresOf(db, file.ref), entries: entriesOn(db, file.ref) });

type Read = (desk: Desk, standing: Standing, input: never) => Partial<GovernmentKnown>;

/** What acts on items bring along: a list, a sheet that came back, a file of the case. */
const readers: Partial<Record<ActName, Read>> = {
  'record-order': () => ({}),
  'check-authority': () => ({}),
  'record-production': () => ({}),
  'counsel-decision': () => ({}),
  'record-certificate': readDisclosed,
  'step-order': readDisclosed,
  'acknowledge-breadth': () => ({}),
  'record-material': () => ({}),
  'hand-over-material': () => ({}),
  disclose: readDisclosed,
  'approve-disclosure': readDisclosed,
  'tell-user': readDisclosed,
  preserve: readPreserved,
  'confirm-preservation': readPreserved,
  'renew-preservation': readPreserved,
  'release-preservation': readPreserved,
  decide: () => ({}),
  'add-items': (_desk, { items }, { text }: ActInput<'add-items'>) =>
    text === undefined
      ? {}
      : {
          list: readItemList(
            text,
            items.map(({ value }) => value),
          ),
        },
  'take-sheet': (_desk, standing, { text }: ActInput<'take-sheet'>) => readSheet(standing, text),
  'capture-item': ({ db }, { file }, { file: id }: ActInput<'capture-item'>) => {
    const fact = id === undefined ? null : readAttachment(db, id);
    return fact?.ref === file.ref ? { captured: { sha256: fact.sha256 } } : {};
  },
};

/** What is preserved is released as that, so that its end stands in the record. Fault: refused. */
export function refusePreservedHold(db: Db, ref: string, { hold }: ActInput<'release-hold'>): void {
  const kept = preservationsOf(entriesOn(db, ref)).filter(({ releasedAt }) => releasedAt === null);
  const isMeant = kept.some((one) => one.hold === hold) || (hold === undefined && kept.length > 0);
  if (isMeant) throw new Fault('refused', 'This hold keeps what is preserved for an authority: release the preservation itself.');
}

function readSheet({ file, items, now }: Standing, text: string): Partial<GovernmentKnown> {
  const rows = sheetRows(text);
  if (rows === null) return {};
  const { ref, receivedAt } = file;
  const known = { ref, receivedAt, now, values: new Set(items.map(({ value }) => value)) };
  return { answers: { sha256: sha256Hex(text), ...readAnswers(rows, known) } };
}

/** What is known of the order and the items behind a case, for acts that depend on it. */
export function governmentFor(desk: Desk, act: ActName, standing: Standing, input: unknown): Pick<Standing, 'government'> {
  const read = readers[act];
  return read
    ? { government: { ...readKnown(desk.db, standing.file.ref), actor: desk.person.id, ...read(desk, standing, input as never) } }
    : {};
}

interface JudgedCase {
  file: CaseFile;
  items: readonly CaseItem[];
  rulebook: Rulebook;
  /** UTC. */
  now: string;
  /** What was done on the order, where it was read already. */
  entries?: ReturnType<typeof entriesOn>;
}

/** The order behind a case as a screen shows it, judged at `now` (UTC); null where none was recorded. */
export function orderViewOf(db: Db, { file, items, rulebook, now, entries = entriesOn(db, file.ref) }: JudgedCase): OrderView | null {
  const { book, order, instrument } = readKnown(db, file.ref);
  if (!order || !instrument) return null;
  const same = sameOrder(db, order, file.ref);
  const known = {
    book,
    instrument,
    order,
    itemCount: items.length,
    receivedAt: file.receivedAt,
    now,
    rulebook,
    clocks: file.clocks.now,
    same,
  };
  return viewOrder({ ...known, checks: checksOf(db, file.ref), entries });
}

/** An order that is not filed yet, judged as it would be: what the form shows while it is typed. Fault: bad-input. */
export function judgeDraft(
  db: Db,
  draft: { platform: NewCase['platform']; receivedAt: string; order: Order; itemCount: number },
  now: string,
): Pick<OrderView, 'judgement' | 'same' | 'breadth'> {
  const book = instrumentBook();
  const { order, itemCount, receivedAt } = draft;
  const instrument = mustBeInstrument(book, order.instrument, 'order.instrument');
  const { rulebook } = currentRulebook(db);
  const classes = classesOf(currentProfile(db, draft.platform));
  const facts = factsOfOrder(instrument, order, itemCount);
  const clocks = computeClocks({ kind: instrument.kind, receivedAt, facts, classes, moments: { received: receivedAt } }, rulebook);
  const same: SameOrder | null = sameOrder(db, order, null);
  const breadth = { findings: breadthOf(instrument, order, itemCount), acknowledged: null };
  return { same, breadth, judgement: judgeOrder({ book, instrument, order, itemCount, receivedAt, now, rulebook, clocks, same }) };
}
