/** What a person of the desk may be; what each may do is in `rules/roles.ts` (docs/roles.md). */
export const roles = ['officer', 'deputy', 'legal', 'nodal-contact', 'compliance-chief', 'auditor', 'admin'] as const;
export type Role = (typeof roles)[number];
