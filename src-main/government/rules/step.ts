import type { ActInput } from '../../cases/contract.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { dateOf, istDay } from '../../law/rules.ts';
import type { OrderEntry, OrderStep, Production, StepOrder } from '../contract.ts';
import { breadthOf } from './breadth.ts';
import type { OrderContext } from './plan.ts';

const today = ({ now }: OrderContext) => dateOf(istDay(Date.parse(now)));

function checkPast(context: OrderContext, field: string, day: string): void {
  if (day > today(context)) throw badInput(field, 'lies in the future');
}

function checkProductions(known: readonly Production[], named: readonly number[]): void {
  for (const [n, seq] of named.entries())
    if (!known.some((one) => one.seq === seq))
      throw badInput(`productions.${n}`, 'is not a file hashed for this case: record-production comes first');
}

function checkStep(context: OrderContext, input: StepOrder): void {
  if (input.step === 'challenge') {
    checkPast(context, 'filedOn', input.filedOn);
    if (input.stayUntil && input.stay !== 'granted') throw badInput('stayUntil', 'belongs to a stay that was granted');
  }
  if (input.step === 'withdrawn') checkPast(context, 'on', input.on);
  if (input.step !== 'produce') return;
  checkProductions(context.government?.disclosed?.productions ?? [], input.productions);
  if (input.extent === 'partly' && !input.withheld?.trim()) throw badInput('withheld', 'is empty: say what is left out, and why');
}

/** Records what is done on an order: asked back, narrowed, refused, challenged, produced, withdrawn. Faults: bad-input, refused. */
function planStep(context: OrderContext, input: ActInput<'step-order'>) {
  if (!context.government?.order) throw new Fault('refused', 'Record first what the order says: what is answered is what it asks.');
  checkStep(context, input);
  return [{ kind: 'order.stepped', body: { ...input } }];
}

/** Faults: refused where the order asks for no more than it may. */
function planAcknowledgement({ government, items }: OrderContext, { reason }: ActInput<'acknowledge-breadth'>) {
  const { order, instrument } = government ?? {};
  const findings = order && instrument ? breadthOf(instrument, order, items.length) : [];
  if (findings.length === 0) throw new Fault('refused', 'Nothing shows that this order asks for too much.');
  return [{ kind: 'order.breadth-acknowledged', body: { codes: findings.map(({ code }) => code), reason } }];
}

export const stepPlanners = { 'step-order': planStep, 'acknowledge-breadth': planAcknowledgement };

/** What was done on an order, oldest first. */
export function stepsOf(entries: readonly OrderEntry[]): OrderStep[] {
  return entries
    .filter(({ kind }) => kind === 'order.stepped')
    .map(({ seq, at, byName, body }) => {
      const said = body as unknown as StepOrder;
      return { seq, at, byName, step: said.step, said };
    });
}
