/** What a rule of retention is: a floor of law, a promise of a policy, a ceiling of law, or the product's own choice. */
export const ruleSorts = ['minimum', 'promise', 'maximum', 'choice'] as const;
export type RuleSort = (typeof ruleSorts)[number];

/** From when a period counts. */
export const keepStarts = ['received', 'closed', 'last-removal', 'cancelled', 'discontinued'] as const;
export type KeepStart = (typeof keepStarts)[number];

/** What keeps a case from being purged, whatever its date. */
export const blockCodes = ['open', 'hold', 'linked', 'mail', 'authority'] as const;
export type BlockCode = (typeof blockCodes)[number];

/** Which part of the list is asked for: what may go now, what will in so many days, what is held up, and everything closed. */
export const listParts = ['due', 'soon-1', 'soon-7', 'soon-30', 'blocked', 'all'] as const;
export type ListPart = (typeof listParts)[number];

/** Kinds of request on which a person's own data is taken out of this desk. */
export const erasureRequestKinds = ['erasure', 'delete-account', 'withdraw-consent'] as const;
