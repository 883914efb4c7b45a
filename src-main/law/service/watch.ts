import { earliestAlarm } from '../../cases/index.ts';
import { type Desk, nowOf } from '../../desk/desk.ts';
import { type Clock, isoInstant } from '../../desk/ports.ts';
import type { AlarmWay, Rota, WatchStatus } from '../contract.ts';
import { isQuiet, onCall } from '../rules.ts';
import { earliestDutyAlarm, readRota } from '../store.ts';
import { alarmsToKeep, dueAlarms, type HeardAlarm, recordShown, type SubjectAlarm } from './heard.ts';
import { type AlarmNotice, afterQuiet, noticesFor, shownRule } from './notices.ts';
import { countAlarms, watchedDesks } from './watched.ts';

/** What the watch over the clocks is given from outside. Nothing it is given may throw. */
export interface WatchPorts {
  clock: Clock;
  notify(notice: AlarmNotice): void;
  setBadge(count: number): void;
  /** The one timer: runs once after so many milliseconds; answers how to take it back. */
  later(run: () => void, delayMs: number): () => void;
  /** Something nobody foresaw; the watch goes on. */
  failed(error: unknown): void;
}

/** Sounds the alarms of an engine's one desk, open or locked. */
export interface Watch {
  /** The desk is open: what was missed is told, and the clocks are watched from here. */
  begin(desk: Desk): void;
  /** The desk is about to close: tickets, rules and instants of the next 14 days stay in memory, and nothing else. */
  lock(): void;
  /** Something was written: the next alarm may be another one. */
  poke(): void;
  /** Somebody acknowledged an alarm. */
  acknowledged(): void;
  /** Sounds what is due now and waits for the next. */
  tick(): Promise<void>;
  status(): WatchStatus;
  stop(): void;
}

const keptMs = 14 * 86_400_000;
/** The longest sleep of the timer: a machine that slept, or whose time was set, is noticed within this time. */
const longestSleepMs = 60_000;
/** An alarm this much behind its instant was missed, and is told as such. */
const lateAfterMs = 90_000;
const casesASlice = 50;
/** As many alarms as the unlock screen has room for. */
const mostSounded = 20;

interface OpenDesk {
  desk: Desk;
  /** Alarms that sounded while nothing could be written. */
  unrecorded: Set<string>;
  /** Alarms that sounded while the desk was locked. */
  whileLocked: Set<string>;
  quiet: number;
}

interface LockedDesk {
  until: number;
  ahead: SubjectAlarm[];
  sounded: Map<string, SubjectAlarm>;
  open: number;
  quietHours: Rota['quiet'];
}

const keyOf = ({ ref, rule, step }: SubjectAlarm) => `${ref} ${rule} ${step}`;
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Makes the watch of one engine; it sleeps until a desk is open. */
export function createWatch(ports: WatchPorts): Watch {
  let open: OpenDesk | null = null;
  let locked: LockedDesk | null = null;
  let takeBack: (() => void) | null = null;
  let ticking: Promise<void> | null = null;

  const now = () => isoInstant(ports.clock.now());
  const stop = () => {
    takeBack?.();
    takeBack = null;
  };
  const arm = (): void => {
    stop();
    const next = open ? nextOf(open) : (locked?.ahead[0]?.at ?? null);
    if (open === null && next === null) return;
    const waitMs = next === null ? longestSleepMs : Math.min(longestSleepMs, Math.max(0, Date.parse(next) - ports.clock.now()));
    takeBack = ports.later(() => void tick(), open?.unrecorded.size ? longestSleepMs : waitMs);
  };
  const sound = async (): Promise<void> => {
    const mine = open;
    if (mine) await soundOpen(mine, ports, () => open === mine);
    else if (locked) soundLocked(locked, ports, now());
  };
  const tick = (): Promise<void> => {
    ticking ??= sound()
      .catch(ports.failed)
      .then(() => {
        ticking = null;
        arm();
      });
    return ticking;
  };

  return {
    begin(desk) {
      open = { desk, unrecorded: new Set(), whileLocked: new Set(locked?.sounded.keys()), quiet: 0 };
      locked = null;
      stop();
      takeBack = ports.later(() => void tick(), 0);
    },
    lock() {
      if (!open) return;
      locked = keepForLock(open.desk, ports.failed);
      open = null;
      arm();
    },
    poke() {
      if (open && !ticking) arm();
    },
    acknowledged() {
      if (open) ports.setBadge(countAlarms(open.desk));
    },
    tick,
    status: () => statusOf(open, locked, ports.clock.now()),
    stop,
  };
}

function statusOf(open: OpenDesk | null, locked: LockedDesk | null, nowMs: number): WatchStatus {
  if (open) return { state: 'watching', until: null, unacknowledged: countAlarms(open.desk), sounded: [] };
  if (locked === null || nowMs > locked.until) return { state: 'off', until: null, unacknowledged: 0, sounded: [] };
  const told = [...locked.sounded.values()].reverse().slice(0, mostSounded);
  return {
    state: 'locked',
    until: isoInstant(locked.until),
    unacknowledged: locked.open + locked.sounded.size,
    sounded: told.map(soundedLine),
  };
}

