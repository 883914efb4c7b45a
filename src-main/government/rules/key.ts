import type { Order } from '../contract.ts';

const folded = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

/** What tells one order from another: its agency and number, however they are spaced or written; null while one is not known. */
export function orderKey({ agency, number }: Pick<Order, 'agency' | 'number'>): string | null {
  const [from, which] = [folded(agency ?? ''), folded(number ?? '')];
  return from === '' || which === '' ? null : `${from} ${which}`;
}

const officialEnds = ['gov.in', 'nic.in', 'mil.in'];

/** Whether an address is the Government's or a court's by its domain; null where it is no address. */
export function isOfficialAddress(email: string | undefined): boolean | null {
  const domain = /^[^@\s]+@([a-z0-9.-]+)$/i.exec(email?.trim() ?? '')?.[1]?.toLowerCase();
  if (domain === undefined) return null;
  return officialEnds.some((end) => domain === end || domain.endsWith(`.${end}`));
}

/** The last ten digits of a telephone number, by which two spellings of it are one. */
export function digitsOf(phone: string | null | undefined): string {
  return (phone ?? '').replace(/\D/g, '').slice(-10);
}
