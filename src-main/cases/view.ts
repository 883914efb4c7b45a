import { type Db, statement } from '../../db/open.ts';
import { currentProfile, rulebookOfCase } from '../desk/adopted.ts';
import { Fault } from '../desk/faults.ts';
import { clocksAnswer, viewClock } from '../law/rules.ts';
import { classesOf } from '../platforms/rules.ts';
import type { CaseView, TimelineEntry } from './contract.ts';
import { allowedActs, type CaseFile, clockInputOf, nextStep, readTicket } from './rules.ts';
import { attachmentsOf, lettersOf, readCaseFile, readItems, readReceivedText } from './store.ts';

interface EntryRow {
  seq: number;
  at: string;
  kind: string;
  actor: string;
  actorName: string | null;
  body: string | null;
}

/** Longer texts are cut in the timeline: the whole stands once, as the case's text. */
function timelineBody(kind: string, text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  const body = JSON.parse(text) as Record<string, unknown>;
  if (kind === 'case.received')
    return { receivedFrom: body['receivedFrom'], items: (body['items'] as unknown[]).length, mail: body['mail'] ? true : undefined };
  if (kind === 'case.undone') return { seq: body['seq'], act: body['act'] };
  if (kind === 'letter.prepared') return { template: body['template'], language: body['language'] };
  return body;
}

function timelineOf(db: Db, ref: string): TimelineEntry[] {
  const rows = statement(
    db,
    `SELECT j.seq, j.at, j.kind, j.actor, p.name AS actorName, b.body FROM journal j JOIN journal_body b ON b.seq = j.seq
     LEFT JOIN desk_person p ON p.id = j.actor WHERE j.subject = ? ORDER BY j.seq`,
  ).all(`case:${ref}`) as EntryRow[];
  return rows.map((row) => ({ ...row, actorName: row.actorName ?? row.actor, body: timelineBody(row.kind, row.body) }));
}

function clockNotes(db: Db, file: CaseFile, now: string): string[] {
  const classes = classesOf(currentProfile(db, file.platform));
  return clocksAnswer(clockInputOf(file, classes), rulebookOfCase(db, file), now).notes;
}

/** Everything about one case at `now` (UTC). Faults: not-found, bad-input for what is no ticket. */
export function caseView(db: Db, refText: string, now: string): CaseView {
  const ref = readTicket(refText);
  const file = readCaseFile(db, ref);
  if (!file) throw new Fault('not-found', `There is no case ${ref} in this workspace.`);
  const rulebook = rulebookOfCase(db, file);
  const items = readItems(db, ref);
  const letters = lettersOf(db, ref);
  const views = (internal: boolean) =>
    file.clocks.now
      .filter((clock) => clock.internal === internal)
      .map((clock) => ({ ...viewClock(clock, rulebook, now), stoppedAt: clock.stoppedAt }));
  const hasSealed = (template: string) =>
    letters.some((one) => one.template === template && one.sealedAt !== null && one.sentAt === null && one.supersededBy === null);
  const { moments: _moments, clocks: _clocks, rulebook: _rulebook, nextDue: _due, nextAlarm: _alarm, ...plain } = file;
  return {
    ...plain,
    text: readReceivedText(db, file.seq),
    clocks: views(false),
    targets: views(true),
    notes: clockNotes(db, file, now),
    items,
    letters,
    attachments: attachmentsOf(db, ref),
    timeline: timelineOf(db, ref),
    next: nextStep(file, { hasSealed }, items.filter((item) => item.action === null).length),
    allowed: allowedActs({ file, items, letters, now }),
  };
}
