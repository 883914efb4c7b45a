export const identifierKinds = ['name', 'email', 'phone', 'handle', 'device', 'masked-id'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** What somebody is in a case: who asks, for whom it is asked, and who acts for another. */
export const partyRoles = ['complainant', 'principal', 'representative'] as const;
export type PartyRole = (typeof partyRoles)[number];

/** Why two records may be one person, the strongest first. */
export const likenesses = ['same-email', 'same-phone', 'same-handle', 'same-device', 'same-id', 'same-name', 'similar-name'] as const;
export type Likeness = (typeof likenesses)[number];

/** Why a case may be the same complaint again. */
export const repeatReasons = ['same-person', 'same-contact', 'similar-name', 'same-item', 'no-items'] as const;
export type RepeatReason = (typeof repeatReasons)[number];

/** By what somebody may act for another. */
export const authorityTypes = ['agent', 'power-of-attorney', 'guardian', 'parent', 'nominee', 'legal-heir'] as const;
export type AuthorityType = (typeof authorityTypes)[number];
