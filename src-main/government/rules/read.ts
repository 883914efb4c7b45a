import { readDataFile } from '../../law/rules.ts';
import { type Instrument, type InstrumentBook, instrumentBookSchema, instrumentFormat } from '../contract.ts';

/**
 * Reads the book of instruments from the text of its file.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message)
 */
export function readInstruments(text: string): InstrumentBook {
  return readDataFile({ text, what: 'book of instruments', newestFormat: instrumentFormat, schema: instrumentBookSchema });
}

/** The instrument of this id, or null. */
export function instrumentOf({ instruments }: InstrumentBook, id: string): Instrument | null {
  return instruments.find((one) => one.id === id) ?? null;
}
