import { readFileSync } from 'node:fs';
import type { InstrumentBook, Judgement, Order, SameOrder } from '../../../src-main/government/contract.ts';
import { factsOfOrder, instrumentOf, judgeOrder, readInstruments } from '../../../src-main/government/rules.ts';
import { computeClocks, plainClasses, readRulebook } from '../../../src-main/law/rules.ts';

const resource = (path: string) => readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8');

export const bookText = resource('government/instruments.json');
export const book: InstrumentBook = readInstruments(bookText);
export const rulebook = readRulebook(resource('rulebook/rulebook-2026.11.json'));

interface Asked {
  order?: Partial<Order>;
  itemCount?: number;
  receivedAt?: string;
  now?: string;
  same?: SameOrder | null;
}

/** An instrument by its id; a test that misspells it fails. */
export function sort(id: string) {
  const found = instrumentOf(book, id);
  if (!found) throw new Error(`There is no instrument ${id}.`);
  return found;
}

/** Judges an order of this instrument as the desk would, received on 21-11-2026 unless told otherwise. */
export function judge(id: string, asked: Asked = {}): Judgement {
  const { itemCount = 1, receivedAt = '2026-11-21T06:00:00.000Z', now = receivedAt, same = null } = asked;
  const instrument = sort(id);
  const order = { instrument: id, ...asked.order };
  const facts = factsOfOrder(instrument, order, itemCount);
  const clocks = computeClocks(
    { kind: instrument.kind, receivedAt, facts, classes: plainClasses, moments: { received: receivedAt } },
    rulebook,
  );
  return judgeOrder({ book, instrument, order, itemCount, receivedAt, now, rulebook, clocks, same });
}
