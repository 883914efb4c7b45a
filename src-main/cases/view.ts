import type { Db } from '../../db/open.ts';
import { currentProfile, rulebookOfCase } from '../desk/adopted.ts';
import { entriesOn } from '../government/index.ts';
import { handlingOf } from '../government/rules.ts';
import { clocksAnswer, viewClock } from '../law/rules.ts';
import { authoritiesOf } from '../people/index.ts';
import { classesOf } from '../platforms/rules.ts';
import { viewWork } from '../rights/rules.ts';
import type { CaseView } from './contract.ts';
import { orderViewOf } from './government.ts';
import { linkedCases, reviewOf } from './linked.ts';
import { appealsIn, uploaderDutyOf } from './openers.ts';
import { allowedActs, type CaseFile, clockInputOf, lateStep, nextStep, readTicket, wantedLetters } from './rules.ts';
import { attachmentsOf, erasuresOf, isWalled, lettersOf, missingCase, readCaseFile, readItems, readReceivedText } from './store.ts';
import { timelineOf } from './timeline.ts';
import { readWork } from './work.ts';

function clockNotes(db: Db, file: CaseFile, now: string): string[] {
  const classes = classesOf(currentProfile(db, file.platform));
  return clocksAnswer(clockInputOf(file, classes), rulebookOfCase(db, file), now).notes;
}

/** The messages of the case that this one goes on from after a reclassification: they are its own complaint. */
function mailBefore(db: Db, { ref, links }: CaseFile): CaseView['attachments'] {
  const before = links.filter(({ as }) => as === 'continues').map((link) => readCaseFile(db, link.ref));
  return before.flatMap((file) => {
    if (!file?.links.some((link) => link.as === 'continued-by' && link.ref === ref)) return [];
    const mail = attachmentsOf(db, file.ref).filter(({ purpose }) => purpose === 'mail-original' || purpose === 'mail-part');
    return [...mailBefore(db, file), ...mail];
  });
}

/** The outcomes of the workflow that the instrument behind the case allows. */
function withinInstrument(work: CaseView['work'], order: CaseView['order']): CaseView['work'] {
  return order === null ? work : { ...work, outcomes: work.outcomes.filter((one) => order.outcomes.includes(one)) };
}

/** Everything about one case at `now` (UTC). Faults: not-found, bad-input for what is no ticket. */
export function caseView(db: Db, refText: string, now: string): CaseView {
  const ref = readTicket(refText);
  const file = readCaseFile(db, ref);
  if (!file) throw missingCase(db, ref);
  const rulebook = rulebookOfCase(db, file);
  const items = readItems(db, ref);
  const letters = lettersOf(db, ref);
  const views = (internal: boolean) =>
    file.clocks.now
      .filter((clock) => clock.internal === internal)
      .map((clock) => ({ ...viewClock(clock, rulebook, now), stoppedAt: clock.stoppedAt }));
  const { platform, standing } = readWork(db, { file, items, letters, now });
  const entries = entriesOn(db, ref);
  const handling = handlingOf(entries);
  const order = orderViewOf(db, { file, items, entries, rulebook, now });
  const work = viewWork(platform, standing);
  const erasures = erasuresOf(db, ref);
  const late = { file, letters, consent: work.consent, erasures };
  const wanted = wantedLetters(late);
  const appeals = appealsIn(db, ref);
  const uploader = uploaderDutyOf(db, file);
  const { moments: _moments, clocks, rulebook: _rulebook, nextDue: _due, nextAlarm: _alarm, ...plain } = file;
  return {
    ...plain,
    text: readReceivedText(db, file.seq),
    clocks: views(false),
    targets: views(true),
    delays: clocks.delays ?? [],
    notes: clockNotes(db, file, now),
    items,
    links: linkedCases(db, file),
    review: reviewOf(db, file),
    appeals,
    uploader,
    letters,
    attachments: [...mailBefore(db, file), ...attachmentsOf(db, ref)],
    timeline: timelineOf(db, ref),
    next: nextStep(platform, { ...standing, handling, order }, { appeals, late: lateStep(late) }),
    work: withinInstrument(work, order),
    erasures,
    wanted,
    order,
    ...(isWalled(db, ref) ? { isRestricted: true as const } : {}),
    handling,
    allowed: allowedActs({
      ...{ file, items, letters, now, authorities: authoritiesOf(db, ref), holds: standing.holds, appeals, uploader },
      ...{ wanted, consent: work.consent?.state ?? null },
    }),
  };
}
