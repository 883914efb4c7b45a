import type { ActInput } from '../../cases/contract.ts';
import type { CaseFile } from '../../cases/rules/file.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import type { Rulebook } from '../../law/contract.ts';
import { dateOf, istDay } from '../../law/rules.ts';
import type {
  AuthorityCheck,
  DisclosuresView,
  Instrument,
  InstrumentBook,
  ItemList,
  Order,
  OrderEntry,
  SheetAnswers,
} from '../contract.ts';
import { factsOfOrder } from './facts.ts';
import { digitsOf } from './key.ts';
import { instrumentOf } from './read.ts';

/** What is known of the order behind a case. */
export interface GovernmentKnown {
  book: InstrumentBook;
  order: Order | null;
  instrument: Instrument | null;
  checks: readonly AuthorityCheck[];
  /** What was read of a list of items, of a sheet that came back, and of the file of a capture. */
  list?: ItemList;
  answers?: SheetAnswers;
  /** Files hashed for production, what was disclosed, and counsel's last word. */
  disclosed?: DisclosuresView;
  captured?: { sha256: string };
  /** What was done on the order so far, and the rulebook that counts what is preserved. */
  entries?: readonly OrderEntry[];
  rulebook?: Rulebook;
  /** Who does the act. */
  actor?: string;
}

/** What acts on orders are planned on; `now` is UTC. */
export interface OrderContext {
  now: string;
  file: CaseFile;
  items: readonly unknown[];
  government?: GovernmentKnown;
}

function knownOf({ government }: OrderContext): GovernmentKnown {
  if (!government) throw new Error('Acts on orders are planned on what is known of the order.');
  return government;
}

/** The instrument of this id. Fault: bad-input at `field`, naming those there are. */
export function mustBeInstrument(book: InstrumentBook, id: string, field = 'instrument'): Instrument {
  const found = instrumentOf(book, id);
  if (found) return found;
  throw badInput(field, `is not in the book of instruments; there are ${book.instruments.map((one) => one.id).join(', ')}`);
}

function checkPeriod({ periodFrom, periodTo }: Order): void {
  if (periodFrom && periodTo && periodTo < periodFrom) throw badInput('periodTo', 'lies before periodFrom');
}

const shown = (day: string) => day.split('-').reverse().join('-');
const dayOfInstant = (instant: string) => dateOf(istDay(Date.parse(instant)));

/**
 * A date that cannot be is a slip of the keys, unless it is so printed on the order. `at`: the receipt and now, UTC.
 * Fault: bad-input at `field`, naming both dates.
 */
export function checkOrderDate({ datedOn, dateAsPrinted }: Order, at: { receivedAt: string; now: string }, field = 'datedOn'): void {
  if (datedOn === undefined || dateAsPrinted === true) return;
  const [today, received] = [dayOfInstant(at.now), dayOfInstant(at.receivedAt)];
  const unless = 'If it is so printed on the order, say so (dateAsPrinted)';
  if (datedOn > today)
    throw badInput(field, `lies in the future: the order is dated ${shown(datedOn)}, and today is ${shown(today)}. ${unless}`);
  if (datedOn > received)
    throw badInput(field, `lies after receipt: the order is dated ${shown(datedOn)}, and it was received on ${shown(received)}. ${unless}`);
}

/** Records what an order says; the facts that its clocks go by follow from it. Faults: bad-input, refused. */
function planOrder(context: OrderContext, order: ActInput<'record-order'>) {
  const { file, items } = context;
  const instrument = mustBeInstrument(knownOf(context).book, order.instrument);
  checkPeriod(order);
  checkOrderDate(order, { receivedAt: file.receivedAt, now: context.now });
  const facts = factsOfOrder(instrument, order, items.length);
  const recorded = { kind: 'order.recorded', body: { order } };
  const reason = 'As the order says.';
  if (file.kind === instrument.kind) {
    const was = { receivedAt: file.receivedAt, facts: file.facts, platform: file.platform };
    return [recorded, { kind: 'case.amended', body: { receivedAt: null, facts, platform: null, reason, was } }];
  }
  if (file.state === 'decided') throw new Fault('refused', 'A decided case keeps its kind: reopen it first.');
  if (file.kind !== 'unsorted' && file.moments.acknowledgementSent !== undefined)
    throw new Fault(
      'refused',
      `This instrument makes a case of the kind ${instrument.kind}: triage the case first, which makes a new one.`,
    );
  return [recorded, { kind: 'case.triaged', body: { from: file.kind, kind: instrument.kind, facts, reason } }];
}

/** A number printed in the letter proves nothing: whoever forged the one has printed the other. */
function checkCallBack(order: Order | null, { result, number, foundIn }: ActInput<'check-authority'>): void {
  if (result !== 'confirmed') return;
  if (!number) throw badInput('number', 'is empty: which number was called');
  if (!foundIn) throw badInput('foundIn', 'is empty: say where the number was found');
  const printed = digitsOf(order?.officerPhone);
  if (printed !== '' && printed === digitsOf(number))
    throw badInput('number', 'is the number printed in the order: call one that was found independently');
}

/** Records one step of the check of authority. Faults: bad-input, refused while no order was recorded. */
function planCheck(context: OrderContext, input: ActInput<'check-authority'>) {
  const { order } = knownOf(context);
  if (!order) throw new Fault('refused', 'Record first what the order says: what is checked is what it claims.');
  checkWhen(context, 'at', input.at);
  if (input.step === 'call-back') checkCallBack(order, input);
  const { step, result, detail, number, foundIn, evidence, at } = input;
  const rest = { number: number ?? null, foundIn: foundIn ?? null, evidence: evidence ?? null, at: at ?? context.now };
  return [{ kind: 'order.checked', body: { step, result, detail, ...rest } }];
}

export const governmentPlanners = { 'record-order': planOrder, 'check-authority': planCheck };
