import type { AuthorityCheck, OrderView } from '../contract.ts';
import { judgeOrder, type OrderKnown } from './judge.ts';
import { isOfficialAddress } from './key.ts';

/** The order behind a case as a screen shows it: what it says, how it is judged, and how far its authority was checked. */
export function viewOrder({ checks, ...known }: OrderKnown & { checks: readonly (AuthorityCheck & { byName: string })[] }): OrderView {
  const { book, instrument, order, same } = known;
  const { id, title, plain, power, issuer, rank, process, outcomes, confidentiality, fields } = instrument;
  return {
    order,
    instrument: {
      id,
      title,
      plain,
      power,
      issuer,
      process,
      confidentiality,
      rank: book.ranks.find((one) => one.id === rank)?.text ?? null,
    },
    fields: book.fields.filter((field) => fields.includes(field.id)),
    outcomes,
    judgement: judgeOrder(known),
    same,
    isOfficialAddress: isOfficialAddress(order.officerEmail),
    steps: book.checks
      .filter((step) => instrument.checks.includes(step.id))
      .map((step) => ({ ...step, last: checks.findLast((one) => one.step === step.id) ?? null })),
  };
}
