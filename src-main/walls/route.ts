import type { Db } from '../../db/open.ts';
import { holdsApproval, holdsId, refOfEntry } from './store.ts';

const ticketIn = /[A-Z]{3}-\d{4}-\d{6,}-\d/i;
const isTicket = /^[A-Z]{3}-\d{4}-\d{6,}-\d$/i;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value.trim() : null);

/** The ticket that an input names: as its case, or in the id of what is drafted for one. */
export function ticketOf(input: Record<string, unknown>): string | null {
  const [ref, id] = [textOf(input['ref']), textOf(input['id'])];
  if (ref !== null) return isTicket.test(ref) ? ref.toUpperCase() : null;
  return id === null ? null : (ticketIn.exec(id)?.[0].toUpperCase() ?? null);
}

/** Whether an input names, without its ticket, something that only an opened case has. */
export function namesInside(db: Db, input: Record<string, unknown>): boolean {
  const { id, approval, party, seq } = input;
  if (typeof id === 'string' && (holdsId(db, 'letter', id) || holdsId(db, 'attachment', id))) return true;
  if (typeof approval === 'number' && holdsApproval(db, approval)) return true;
  if (typeof party === 'string' && refOfEntry(db, Number(party.slice('party:'.length))) !== null) return true;
  return typeof seq === 'number' && input['ref'] === undefined && refOfEntry(db, seq) !== null;
}
