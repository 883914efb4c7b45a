/** The report of a case for people outside the desk. */
export const report = {
  open: 'Case report…',
  title: 'Case report: {{ref}}',
  hint: 'One PDF to read, and one ZIP with the same as data, the sealed letters and a manifest. It is recorded who took which parts out.',
  sections: 'Sections',
  needOne: 'Choose at least one section.',
  section: {
    summary: 'Summary',
    complaint: 'What was written',
    timeline: 'Timeline',
    clocks: 'Clocks, and why each date',
    identity: 'Who asks, with numbers masked',
    work: 'Work on the request',
    decisions: 'Decisions with their clauses',
    letters: 'Letters, sealed PDFs in the ZIP',
    evidence: 'Index of evidence with SHA-256',
    files: 'The files themselves, in the ZIP',
    notes: 'Notes',
    'privileged-notes': 'Privileged notes',
    record: 'Entries of the record, to be verified',
  },
  redaction: 'Names and contacts',
  full: 'Shown',
  masked: 'Hidden, also in texts; letters and files then stay out',
  language: 'Language of the report',
  reason: 'Why it leaves the desk',
  make: 'Make the report',
  files: 'Saved',
  again: 'Make another',
  left: 'Files that show who somebody is, that nobody has looked at yet, and packages of data never go along; the report names them.',
};

export const reportEntries = { report_exported: 'Case report saved' };
