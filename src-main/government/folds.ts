import type { Db } from '../../db/open.ts';
import type { EntryHead, FoldMap } from '../journal/index.ts';
import type { AuthorityCheck, Order } from './contract.ts';
import { insertCheck, keepOrder } from './store.ts';

const refOf = ({ subject }: EntryHead) => subject.slice('case:'.length);

function recorded(db: Db, entry: EntryHead, raw: unknown): void {
  keepOrder(db, refOf(entry), entry.seq, (raw as { order: Order }).order);
}

function checked(db: Db, entry: EntryHead, raw: unknown): void {
  const { step, result, detail, number, foundIn, evidence, at } = raw as AuthorityCheck;
  insertCheck(db, refOf(entry), { seq: entry.seq, step, result, detail, number, foundIn, evidence, at, by: entry.actor });
}

/** What became of orders. */
export const governmentFolds: FoldMap = { 'order.recorded': recorded, 'order.checked': checked };
