import type { Db } from '../../db/open.ts';
import { writeAnew } from '../../db/scrub.ts';
import { type JournalLine, journalPage, type VerifyRequest, type VerifyResult, verifyWhole } from '../audit/index.ts';
import type { CaseView, QueueCounts, QueueFilter, QueueWindow, SimilarDecision, TiedTimeline } from '../cases/contract.ts';
import { caseView, queueCounts, queueWindow, similarDecisions, tiedTimeline } from '../cases/index.ts';
import type { DuePurge, UnansweredRequest, WaitingFile } from '../identity/contract.ts';
import { duePurges, unansweredRequests, waitingFiles } from '../identity/index.ts';
import type { ListPart, RetentionList, RetentionView } from '../retention/contract.ts';
import { type Looking, retentionList, retentionView } from '../retention/index.ts';
import { ticketsWith } from '../search/index.ts';
import { allFolds, checkBackupCopy, type JournalMark } from '../workspace/index.ts';

/** What the reading threads can be asked: the input and answer of each, and whether it tells how far it is. */
export interface Reads {
  queue: {
    input: {
      query: {
        filter: QueueFilter;
        offset: number;
        limit: number;
        after?: { due: string; ref: string } | undefined;
      };
      /** Only cases that hold these words; the index is the writer's matter. */
      text?: string | undefined;
      now: string;
    };
    answer: QueueWindow;
  };
  counts: { input: { now: string }; answer: QueueCounts };
  case: { input: { ref: string; now: string }; answer: CaseView };
  timeline: { input: { ref: string; before: number | null; limit: number }; answer: TiedTimeline };
  similar: { input: { ref: string }; answer: SimilarDecision[] };
  waitingFiles: { input: { limit: number }; answer: WaitingFile[] };
  unanswered: { input: { now: string; limit: number }; answer: UnansweredRequest[] };
  duePurges: { input: { now: string; limit: number }; answer: DuePurge[] };
  journal: { input: { before: number | undefined; limit: number }; answer: JournalLine[] };
  verify: { input: VerifyRequest; answer: VerifyResult };
  retentionList: { input: { part: ListPart; offset: number; limit: number; looking: Looking }; answer: RetentionList };
  retentionOf: { input: { ref: string; looking: Looking }; answer: RetentionView };
  /** Writes the whole database anew into another file, beside the writer. */
  writeAnew: { input: { to: string }; answer: null };
  /** Asked of a thread on the copied database. */
  backup: { input: JournalMark; answer: null };
}
export type ReadName = keyof Reads;
export type OnProgress = (done: number, total: number) => void;

type ReadFunctions = { [N in ReadName]: (db: Db, input: Reads[N]['input'], onProgress: OnProgress) => Reads[N]['answer'] };

/** The same functions serve the reading threads and, in the command line, the desk's own connection. */
export const reads: ReadFunctions = {
  queue: (db, { query, text, now }) =>
    queueWindow(db, { ...query, refs: text?.trim() ? (ticketsWith(db, text) ?? undefined) : undefined }, now),
  counts: (db, { now }) => queueCounts(db, now),
  case: (db, { ref, now }) => caseView(db, ref, now),
  timeline: (db, input) => tiedTimeline(db, input),
  similar: (db, { ref }) => similarDecisions(db, ref, 5),
  waitingFiles: (db, { limit }) => waitingFiles(db, limit),
  unanswered: (db, { now, limit }) => unansweredRequests(db, now, limit),
  duePurges: (db, { now, limit }) => duePurges(db, now, limit),
  journal: (db, { before, limit }) => journalPage(db, before, limit),
  verify: (db, request, onProgress) => verifyWhole(db, allFolds(), request, onProgress),
  retentionList: (db, { looking, ...page }) => retentionList(db, page, looking),
  retentionOf: (db, { ref, looking }) => retentionView(db, ref, looking),
  writeAnew: (db, { to }) => {
    writeAnew(db, to);
    return null;
  },
  backup: (db, mark) => {
    checkBackupCopy(db, mark);
    return null;
  },
};
