/** Kinds of request whose answer is a package of data. */
export const packageKinds = ['access', 'portability', 'recipients'] as const;

/** What a file brought for an answer is: one that the answer may give away, or the copy of such a one with parts taken out. */
export const packageFileUses = ['evidence', 'redacted'] as const;
export type PackageFileUse = (typeof packageFileUses)[number];

/** Ways by which a package, or its password, reaches a person. */
export const packageWays = ['email', 'post', 'hand', 'portal', 'in-app', 'phone', 'walk-in'] as const;
export type PackageWay = (typeof packageWays)[number];

/** The shortest password an officer may choose. */
export const shortestPackagePassword = 12;

/** The most pages of which parts are taken out in one go. */
export const mostRedactedPages = 60;
