import type { Db } from '../../db/open.ts';
import type { EntryHead, FoldMap } from '../journal/index.ts';
import {
  insertApprovalAfter,
  insertCounsel,
  insertDisclosure,
  insertNotice,
  insertProduction,
  type MadeBody,
  type ProductionBody,
} from './store.ts';

const refOf = ({ subject }: EntryHead) => subject.slice('case:'.length);

/** The register of disclosures: every line and what follows it is an entry of its own. */
export const disclosureFolds: FoldMap = {
  'production.hashed': (db: Db, entry, raw) => insertProduction(db, refOf(entry), entry, raw as ProductionBody),
  'disclosure.made': (db: Db, entry, raw) => insertDisclosure(db, refOf(entry), entry, raw as MadeBody),
  'disclosure.approved': (db: Db, { at, actor }, raw) => {
    const { disclosure, reason } = raw as { disclosure: number; reason: string };
    insertApprovalAfter(db, { disclosure, at, reason, by: actor });
  },
  'disclosure.told': (db: Db, _entry, raw) => insertNotice(db, raw as { disclosure: number; at: string; how: string }),
  'counsel.decided': (db: Db, entry, raw) => {
    const { allow, counsel, reason } = raw as { allow: boolean; counsel: string; reason: string };
    insertCounsel(db, { seq: entry.seq, ref: refOf(entry), allow: allow ? 1 : 0, counsel, reason, at: entry.at });
  },
};
