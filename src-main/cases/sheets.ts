import type { Desk } from '../desk/desk.ts';
import type { SheetCase } from '../government/index.ts';
import { nextLegal } from '../law/rules.ts';
import { readOrganisation } from '../workspace/index.ts';
import { readTicket } from './rules.ts';
import { missingCase, readCaseFile, readItems } from './store.ts';

/** The case that an action sheet is about. Faults: not-found, bad-input for what is no ticket. */
export function sheetCaseOf(desk: Desk, refText: string): SheetCase {
  const ref = readTicket(refText);
  const file = readCaseFile(desk.db, ref);
  if (!file) throw missingCase(desk.db, ref);
  const { name, synthetic } = readOrganisation(desk.db);
  const due = nextLegal(file.clocks.now)?.due ?? null;
  return { ref, subject: file.subject, due, items: readItems(desk.db, ref), organisation: name, synthetic };
}
