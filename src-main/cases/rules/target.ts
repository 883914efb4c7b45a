import type { z } from 'zod';
import { badInput, Fault } from '../../desk/faults.ts';
import type { AdoptedCalendar } from '../../law/contract.ts';
import { addWorkingDays } from '../../law/rules.ts';
import type { targetActSchemas } from '../contract/target-acts.ts';
import type { CaseFile } from './file.ts';

type Input<A extends keyof typeof targetActSchemas> = z.infer<(typeof targetActSchemas)[A]>;

/** What the acts on a target are planned on; `calendars` are those of the desk. */
interface Standing {
  file: CaseFile;
  now: string;
  calendars?: readonly AdoptedCalendar[];
}

function calendarFor({ calendars = [] }: Standing, id: string | undefined): AdoptedCalendar {
  const found = id === undefined ? calendars[0] : calendars.find(({ calendar }) => calendar.id === id);
  if (!found) throw badInput('calendar', id === undefined ? 'there is none on this desk' : `there is no calendar ${id} on this desk`);
  return found;
}

function countedDue(standing: Standing, days: number, id: string | undefined) {
  const { hash, calendar } = calendarFor(standing, id);
  const { due } = addWorkingDays(standing.now, days, calendar);
  return { due, working: { days, calendar: calendar.id, version: calendar.version, hash } };
}

function dueOf(standing: Standing, { due, workingDays, calendar }: Pick<Input<'set-target'>, 'due' | 'workingDays' | 'calendar'>) {
  return workingDays === undefined ? { due: due ?? '', working: null } : countedDue(standing, workingDays, calendar);
}

/** The target of a case as it stands: faults `refused` where there is none, or its case no longer needs one. */
function targetOf({ target, moments }: CaseFile): NonNullable<CaseFile['target']> {
  if (target === null) throw new Fault('refused', 'This case has no target of its own: set one first.');
  if (moments.decisionSent !== undefined) throw new Fault('refused', 'The decision has been sent: the target is met and stands as it is.');
  return target;
}

export const targetPlanners = {
  'set-target'(standing: Standing, input: Input<'set-target'>) {
    const { due, working } = dueOf(standing, input);
    if (due <= standing.now) throw badInput('due', 'lies in the past');
    return [{ kind: 'target.set', body: { due, working, reason: input.reason || null } }];
  },
  'pause-target'({ file }: Standing, input: Input<'pause-target'>) {
    if (targetOf(file).paused) throw new Fault('refused', 'The target is paused already.');
    return [{ kind: 'target.paused', body: { code: input.code, text: input.text || null } }];
  },
  'extend-target'(standing: Standing, input: Input<'extend-target'>) {
    const target = targetOf(standing.file);
    if (target.paused) throw new Fault('refused', 'The target is paused: resume it before it is put off.');
    const { due, working } = dueOf(standing, input);
    if (due <= standing.now) throw badInput('due', 'lies in the past');
    if (due <= target.due)
      throw badInput(input.workingDays === undefined ? 'due' : 'workingDays', 'is not later than the target as it stands');
    return [{ kind: 'target.extended', body: { due, was: target.due, working, reason: input.reason } }];
  },
  'remove-target'({ file }: Standing, input: Input<'remove-target'>) {
    return [{ kind: 'target.removed', body: { was: targetOf(file).due, reason: input.reason } }];
  },
  'resume-target'({ file }: Standing, input: Input<'resume-target'>) {
    if (!targetOf(file).paused) throw new Fault('refused', 'The target is not paused.');
    return [{ kind: 'target.resumed', body: { reason: input.reason || null } }];
  },
};

/** Which of these acts the case would take now. */
export function allowedTargetActs({ target, moments }: CaseFile): [keyof typeof targetActSchemas, boolean][] {
  const isRunning = target !== null && moments.decisionSent === undefined;
  return [
    ['set-target', moments.decisionSent === undefined],
    ['pause-target', isRunning && target.paused === null],
    ['resume-target', isRunning && target.paused !== null],
    ['extend-target', isRunning && target.paused === null],
    ['remove-target', isRunning],
  ];
}
