import { readFileSync } from 'node:fs';
import type { InstrumentBook } from '../government/contract.ts';
import { readInstruments } from '../government/rules.ts';
import { resourcePath } from './resources.ts';

let book: InstrumentBook | null = null;

/** The instruments of authorities: data of the product. Fault: bad-input with line and field where the file was damaged. */
export function instrumentBook(): InstrumentBook {
  book ??= readInstruments(readFileSync(resourcePath('government', 'instruments.json'), 'utf8'));
  return book;
}
