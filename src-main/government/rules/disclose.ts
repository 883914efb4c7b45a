import type { ActInput } from '../../cases/contract.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { dateOf, istDay } from '../../law/rules.ts';
import type { Disclosure, DisclosuresView } from '../contract.ts';
import { breadthKnown, breadthOf } from './breadth.ts';
import type { GovernmentKnown, OrderContext } from './plan.ts';

const hoursToApprove = 24;
const hoursToFollow = 72;

function refuse(message: string): never {
  throw new Fault('refused', message);
}

/** An account as it is compared: however it was typed. */
export function foldedAccount(account: string): string {
  return account.normalize('NFKC').trim().toLowerCase().replace(/^@/, '');
}

function knownOf({ government }: OrderContext): GovernmentKnown & { disclosed: DisclosuresView } {
  if (!government) throw new Error('Disclosures are planned on what is known of the order.');
  return { disclosed: { productions: [], disclosures: [], counsel: null }, ...government };
}

function planProduction(_context: OrderContext, { name, sizeBytes, sha256, note }: ActInput<'record-production'>) {
  return [{ kind: 'production.hashed', body: { name, sizeBytes, sha256, note: note ?? null } }];
}

function planCounsel(_context: OrderContext, { allow, counsel, reason }: ActInput<'counsel-decision'>) {
  return [{ kind: 'counsel.decided', body: { allow, counsel, reason } }];
}

/** Requests that nothing makes binding: data leaves on them by counsel's recorded word alone. */
const needsCounsel = ['foreign-police', 'foreign-civil', 'private-notice-data', 'private-notice-removal', 'informal-request'];

/** Data that an emergency does not need: who it is and where from saves the life. */
const content = /content|message|chat|photo|video|सामग्री|संदेश/i;

function checkEmergency({ checks, instrument }: GovernmentKnown, { category, afterwards }: ActInput<'disclose'>): void {
  const isEmergency = instrument?.kind === 'emergency-request';
  if (afterwards && !isEmergency) throw badInput('afterwards', 'belongs to an emergency request: everything else is approved before');
  if (!isEmergency) return;
  if (checks.findLast(({ step }) => step === 'call-back')?.result !== 'confirmed')
    refuse('Call back first, on a number found independently: an emergency is what forgers claim.');
  if (content.test(category))
    throw badInput('category', 'an emergency needs the least that saves the life: registration and last addresses, no content');
}

function checkAllowed({ file, government }: OrderContext, known: GovernmentKnown & { disclosed: DisclosuresView }): void {
  const { instrument, disclosed } = known;
  if (!government?.order || !instrument) refuse('Record first what the order says: nothing is disclosed on an order that nobody read.');
  if (file.moments.verdictWithdrawn !== undefined) refuse('A verdict says that this order is not valid: nothing is disclosed on it.');
  const isUnbound = instrument.process === 'none' || needsCounsel.includes(instrument.id);
  if (isUnbound && disclosed.counsel?.allow !== true)
    refuse(`${instrument.title.en} is no order: nothing is disclosed without counsel's recorded decision.`);
}

/** Nothing leaves on an order that asks for too much before somebody has seen that and said why. */
function checkBreadth({ items }: OrderContext, { order, instrument, entries = [] }: GovernmentKnown): void {
  if (!order || !instrument) return;
  const { findings, acknowledged } = breadthKnown(breadthOf(instrument, order, items.length), entries);
  if (findings.length > 0 && acknowledged === null)
    refuse(
      `This order asks for too much: ${findings.map(({ text }) => text.en).join('; ')}. Ask for a narrower one (step-order), or acknowledge it with the reason (acknowledge-breadth).`,
    );
}

/** The file as it was hashed; what is sent must still be that file. */
function checkProduction({ productions }: DisclosuresView, { production, sha256 }: ActInput<'disclose'>): void {
  const found = productions.find(({ seq }) => seq === production);
  if (!found) throw badInput('production', 'is not a file hashed for this case: record-production comes first');
  if (found.sha256 !== sha256)
    throw badInput(
      'sha256',
      `is not the hash of ${found.name} as it was recorded: the file has changed since. Hash it anew, and look at what changed`,
    );
}

/** After an emergency the written order is asked for: the desk's own target reminds of it. */
function followUp({ file, now }: OrderContext, { instrument }: GovernmentKnown) {
  if (instrument?.kind !== 'emergency-request' || file.target !== null) return [];
  const due = new Date(Date.parse(now) + hoursToFollow * 3_600_000).toISOString();
  return [{ kind: 'target.set', body: { due, reason: 'The written order that follows an emergency disclosure', working: null } }];
}

/** Writes a line of the register. Faults: refused (no order, no counsel, no call back), bad-input (a changed file, a wrong field). */
function planDisclosure(context: OrderContext, input: ActInput<'disclose'>) {
  const known = knownOf(context);
  checkAllowed(context, known);
  checkBreadth(context, known);
  checkEmergency(known, input);
  checkProduction(known.disclosed, input);
  checkWhen(context, 'at', input.at);
  const { periodFrom = null, periodTo = null, at = context.now, proof = null, afterwards = false, ...rest } = input;
  if (periodFrom && periodTo && periodTo < periodFrom) throw badInput('periodTo', 'lies before periodFrom');
  const { nonDisclosure, secretUntil = null } = known.order ?? {};
  const isSecret = nonDisclosure === true || secretUntil !== null || known.instrument?.confidentiality === 'walled';
  const approveBy = afterwards ? new Date(Date.parse(context.now) + hoursToApprove * 3_600_000).toISOString() : null;
  const made = { kind: 'disclosure.made', body: { ...rest, periodFrom, periodTo, at, proof, approveBy, isSecret, secretUntil } };
  return [...followUp(context, known), made];
}

function mustFind(context: OrderContext, seq: number): Disclosure {
  const found = knownOf(context).disclosed.disclosures.find((one) => one.seq === seq);
  if (!found) throw badInput('disclosure', 'is not a disclosure of this case');
  return found;
}

/** Another person approves what left in an emergency. Faults: refused, bad-input. */
function planApproval(context: OrderContext, { disclosure, reason }: ActInput<'approve-disclosure'>) {
  const found = mustFind(context, disclosure);
  if (found.approveBy === null) refuse('This disclosure was approved before it was made.');
  if (found.approverName !== null) refuse('This disclosure has been approved already.');
  if (found.by === context.government?.actor) refuse('You made this disclosure yourself: another person has to approve it.');
  return [{ kind: 'disclosure.approved', body: { disclosure, reason } }];
}

/** The person is told, once nothing forbids it. */
function planNotice(context: OrderContext, { disclosure, at, how }: ActInput<'tell-user'>) {
  const found = mustFind(context, disclosure);
  checkWhen(context, 'at', at);
  if (found.toldAt !== null) refuse('The person has been told already.');
  const today = dateOf(istDay(Date.parse(context.now)));
  if (found.isSecret && (found.secretUntil === null || found.secretUntil >= today))
    refuse('The order forbids telling the person, and its day has not passed.');
  return [{ kind: 'disclosure.told', body: { disclosure, at, how } }];
}

export const disclosurePlanners = {
  'record-production': planProduction,
  disclose: planDisclosure,
  'counsel-decision': planCounsel,
  'approve-disclosure': planApproval,
  'tell-user': planNotice,
};
