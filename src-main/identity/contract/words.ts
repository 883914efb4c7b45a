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

export const identityLevels = ['none', 'contact', 'one-document', 'two-documents', 'authority'] as const;
export type IdentityLevel = (typeof identityLevels)[number];

/** Documents by the names that profiles and attempts use; `other` is any that is not among them. */
export const identityDocumentNames = [
  'aadhaar',
  'pan',
  'passport',
  'voter-id',
  'driving-licence',
  'id-card',
  'mobile',
  'email',
  'birth-certificate',
  'video',
  'notary',
  'authority',
  'other',
] as const;
export type DocumentName = (typeof identityDocumentNames)[number];

export const attemptResults = ['verified', 'insufficient', 'mismatch', 'suspected-fraud', 'not-needed'] as const;
export type AttemptResult = (typeof attemptResults)[number];
