/** What `check-id` can check by form and check digit. */
export const idTypes = ['aadhaar', 'pan', 'passport-mrz', 'epic', 'driving-licence', 'mobile', 'pin'] as const;
export type IdType = (typeof idTypes)[number];

/** What a number told of itself. Days are `YYYY-MM-DD`; absent where the number says nothing of the kind. */
export interface IdFacts {
  expiresOn?: string;
  bornOn?: string;
  /** The kind of holder (PAN), the State (driving licence), the region (PIN). */
  about?: string;
}

/** The answer of one check: the number itself is never in it. `reason` is a full sentence, also where all is right. */
export interface IdCheck {
  ok: boolean;
  masked: string;
  reason: string;
  facts: IdFacts;
}
