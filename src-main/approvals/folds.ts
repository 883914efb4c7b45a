import type { Db } from '../../db/open.ts';
import type { EntryHead, FoldMap } from '../journal/index.ts';
import type { GuardedAct } from './contract.ts';
import { decideApproval, insertApproval, spendApproval } from './store.ts';

function decided(outcome: 'approved' | 'declined' | 'withdrawn') {
  return (db: Db, entry: EntryHead, raw: unknown): void => {
    const { approval, reason } = raw as { approval: number; reason: string | null };
    decideApproval(db, { seq: approval, outcome, by: entry.actor, at: entry.at, reason });
  };
}

/** Approvals: asked for, answered, used. */
export const approvalFolds: FoldMap = {
  'approval.asked': (db, { seq, subject, actor, at }, raw) => {
    const { act, object, reason } = raw as { act: GuardedAct; object: string; reason: string };
    insertApproval(db, { seq, act, subject, object, reason, proposedBy: actor, proposedAt: at });
  },
  'approval.given': decided('approved'),
  'approval.declined': decided('declined'),
  'approval.withdrawn': decided('withdrawn'),
  'approval.used': (db, { at }, raw) => spendApproval(db, (raw as { approval: number }).approval, at),
};
