import type { InstrumentBook } from '../contract.ts';

/**
 * Whether an order is confidential by law from its first line: its instrument says so, or, while none is named, every instrument
 * that makes this kind of case does.
 */
export function isWalledInstrument({ instruments }: InstrumentBook, order: { kind: string; instrument: string | null }): boolean {
  const meant = instruments.filter(({ id, kind }) => (order.instrument === null ? kind === order.kind : id === order.instrument));
  return meant.length > 0 && meant.every(({ confidentiality }) => confidentiality === 'walled');
}
