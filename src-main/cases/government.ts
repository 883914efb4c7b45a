import type { Db } from '../../db/open.ts';
import { currentProfile, currentRulebook } from '../desk/adopted.ts';
import { type Desk, post } from '../desk/desk.ts';
import { badInput } from '../desk/faults.ts';
import { instrumentBook } from '../desk/instruments.ts';
import type { Order, OrderView, SameOrder } from '../government/contract.ts';
import { checksOf, orderOf, sameOrder } from '../government/index.ts';
import { factsOfOrder, type GovernmentKnown, instrumentOf, judgeOrder, mustBeInstrument, viewOrder } from '../government/rules.ts';
import type { Rulebook } from '../law/contract.ts';
import { computeClocks } from '../law/rules.ts';
import { classesOf } from '../platforms/rules.ts';
import type { ActName, CaseItem, NewCase } from './contract.ts';
import type { CaseFile, Standing } from './rules.ts';

/** A new case with what its order settles as facts. Faults: bad-input (no such instrument, or one of another kind). */
export function withOrderFacts(input: NewCase): NewCase {
  if (!input.order) return input;
  const instrument = mustBeInstrument(instrumentBook(), input.order.instrument, 'order.instrument');
  if (input.kind !== instrument.kind) throw badInput('kind', `must be ${instrument.kind}: the instrument ${instrument.id} makes that kind`);
  return { ...input, facts: { ...factsOfOrder(instrument, input.order, input.items?.length ?? 0), ...input.facts } };
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

const actsOnOrders: ActName[] = ['record-order', 'check-authority', 'decide'];

/** What is known of the order behind a case, for acts that depend on it. */
export function governmentFor(desk: Desk, act: ActName, { file }: Standing): Pick<Standing, 'government'> {
  return actsOnOrders.includes(act) ? { government: readKnown(desk.db, file.ref) } : {};
}

/** The order behind a case as a screen shows it, judged at `now` (UTC); null where none was recorded. */
export function orderViewOf(db: Db, file: CaseFile, items: readonly CaseItem[], rulebook: Rulebook, now: string): OrderView | null {
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
  return viewOrder({ ...known, checks: checksOf(db, file.ref) });
}

/** An order that is not filed yet, judged as it would be: what the form shows while it is typed. Fault: bad-input. */
export function judgeDraft(
  db: Db,
  draft: { platform: NewCase['platform']; receivedAt: string; order: Order; itemCount: number },
  now: string,
): Pick<OrderView, 'judgement' | 'same'> {
  const book = instrumentBook();
  const { order, itemCount, receivedAt } = draft;
  const instrument = mustBeInstrument(book, order.instrument, 'order.instrument');
  const { rulebook } = currentRulebook(db);
  const classes = classesOf(currentProfile(db, draft.platform));
  const facts = factsOfOrder(instrument, order, itemCount);
  const clocks = computeClocks({ kind: instrument.kind, receivedAt, facts, classes, moments: { received: receivedAt } }, rulebook);
  const same: SameOrder | null = sameOrder(db, order, null);
  return { same, judgement: judgeOrder({ book, instrument, order, itemCount, receivedAt, now, rulebook, clocks, same }) };
}
