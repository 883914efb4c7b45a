/** What of a person's own data went from this desk at her request. */
export interface ErasureGone {
  /** A whole case, or of a case that stays its identity evidence or its notes; or what the desk had added to her record. */
  what: 'case' | 'identity' | 'notes' | 'identifiers';
  /** Null for what is of no case. */
  ref: string | null;
  count: number;
}

/** Why a case of hers stays, or another person's in which she stands. */
export const erasureReasons = ['request', 'open', 'hold', 'appeal', 'law', 'promise', 'linked', 'mail', 'authority', 'not-hers'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** A case that stays: until when (a day in IST, null: until what holds it up is over), and under which rule. */
export interface ErasureRest {
  ref: string;
  why: ErasureReason;
  until: string | null;
  cite: string | null;
}

/** Her data was taken out: on which request, what went and what remains. Instants are UTC. No personal data. */
export interface PersonErasure {
  /** Its entry. */
  seq: number;
  /** The ticket of her request. */
  ref: string;
  at: string;
  byName: string;
  sole: boolean;
  goes: ErasureGone[];
  remains: ErasureRest[];
}
