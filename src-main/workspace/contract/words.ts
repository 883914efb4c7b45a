/** What a person of the desk may be; what each may do is in `rules/roles.ts` (docs/roles.md). */
export const roles = ['officer', 'deputy', 'legal', 'nodal-contact', 'compliance-chief', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Offices that the law wants filled by a named person: rule 3(2)(a), and rule 4(1) for significant platforms. */
export const offices = ['grievance-officer', 'nodal-contact', 'compliance-chief'] as const;
export type Office = (typeof offices)[number];
