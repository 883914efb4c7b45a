import type { InstrumentBook, Order, OrderField } from '../../src-main/government/contract.ts';
import { parseDay, parseInstant } from '../ui/ist.ts';

export type Instrument = InstrumentBook['instruments'][number];
export type BookField = InstrumentBook['fields'][number];

/** The particulars of an order as they are typed: texts, days and times as text; what the order does not say by name. */
export interface TypedOrder {
  instrument: string;
  texts: Record<string, string>;
  answers: Record<string, boolean | undefined>;
  lacks: OrderField[];
}

export const emptyOrder: TypedOrder = { instrument: '', texts: {}, answers: {}, lacks: [] };

function sentText({ input }: BookField, text: string): string {
  if (input === 'day') return parseDay(text) ?? text;
  return input === 'instant' ? (parseInstant(text) ?? text) : text;
}

/** What a form sends of the particulars that this instrument asks for; what was not filled in stays out. */
export function orderOf(typed: TypedOrder, fields: readonly BookField[]): Order {
  const told = fields.flatMap((field): [string, unknown][] => {
    if (field.input === 'items') return [];
    if (field.input === 'yes-no') return [[field.id, typed.answers[field.id]]];
    const text = typed.texts[field.id]?.trim() ?? '';
    return text === '' ? [] : [[field.id, sentText(field, text)]];
  });
  const lacks = typed.lacks.filter((id) => fields.some((field) => field.id === id));
  return {
    instrument: typed.instrument,
    ...Object.fromEntries(told.filter(([, value]) => value !== undefined)),
    ...(lacks.length > 0 ? { lacks } : {}),
    ...(typed.answers['dateAsPrinted'] && typed.texts['datedOn'] ? { dateAsPrinted: true } : {}),
  } as Order;
}

/** The fields that an instrument asks for, in its own order. */
export function fieldsOf(book: InstrumentBook, instrument: Instrument): BookField[] {
  return instrument.fields.flatMap((id) => book.fields.find((field) => field.id === id) ?? []);
}

/** Particulars of which the law asks that the order says them, so that it matters when it does not. */
export function mustBeSaid(book: InstrumentBook, instrument: Instrument): Set<OrderField> {
  const tests = [...instrument.void, ...instrument.query].flatMap((id) => book.tests.find((test) => test.id === id) ?? []);
  return new Set(tests.filter(({ want }) => want === 'given').map(({ field }) => field));
}
