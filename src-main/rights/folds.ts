import type { Db } from '../../db/open.ts';
import type { EntryHead, FoldMap } from '../journal/index.ts';
import type { Hold, WorkEntry } from './contract.ts';
import { insertHold, insertWork, releaseHold } from './store.ts';

const refOf = ({ subject }: EntryHead) => subject.slice('case:'.length);

function worked(db: Db, entry: EntryHead, raw: unknown): void {
  const { sort, name, result, at, detail } = raw as WorkEntry;
  insertWork(db, refOf(entry), { seq: entry.seq, sort, name, result, at, enteredBy: entry.actor, detail });
}

function placed(db: Db, entry: EntryHead, raw: unknown): void {
  const { party, scope, basis, accounts, instrument, until, reason } = raw as Hold;
  const head = { id: `hold:${entry.seq}`, ref: refOf(entry), placedAt: entry.at, placedBy: entry.actor };
  insertHold(db, { ...head, party, scope, basis, accounts, instrument, until, reason, releasedAt: null, releasedReason: null });
}

function released(db: Db, entry: EntryHead, raw: unknown): void {
  const { hold, reason } = raw as { hold: string; reason: string };
  releaseHold(db, hold, entry.at, reason);
}

export const rightsFolds: FoldMap = { 'work.done': worked, 'hold.placed': placed, 'hold.released': released };
