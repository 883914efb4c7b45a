import type { Db } from '../../../db/open.ts';
import type { EntryHead, FoldMap } from '../../journal/index.ts';
import type { Appeal, UploaderChoice } from '../contract.ts';
import { complyAppeal, insertAppeal, keepNotice, orderAppeal, reportAppeal } from '../store.ts';
import { change, refOf } from './case.ts';

/** The case appealed against: its appeal has been received, which ends the period for it. */
function appealed(db: Db, entry: EntryHead, raw: unknown): void {
  const { appeal, toldAt } = raw as { appeal: string; toldAt: string };
  change(db, entry, (file) => ({
    ...file,
    links: [...file.links, { ref: appeal, as: 'appeal', own: true }],
    moments: { ...file.moments, appealReceived: file.moments.appealReceived ?? toldAt },
  }));
}

function recorded(db: Db, entry: EntryHead, raw: unknown): void {
  const { original, number, toldAt, replyBy } = raw as Pick<Appeal, 'original' | 'number' | 'toldAt' | 'replyBy'>;
  insertAppeal(db, { ref: refOf(entry), original, number, toldAt, replyBy });
}

interface OrderedBody extends Pick<Appeal, 'result' | 'orderedAt' | 'complyBy'> {
  order: string | null;
  text: string;
}

function ordered(db: Db, entry: EntryHead, raw: unknown): void {
  const { order, result, orderedAt, complyBy, text } = raw as OrderedBody;
  orderAppeal(db, { ref: refOf(entry), orderRef: order, result, orderedAt, orderText: text, complyBy });
  if (order !== null) change(db, entry, (file) => ({ ...file, links: [...file.links, { ref: order, as: 'has-order', own: true }] }));
}

/** What the order asks for is done: its own date is met. */
function complied(db: Db, entry: EntryHead, raw: unknown): void {
  const { at, how } = raw as { at: string; how: string };
  complyAppeal(db, refOf(entry), at, how);
  change(db, entry, (file) => ({ ...file, moments: { ...file.moments, itemsActed: file.moments.itemsActed ?? at } }));
}

function published(db: Db, entry: EntryHead, raw: unknown): void {
  const { at, where } = raw as { at: string; where: string };
  reportAppeal(db, refOf(entry), at, where);
  change(db, entry, (file) => ({ ...file, moments: { ...file.moments, reportSent: file.moments.reportSent ?? at } }));
}

interface SettledBody {
  choice: UploaderChoice;
  ground: string;
  notice: string | null;
}

function settled(db: Db, entry: EntryHead, raw: unknown): void {
  const { choice, ground, notice } = raw as SettledBody;
  const ref = refOf(entry);
  keepNotice(db, { ref, choice, ground, notice, at: entry.at, by: entry.actor });
  if (notice !== null) change(db, entry, (file) => ({ ...file, links: [...file.links, { ref: notice, as: 'has-notice', own: true }] }));
}

/** Appeals to the Committee, and the notice to the user whose content was removed. */
export const appealFolds: FoldMap = {
  'case.appealed': appealed,
  'appeal.recorded': recorded,
  'appeal.ordered': ordered,
  'appeal.complied': complied,
  'appeal.report-published': published,
  'case.uploader-notice': settled,
};
