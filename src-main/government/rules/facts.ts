import type { Facts } from '../../cases/contract.ts';
import type { Instrument, Order, OrderField } from '../contract.ts';

/** What a text particular says as a fact: the text; false where the order does not say it; nothing while it is not known. */
function told(order: Order, field: 'provision' | 'unlawfulAct'): string | false | undefined {
  const text = order[field];
  if (text) return text;
  return order.lacks?.includes(field) ? false : undefined;
}

/** Whether the order says a particular at all; undefined while it is not known. */
export function isGiven(order: Order, field: OrderField, itemCount: number): boolean | undefined {
  const isThere = field === 'items' ? itemCount > 0 : order[field] !== undefined && order[field] !== '';
  if (isThere) return true;
  return order.lacks?.includes(field) ? false : undefined;
}

const known = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** The facts that clocks go by, as an order and its sort of instrument settle them; an unknown one stays out. */
export function factsOfOrder(instrument: Instrument, order: Order, itemCount: number): Facts {
  const { officerRank, inWriting, reasoned, authorised, addressedToUs, noticeToAppear, respondBy } = order;
  return known({
    source: instrument.source,
    instrument: instrument.title.en,
    officerRank: officerRank || undefined,
    inWriting,
    reasoned,
    authorised,
    addressedToUs,
    noticeToAppear,
    respondBy,
    legalBasis: told(order, 'provision'),
    unlawfulAct: told(order, 'unlawfulAct'),
    purposeStated: isGiven(order, 'purpose', itemCount),
    urlsGiven: isGiven(order, 'items', itemCount),
    ...instrument.presets,
  });
}
