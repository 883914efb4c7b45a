import type { Contact } from '../contract.ts';
import { callAt, dutyOfRef, sayIst } from '../rules.ts';
import type { SubjectAlarm } from './heard.ts';

/** What the shell is asked to show. A later notice with the same tag takes the place of an earlier one. */
export interface AlarmNotice {
  title: string;
  body: string;
  tag: string;
  /** The same in parts, where it is about one clock. */
  alarm?: { ref: string; rule: string; step: string; due: string; call: string[] };
}

function subject({ ref }: SubjectAlarm): string {
  const duty = dutyOfRef(ref);
  return duty ? `Duty for ${duty.platform}` : ref;
}

function left({ step, due }: SubjectAlarm, now: string): string {
  if (step === 'due' || due <= now) return 'ended';
  const minutes = Math.round((Date.parse(due) - Date.parse(now)) / 60_000);
  return minutes < 120 ? `ends in ${minutes} minutes` : `ends in ${Math.round(minutes / 60)} hours`;
}

/** What stands for the rule of a restricted case, of which the ticket alone is said outside the window. */
export const shownRule = ({ rule, isRestricted }: SubjectAlarm): string => (isRestricted ? 'restricted' : rule);

/** What may be said with the desk locked: the ticket, the rule and the time, and nothing else. */
function plainLine(alarm: SubjectAlarm, now: string): string {
  if (alarm.isRestricted) return 'A restricted case needs attention.';
  return `${alarm.rule} ${left(alarm, now)}: due ${sayIst(alarm.due)}.`;
}

const onCallAt = ({ step }: SubjectAlarm, contacts: readonly Contact[]): string[] =>
  callAt(step, contacts).map(({ name, phone, role }) => `${name} (${role}) ${phone}`);

function noticeOf(alarm: SubjectAlarm, contacts: readonly Contact[], now: string): AlarmNotice {
  const call = onCallAt(alarm, contacts);
  const { ref, step, due } = alarm;
  const rule = shownRule(alarm);
  const calling = call.length > 0 ? ` Call ${call.join(', then ')}.` : '';
  const body = `${plainLine(alarm, now)}${calling}`;
  return { title: subject(alarm), body, tag: `${ref}:${rule}`, ...(alarm.isRestricted ? {} : { alarm: { ref, rule, step, due, call } }) };
}

const mostSingle = 3;

/**
 * The notices for alarms that sound together: one each for up to three, otherwise one that names the most urgent.
 * `contacts` are those on call, empty while the desk is locked.
 */
export function noticesFor(alarms: readonly SubjectAlarm[], contacts: readonly Contact[], now: string): AlarmNotice[] {
  if (alarms.length <= mostSingle) return alarms.map((alarm) => noticeOf(alarm, contacts, now));
  const urgent = [...alarms].sort((a, b) => (a.due < b.due ? -1 : 1)).slice(0, mostSingle);
  return [
    {
      title: `${alarms.length} clocks need attention`,
      body: urgent.map((alarm) => `${subject(alarm)}: ${plainLine(alarm, now)}`).join(' '),
      tag: 'alarms',
    },
  ];
}

/** The notice at the end of quiet hours in which so many alarms made no noise. */
export function afterQuiet(count: number): AlarmNotice {
  const title = count === 1 ? 'One alarm during quiet hours' : `${count} alarms during quiet hours`;
  return { title, body: 'See the list of alarms.', tag: 'alarms' };
}
