import type { ClockStatus } from './clock.ts';
import type { Sense, Unit } from './words.ts';

/** A duty that no case owns, as it stands for one platform. Instants are IST to the second; null where none was recorded. */
export interface DutyView {
  family: string;
  /** The version in force now; `dueRule` is the one that the recorded start counts by. */
  rule: string;
  dueRule: string | null;
  platform: string;
  title: { en: string; hi: string };
  cite: string;
  text: string;
  sense: Sense;
  n: number | null;
  unit: Unit | null;
  /** What starts it: `lastNotice`, `logEntry`, `plannedErasure` and so on. */
  startsWith: string;
  start: string | null;
  due: string | null;
  /** `duty` where the law fixes no number or no start was recorded. */
  status: ClockStatus;
  /** The profile does not answer for certain whether the rule binds this platform. */
  isDoubtful: boolean;
  confidence: string;
  notes: string[];
}
