/**
 * The clocks of the law as pure functions of a case and a rulebook: no present moment, no file, no number of law.
 */
export { alarmSteps, alarmsFor, isWatched, nextAlarm, passedAlarms, type Watched } from './rules/alarms.ts';
export { type ClocksAnswer, clockByRule, clocksAnswer, ruleAnswer } from './rules/answer.ts';
export { addWorkingDays, type WorkingDue, workingDaysBetween } from './rules/calendar.ts';
export { findSource } from './rules/compile.ts';
export { computeClocks } from './rules/compute.ts';
export { diffRulebooks } from './rules/diff.ts';
export { type DutyStart, dutiesOf, dutyDue, dutyOfRef, dutyRef, dutyRuleAt } from './rules/duties.ts';
export { editRulebook, nextVersion } from './rules/edit.ts';
export { type Explanation, explainClock } from './rules/explain.ts';
export { explanationOf, explanationText } from './rules/explain-text.ts';
export { type IcsAnswer, readIcs } from './rules/ics.ts';
export { plainClasses } from './rules/input.ts';
export { type Judgement, judgeIntimation, rankStanding } from './rules/intimation.ts';
export { resumedTarget } from './rules/own-target.ts';
export { problemsOf, readCalendar, readDataFile, readRulebook } from './rules/read.ts';
export { callAt, isQuiet, onCall } from './rules/rota.ts';
export { addMonths, dateOf, dayOf, istDay, sayDate, sayIst, showIst, startOfDay, wholeSecond } from './rules/time.ts';
export { type NextDue, nextLegal, nextTarget, statusAt, viewClock } from './rules/view.ts';
export { differences, rulebookAsOf } from './rules/what-if.ts';
