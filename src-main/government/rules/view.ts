import type { AuthorityCheck, OrderEntry, OrderView } from '../contract.ts';
import { breadthKnown, breadthOf } from './breadth.ts';
import { judgeOrder, type OrderKnown } from './judge.ts';
import { isOfficialAddress } from './key.ts';

/** The order behind a case as a screen shows it: what it says, how it is judged, and how far its authority was checked. */
export function viewOrder({
  checks,
  entries,
  ...known
}: OrderKnown & { checks: readonly (AuthorityCheck & { byName: string })[]; entries: readonly OrderEntry[] }): OrderView {
  const { book, instrument, order, same, itemCount } = known;
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
    breadth: breadthKnown(breadthOf(instrument, order, itemCount), entries),
    same,
    isOfficialAddress: isOfficialAddress(order.officerEmail),
    steps: book.checks
      .filter((step) => instrument.checks.includes(step.id))
      .map((step) => ({ ...step, last: checks.findLast((one) => one.step === step.id) ?? null })),
  };
}
