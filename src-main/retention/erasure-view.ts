import type { Db } from '../../db/open.ts';
import { approvalsTo } from '../approvals/index.ts';
import type { ErasureGone, ErasureRest } from '../cases/contract.ts';
import { attemptsOf, erasuresOf, identifierEntries, identityFilesOf, missingCase, notesIn, readCaseFile } from '../cases/index.ts';
import { type CaseFile, dayInIndia, readTicket } from '../cases/rules.ts';
import { purgeHalted } from '../identity/index.ts';
import { complainantOf, partyView } from '../people/index.ts';
import { type ErasureView, erasureRequestKinds } from './contract.ts';
import { goesInPart, type HerCase, reasonToStay } from './rules.ts';
import { type Looking, standingOf } from './view.ts';

/** Until when the decision of a closed case can be appealed against to the Committee (a day in IST). */
function appealUntil({ clocks }: CaseFile): string | null {
  const due = [...clocks.now, ...clocks.past.flat()].filter(({ rule }) => rule === 'GAC-APPEAL-30D').flatMap((clock) => clock.due ?? []);
  const last = due.toSorted().at(-1);
  return last === undefined ? null : dayInIndia(last);
}

/** The person who asks in a case: all her records, and every case in which she stands. Faults: not-found, purged. */
export function herCases(db: Db, refText: string) {
  const ref = readTicket(refText);
  const file = readCaseFile(db, ref);
  if (!file) throw missingCase(db, ref);
  const party = complainantOf(db, ref);
  const view = party === null ? null : partyView(db, party);
  const cases = view?.cases.map(({ ref: one, role }) => ({ ref: one, isHers: role === 'complainant' })) ?? [{ ref, isHers: true }];
  return { file, party: view?.id ?? party, name: view?.name ?? null, records: view ? [view.id, ...view.records] : [], cases };
}

function judge(db: Db, { ref, isHers }: { ref: string; isHers: boolean }, request: string, now: string): ErasureRest | null {
  const { file, kept, blocks } = standingOf(db, ref, now);
  const one: HerCase = {
    ref,
    kind: file.kind,
    isRequest: ref === request,
    isHers,
    kept,
    // The request itself is open while it is worked on, and often tied to what it is about.
    blocks: blocks.filter((block) => block.code !== 'linked' || block.ref !== request),
    appealUntil: kept === null ? null : appealUntil(file),
  };
  return reasonToStay(one, dayInIndia(now));
}

/** Of a case that stays: how much of it nobody has to keep. */
function partsGoing(db: Db, ref: string): ErasureGone[] {
  const identity = attemptsOf(db, ref).length + identityFilesOf(db, ref).length;
  const notes = notesIn(db, ref).length;
  return [
    ...(identity > 0 ? [{ what: 'identity' as const, ref, count: identity }] : []),
    ...(notes > 0 ? [{ what: 'notes' as const, ref, count: notes }] : []),
  ];
}

function obstacleOf({ kind, identity, ref }: CaseFile, halted: string | null, isNothing: boolean): string | null {
  if (!(erasureRequestKinds as readonly string[]).includes(kind))
    return `${ref} does not ask for erasure: a person's own data leaves this desk on such a request alone.`;
  if (identity !== 'verified' && identity !== 'not-needed') return 'Who asks has to be verified first: what is erased does not come back.';
  if (halted !== null) return halted;
  return isNothing ? 'Nothing more of this person can go now: what remains is listed with its reason.' : null;
}

/** What taking the data of who asks in a case out of this desk would come to now. Faults: bad-input, not-found, purged. */
export function erasureView(db: Db, refText: string, looking: Looking): ErasureView {
  const { file, party, name, records, cases } = herCases(db, refText);
  const judged = cases.map((one) => ({ ...one, rest: judge(db, one, file.ref, looking.now) }));
  const remains = judged.flatMap(({ rest }) => rest ?? []);
  const added = identifierEntries(db, records).length;
  const goes: ErasureGone[] = [
    ...judged.filter(({ rest }) => rest === null).map(({ ref }) => ({ what: 'case' as const, ref, count: 1 })),
    ...remains.filter(goesInPart).flatMap(({ ref }) => partsGoing(db, ref)),
    ...(added > 0 ? [{ what: 'identifiers' as const, ref: null, count: added }] : []),
  ];
  const done = erasuresOf(db, file.ref);
  const approvals = approvalsTo(db, 'person-erasure', { me: looking.me, now: looking.now });
  const asked = approvals.find((one) => one.ref === file.ref && one.state !== 'used');
  return {
    ref: file.ref,
    party,
    name,
    goes,
    remains,
    // Once even where nothing can go, so that she is told what remains and why.
    obstacle: obstacleOf(file, purgeHalted(db, looking.desk, looking.now), goes.length === 0 && done.length > 0),
    proposal: asked
      ? {
          approval: asked.seq,
          state: asked.state,
          proposedByName: asked.proposedByName,
          proposedAt: asked.proposedAt,
          isMine: asked.isMine,
        }
      : null,
    done,
  };
}
