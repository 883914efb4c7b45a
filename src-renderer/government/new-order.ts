import type { Channel, NewCase, Platform } from '../../src-main/cases/contract.ts';
import type { InstrumentBook } from '../../src-main/government/contract.ts';
import { readItems } from '../intake/items-text.ts';
import { isLate } from '../intake/new-case.ts';
import { parseInstant } from '../ui/ist.ts';
import { emptyOrder, fieldsOf, type Instrument, orderOf, type TypedOrder } from './typed-order.ts';

/** The sheet as it is typed. */
export interface TypedNewOrder extends TypedOrder {
  platform: Platform;
  receivedAt: string;
  lateReason: string;
  channel: Channel;
  subject: string;
  items: string;
}

export function firstOrder(platform: Platform, receivedAt: string): TypedNewOrder {
  return { ...emptyOrder, platform, receivedAt, lateReason: '', channel: 'email', subject: '', items: '' };
}

/** A subject made of the instrument, who sent it and its number; nobody has to type one at three in the morning. */
export function subjectOf({ subject, texts }: TypedNewOrder, { title }: Instrument): string {
  if (subject.trim() !== '') return subject.trim();
  const parts = [title.en, texts['agency']?.trim(), texts['number']?.trim()].filter((part) => part);
  return parts.join(' · ').slice(0, 300);
}

/** What the sheet sends. */
export function newOrderOf(typed: TypedNewOrder, book: InstrumentBook, instrument: Instrument, nowMs: number): NewCase {
  const { items } = readItems(typed.items);
  return {
    platform: typed.platform,
    kind: instrument.kind,
    receivedAt: parseInstant(typed.receivedAt) ?? typed.receivedAt,
    ...(isLate(typed.receivedAt, nowMs) && typed.lateReason.trim() !== '' ? { lateReason: typed.lateReason.trim() } : {}),
    channel: typed.channel,
    subject: subjectOf(typed, instrument),
    order: orderOf(typed, fieldsOf(book, instrument)),
    ...(items.length === 0 ? {} : { items }),
  };
}
