/** The shapes of the law: the words of a rulebook, the rulebook itself, and the clocks made with it. */

export * from './contract/alarm.ts';
export * from './contract/calendar.ts';
export * from './contract/change.ts';
export * from './contract/clock.ts';
export * from './contract/duty.ts';
export * from './contract/explanation.ts';
export * from './contract/reminder.ts';
export * from './contract/rota.ts';
export {
  type Alternative,
  type Application,
  type Condition,
  lawDate,
  type Rule,
  type Rulebook,
  type Target,
} from './contract/rulebook.ts';
export { rulebookSchema } from './contract/seams.ts';
export * from './contract/target.ts';
export * from './contract/views.ts';
export * from './contract/words.ts';
