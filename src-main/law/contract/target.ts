/** The id under which a case's own target stands beside its clocks; no rulebook may use it. */
export const ownTargetId = 'DESK-OWN';

/** Why a target stands still; `other` needs words. The legal clocks run on. */
export const pauseCodes = ['awaiting-complainant', 'legal-opinion', 'legal-hold', 'other'] as const;
export type PauseCode = (typeof pauseCodes)[number];

/** Working days counted by a calendar: which version, so that the result can be counted again. */
export interface WorkingCount {
  days: number;
  calendar: string;
  version: string;
  hash: string;
}

/** A pause that still holds. `at` is UTC. */
export interface TargetPause {
  at: string;
  code: PauseCode;
  text: string | null;
}

/** A pause that ended: by a person, or by a message that was linked to the case. */
export interface EndedPause extends TargetPause {
  until: string;
  endedBy: 'person' | 'mail';
}

/** A target that was put off: when, from which date, and why. Instants are UTC. */
export interface TargetExtension {
  at: string;
  was: string;
  reason: string;
}

/**
 * The date the desk set for one case. Instants are UTC with milliseconds. While paused, `due` is what it was when the pause
 * began; the pause is added when it ends.
 */
export interface OwnTarget {
  setAt: string;
  due: string;
  reason: string | null;
  working: WorkingCount | null;
  paused: TargetPause | null;
  pauses: EndedPause[];
  /** Absent where it was never put off. */
  extensions?: TargetExtension[];
}
