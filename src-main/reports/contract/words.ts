/** The sections of a case report, in the order in which they stand. */
export const dossierSections = [
  'summary',
  'complaint',
  'timeline',
  'clocks',
  'identity',
  'work',
  'decisions',
  'letters',
  'evidence',
  'files',
  'notes',
  'privileged-notes',
  'record',
] as const;
export type DossierSection = (typeof dossierSections)[number];

/** What goes in where nobody chose: everything but the content of files and the notes. */
export const usualSections: readonly DossierSection[] = dossierSections.filter(
  (section) => !['files', 'notes', 'privileged-notes'].includes(section),
);

/** `masked`: names and contacts of people are hidden, and no letter or file goes along. */
export const redactionLevels = ['full', 'masked'] as const;
export type RedactionLevel = (typeof redactionLevels)[number];
