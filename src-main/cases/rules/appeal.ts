import { badInput, Fault } from '../../desk/faults.ts';
import type { ActInput } from '../contract/acts.ts';
import type { Appeal, CaseItem } from '../contract/views.ts';
import type { CaseFile } from './file.ts';
import { checkReceipt } from './receipt.ts';
import { isReviewable, type LinkedReceipt } from './review.ts';
import { checkWhen } from './when.ts';

interface AppealStanding {
  file: CaseFile;
  items: readonly CaseItem[];
  now: string;
  /** Appeals that the case has to do with. */
  appeals?: readonly Appeal[] | undefined;
}

const committee = 'Grievance Appellate Committee';
const itemsOf = (items: readonly CaseItem[]) => items.map(({ type, value }) => ({ type: type as 'url', value }));

function checkReceived(standing: AppealStanding, input: { receivedAt: string; lateReason?: string | undefined }): void {
  checkWhen(standing, 'receivedAt', input.receivedAt);
  checkReceipt(input, standing.now);
}

/** The case of the reply to an appeal. Faults: refused (nothing told that could be appealed), bad-input. */
export function planAppeal(standing: AppealStanding, input: ActInput<'record-appeal'>): LinkedReceipt {
  const { file, items, appeals = [] } = standing;
  if (!isReviewable(file)) throw new Fault('refused', 'Only a decision that was sent can be appealed against.');
  checkReceived(standing, input);
  if (input.replyBy !== undefined && input.replyBy <= input.receivedAt) throw badInput('replyBy', 'lies before the notice was received');
  if (appeals.some(({ number }) => number === input.number)) throw badInput('number', 'is that of an appeal recorded on this case already');
  return {
    input: {
      platform: file.platform,
      kind: 'appeal-reply',
      receivedAt: input.receivedAt,
      ...(input.lateReason ? { lateReason: input.lateReason } : {}),
      channel: input.channel,
      complainant: { ...input.committee, name: input.committee?.name ?? committee },
      subject: file.subject,
      text: input.text ?? '',
      facts: { instrument: input.number, ...(input.replyBy ? { respondBy: input.replyBy } : {}) },
      items: itemsOf(items),
    },
    link: { ref: file.ref, as: 'appeal-of', own: true },
    back: 'appeal',
    isSamePerson: false,
  };
}

function mustAppeal({ file, appeals = [] }: AppealStanding): Appeal {
  const found = appeals.find(({ ref }) => ref === file.ref);
  if (!found) throw new Fault('refused', 'This is not the reply to an appeal that was recorded.');
  return found;
}

/** The case of an order that asks for something; null for one that leaves the decision as it is. Faults: refused, bad-input. */
export function planOrder(standing: AppealStanding, input: ActInput<'record-appeal-order'>): LinkedReceipt | null {
  const { file, items } = standing;
  const { number, result } = mustAppeal(standing);
  if (result !== null) throw new Fault('refused', 'The order in this appeal has been recorded already.');
  checkReceived(standing, input);
  if (input.orderedAt !== undefined && input.orderedAt > input.receivedAt) throw badInput('orderedAt', 'lies after the order was received');
  if (input.result === 'affirmed') {
    if (input.complyBy !== undefined) throw badInput('complyBy', 'belongs to an order that asks for something');
    return null;
  }
  return {
    input: {
      platform: file.platform,
      kind: 'appellate-order',
      receivedAt: input.receivedAt,
      ...(input.lateReason ? { lateReason: input.lateReason } : {}),
      channel: input.channel,
      complainant: file.complainant,
      subject: file.subject,
      text: input.text,
      facts: { instrument: number, source: 'government', ...(input.complyBy ? { respondBy: input.complyBy } : {}) },
      items: itemsOf(items),
    },
    link: { ref: file.ref, as: 'order-in', own: true },
    back: 'has-order',
    isSamePerson: true,
  };
}

/** The entry of an order; `order` is the ticket of its case, or null where it asks for nothing. */
export function orderedEvent(input: ActInput<'record-appeal-order'>, order: string | null) {
  const { result, receivedAt, orderedAt = null, complyBy = null, text } = input;
  return { kind: 'appeal.ordered', body: { order, result, receivedAt, orderedAt, complyBy, text } };
}

/** The appeal whose order this case is. Fault: refused. */
function mustOrder({ file, appeals = [] }: AppealStanding): Appeal {
  const found = appeals.find(({ orderRef }) => orderRef === file.ref);
  if (!found) throw new Fault('refused', 'This is not the order in an appeal that was recorded.');
  return found;
}

export function planCompliance(standing: AppealStanding, { at, how }: ActInput<'record-compliance'>) {
  if (mustOrder(standing).compliedAt !== null) throw new Fault('refused', 'Compliance with this order has been recorded already.');
  checkWhen(standing, 'at', at);
  return [{ kind: 'appeal.complied', body: { at, how } }];
}

/** The report follows the compliance it tells of. Faults: refused, bad-input. */
export function planReport(standing: AppealStanding, { at, where }: ActInput<'publish-compliance'>) {
  const { compliedAt, reportAt } = mustOrder(standing);
  if (compliedAt === null) throw new Fault('refused', 'Record first what was done to comply with the order.');
  if (reportAt !== null) throw new Fault('refused', 'The report of compliance has been recorded already.');
  checkWhen(standing, 'at', at);
  return [{ kind: 'appeal.report-published', body: { at, where } }];
}

/** What of an appeal can be done on this case now. */
export function allowedAppealActs({ file, appeals = [] }: AppealStanding): Record<AppealAct, boolean> {
  const reply = appeals.find(({ ref }) => ref === file.ref);
  const order = appeals.find(({ orderRef }) => orderRef === file.ref);
  return {
    'record-appeal': isReviewable(file) && file.kind !== 'user-notice' && file.kind !== 'appeal-reply',
    'record-appeal-order': reply !== undefined && reply.result === null,
    'record-compliance': order !== undefined && order.compliedAt === null,
    'publish-compliance': order !== undefined && order.compliedAt !== null && order.reportAt === null,
  };
}

export type AppealAct = 'record-appeal' | 'record-appeal-order' | 'record-compliance' | 'publish-compliance';
