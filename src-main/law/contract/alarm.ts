/** The steps of an alarm, in the order of urgency: parts of the time that have gone, minutes that are left, and the end. */
export const alarmStepNames = ['50%', '75%', '90%', '30d', '7d', '1d', '30min', '10min', 'due'] as const;
export type AlarmStep = (typeof alarmStepNames)[number];

/** When alarms sound: at these parts of a clock's time, these minutes before its end, and at its end. */
export interface AlarmSteps {
  percent: readonly { step: AlarmStep; part: number }[];
  minutesBefore: readonly { step: AlarmStep; minutes: number }[];
  /** Of what is preserved for an authority, in place of the parts and the minutes: days before its end. */
  daysBefore?: readonly { step: AlarmStep; days: number }[];
}

/** One alarm of one clock. Instants are UTC. */
export interface Alarm {
  rule: string;
  step: AlarmStep;
  at: string;
  due: string;
  /** The clock is so short that quiet hours do not silence it. */
  isShort: boolean;
}

/** How an alarm reached somebody: at once, while the desk was locked, later than planned, or silently in quiet hours. */
export const alarmWays = ['live', 'locked', 'late', 'quiet'] as const;
export type AlarmWay = (typeof alarmWays)[number];

/** An alarm that was shown and that nobody has acknowledged. Instants are UTC. */
export interface OpenAlarm {
  /** The ticket, or `duty:FAMILY:platform` for a duty that no case owns. */
  ref: string;
  rule: string;
  step: AlarmStep;
  due: string;
  shownAt: string;
  how: AlarmWay;
}
