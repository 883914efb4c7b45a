import { type CaseFile, clockInputOf } from '../../cases/rules.ts';
import { adoptedRulebook, currentProfile, currentRulebook, pendingAdoptions } from '../../desk/adopted.ts';
import { type Desk, post, write } from '../../desk/desk.ts';
import { classesOf } from '../../platforms/rules.ts';
import type { DriftAnswer, MovedCases, MovedClock, Rulebook } from '../contract.ts';
import { computeClocks, differences, dutyDue } from '../rules.ts';
import { readDuties } from '../store.ts';
import { eachOpenCase, type Watcher } from './open-cases.ts';

const mostListed = 200;

function computed(desk: Desk, file: CaseFile, rulebook: Rulebook): MovedClock[] {
  const classes = classesOf(currentProfile(desk.db, file.platform));
  return differences(file.clocks.now, computeClocks(clockInputOf(file, classes), rulebook));
}

interface Moved {
  ref: string;
  clocks: MovedClock[];
}

/** Counts moved cases and keeps the first two hundred clocks for the list. */
function tally(): { add(found: Moved[]): void; answer(checked: number): MovedCases } {
  let moved = 0;
  const listed: MovedCases['listed'] = [];
  return {
    add(found) {
      moved += found.length;
      for (const { ref, clocks } of found) for (const clock of clocks) if (listed.length < mostListed) listed.push({ ref, ...clock });
    },
    answer: (checked) => ({ checked, moved, listed }),
  };
}

/**
 * Which open cases another rulebook would move: clocks that would differ in their date, state or reading. Writes nothing.
 * Fault: cancelled.
 */
export async function previewCases(desk: Desk, rulebook: Rulebook, watcher: Watcher = {}): Promise<MovedCases> {
  const found = tally();
  const look = (file: CaseFile): Moved | null => {
    const clocks = computed(desk, file, rulebook);
    return clocks.length > 0 ? { ref: file.ref, clocks } : null;
  };
  const checked = await eachOpenCase(desk, watcher, look, found.add);
  return found.answer(checked);
}

/**
 * Looks at every open case after a rulebook or a profile was adopted: a case whose clocks it moves gets an entry
 * `clocks.recomputed` that says which and from what to what. Ends by noting that the adoption is applied; a crash or a
 * cancellation before that leaves it pending, and looking again does no harm. No closed case is touched.
 * Faults: cancelled (what was done stays), clock-moved.
 */
export async function reevaluate(desk: Desk, watcher: Watcher = {}): Promise<MovedCases> {
  const pending = pendingAdoptions(desk.db);
  const batch = `batch:${desk.ids.id(12)}`;
  const adoptions = pending.map(({ seq }) => seq);
  const answer = await recomputeCases(desk, { batch, adoptions }, watcher);
  const inside = desk.walls.opened();
  if (inside) await recomputeCases(inside, { batch, adoptions }, {});
  write(desk, ['law'], () => {
    recomputeDuties(desk);
    for (const { seq, kind, name, hash } of pending)
      post(desk, {
        kind: 'adoption.applied',
        subject: `workspace:${desk.workspace}`,
        body: { adoption: seq, what: kind, name, hash, batch, checked: answer.checked, moved: answer.moved },
      });
  });
  return answer;
}

/**
 * The restricted cases that the person at the desk can open, computed under the law as it is now: what was adopted while nobody with
 * a key was there moves them here. Fault: clock-moved.
 */
export async function recomputeRestricted(desk: Desk): Promise<void> {
  const inside = desk.walls.opened();
  if (inside) await recomputeCases(inside, { batch: `batch:${desk.ids.id(12)}`, adoptions: [] }, {});
}

async function recomputeCases(
  desk: Desk,
  { batch, adoptions }: { batch: string; adoptions: number[] },
  watcher: Watcher,
): Promise<MovedCases> {
  const found = tally();
  const look = (file: CaseFile): Moved | null => {
    const clocks = computed(desk, file, currentRulebook(desk.db).rulebook);
    return clocks.length > 0 ? { ref: file.ref, clocks } : null;
  };
  const settle = (moved: Moved[]) => {
    found.add(moved);
    if (moved.length === 0) return;
    const { hash } = currentRulebook(desk.db);
    write(desk, ['queue', ...moved.map(({ ref }) => `case:${ref}`)], () => {
      for (const { ref, clocks } of moved)
        post(desk, { kind: 'clocks.recomputed', subject: `case:${ref}`, body: { batch, rulebook: hash, adoptions, moved: clocks } });
    });
  };
  return found.answer(await eachOpenCase(desk, watcher, look, settle));
}

function recomputeDuties(desk: Desk): void {
  const { rulebook } = currentRulebook(desk.db);
  for (const { family, platform, startedAt, due } of readDuties(desk.db)) {
    const now = dutyDue(rulebook, family, startedAt)?.due ?? null;
    if (now === due) continue;
    const body = { family, platform, was: due, due: now };
    post(desk, { kind: 'duty.recomputed', subject: `workspace:${desk.workspace}`, body });
  }
}

/**
 * Computes the clocks of every open case again from its stored facts and moments, under the rulebook they were made with,
 * and names those that differ from what is stored. The result is an entry. Faults: cancelled, clock-moved.
 */
export async function checkDrift(desk: Desk, watcher: Watcher = {}): Promise<DriftAnswer> {
  const found = tally();
  const look = (file: CaseFile): Moved | null => {
    const clocks = computed(desk, file, adoptedRulebook(desk.db, file.rulebook));
    return clocks.length > 0 ? { ref: file.ref, clocks } : null;
  };
  const answer = found.answer(await eachOpenCase(desk, watcher, look, found.add));
  const pending = pendingAdoptions(desk.db).length > 0;
  const tickets = [...new Set(answer.listed.map(({ ref }) => ref))];
  write(desk, ['law'], () =>
    post(desk, {
      kind: 'clocks.checked',
      subject: `workspace:${desk.workspace}`,
      body: { checked: answer.checked, drifted: answer.moved, tickets, pending },
    }),
  );
  return { ...answer, pending };
}