/** Of a restricted case the ticket and when it sounded, neither its rule nor its date. */
function soundedLine(alarm: SubjectAlarm): WatchStatus['sounded'][number] {
  const { ref, step, due, at, isRestricted } = alarm;
  return { ref, rule: shownRule(alarm), step, due: isRestricted ? at : due };
}

/** The earliest instant at which something is to be done, or null. */
function nextOf({ desk }: OpenDesk): string | null {
  return (
    watchedDesks(desk)
      .flatMap(({ db }) => [earliestAlarm(db), earliestDutyAlarm(db)])
      .filter((at) => at !== null)
      .sort()[0] ?? null
  );
}

/** Locking never fails for want of alarms: with a damaged database there is nothing left to watch. */
function keepForLock(desk: Desk, failed: (error: unknown) => void): LockedDesk | null {
  try {
    const until = desk.clock.now() + keptMs;
    const ahead = watchedDesks(desk).flatMap((one) => alarmsToKeep(one, nowOf(desk), isoInstant(until)));
    ahead.sort((a, b) => (a.at < b.at ? -1 : 1));
    return { until, ahead, sounded: new Map(), open: countAlarms(desk), quietHours: readRota(desk.db).quiet };
  } catch (error) {
    failed(error);
    return null;
  }
}

function wayOf(alarm: SubjectAlarm, { desk, whileLocked }: OpenDesk, rota: Rota): AlarmWay {
  if (whileLocked.has(keyOf(alarm))) return 'locked';
  const now = desk.clock.now();
  if (!alarm.isShort && isQuiet(rota, isoInstant(now))) return 'quiet';
  return now - Date.parse(alarm.at) > lateAfterMs ? 'late' : 'live';
}

/** Tells and records what is due, a slice of cases at a time; what sounds together is told together. */
async function soundOpen(open: OpenDesk, ports: WatchPorts, isStillOpen: () => boolean): Promise<void> {
  const { desk } = open;
  const rota = readRota(desk.db);
  const heard: HeardAlarm[] = [];
  const seen = new Set<string>();
  for (let isWritten = true; isWritten && isStillOpen(); await nextTurn()) {
    const now = nowOf(desk);
    const slices = watchedDesks(desk).map((one) => ({
      desk: one,
      alarms: dueAlarms(one, now, casesASlice).map((alarm) => ({ ...alarm, how: wayOf(alarm, open, rota) })),
    }));
    const slice = slices.flatMap(({ alarms }) => alarms);
    if (slice.every((alarm) => seen.has(keyOf(alarm)))) break;
    for (const alarm of slice) seen.add(keyOf(alarm));
    heard.push(...slice.filter((alarm) => !open.unrecorded.has(keyOf(alarm))));
    isWritten = slices.every((one) => recordShown(one.desk, one.alarms, now));
    if (isWritten) open.unrecorded.clear();
    else for (const alarm of slice) open.unrecorded.add(keyOf(alarm));
  }
  if (isStillOpen()) tell(open, heard, rota, ports);
}

function tell(open: OpenDesk, heard: readonly HeardAlarm[], rota: Rota, ports: WatchPorts): void {
  const now = nowOf(open.desk);
  const loud = heard.filter(({ how }) => how === 'live' || how === 'late');
  for (const notice of noticesFor(loud, onCall(rota, now), now)) ports.notify(notice);
  open.quiet += heard.filter(({ how }) => how === 'quiet').length;
  if (open.quiet > 0 && !isQuiet(rota, now)) {
    ports.notify(afterQuiet(open.quiet));
    open.quiet = 0;
  }
  ports.setBadge(countAlarms(open.desk));
}

/** With the desk locked: ticket, rule and time, from memory. Long clocks keep quiet hours here too. */
function soundLocked(locked: LockedDesk, ports: WatchPorts, now: string): void {
  if (ports.clock.now() > locked.until) locked.ahead = [];
  const passed = locked.ahead.filter(({ at }) => at <= now);
  if (passed.length === 0) return;
  locked.ahead = locked.ahead.slice(passed.length);
  const latest = new Map(passed.map((alarm) => [`${alarm.ref} ${alarm.rule}`, alarm]));
  const isHushed = isQuiet({ contacts: [], shifts: [], leave: [], quiet: locked.quietHours }, now);
  const loud = [...latest.values()].filter(({ isShort }) => isShort || !isHushed);
  // What made no noise is told when the desk opens.
  for (const alarm of loud) locked.sounded.set(keyOf(alarm), alarm);
  for (const notice of noticesFor(loud, [], now)) ports.notify(notice);
  ports.setBadge(locked.open + locked.sounded.size);
}
