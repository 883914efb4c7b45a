import type { Db } from '../../db/open.ts';
import type { EntryHead, FoldMap } from '../journal/index.ts';
import type { ConsentAnswer, Hold, WorkEntry } from './contract.ts';
import { answerConsent, insertConsent, insertHold, insertWork, releaseHold } from './store.ts';

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

function asked(db: Db, entry: EntryHead, raw: unknown): void {
  const { until, reason } = raw as { until: string; reason: string };
  insertConsent(db, { seq: entry.seq, ref: refOf(entry), until, reason, askedAt: entry.at, askedBy: entry.actor });
}

function answered(db: Db, _entry: EntryHead, raw: unknown): void {
  const { asked: seq, ...said } = raw as { asked: number; answer: ConsentAnswer; at: string; how: string };
  answerConsent(db, seq, said);
}

export const rightsFolds: FoldMap = {
  'work.done': worked,
  'hold.placed': placed,
  'hold.released': released,
  'consent.asked': asked,
  'consent.answered': answered,
};
