import { fileURLToPath } from 'node:url';
import { type LetterFields, type LetterModel, type LetterTemplate, letterFieldsSchema } from '../../../src-main/letters/contract.ts';

/** Invented data for the tests of letters. */
export const lettersDir = fileURLToPath(new URL('../../../resources/letters', import.meta.url));
export const fontsDir = fileURLToPath(new URL('../../../resources/fonts', import.meta.url));

/** A whole set of fields; `changes` replace some of them. */
export function sampleFields(changes: Partial<LetterFields> = {}): LetterFields {
  return letterFieldsSchema.parse({
    createdAt: '2026-11-21T09:00:00.000Z',
    date: '21-11-2026',
    ticket: 'COC-2026-000123-5',
    letterhead: { name: 'Example Platform', lines: ['Example Technologies Private Limited', 'Plot 12, Example Road'] },
    platformName: 'Example Platform',
    officer: { name: 'A. Example', designation: 'Grievance Officer', email: 'grievance@platform.example' },
    complainant: { name: 'B. Specimen', address: 'House 4, Specimen Nagar\nVaranasi 221001' },
    subject: 'Photograph used without permission',
    kindLabel: 'complaint about content',
    channelLabel: 'e-mail',
    receivedAt: '20-11-2026 14:32 IST',
    nextDue: '27-11-2026 23:59 IST',
    outcomeLabel: 'Upheld',
    reasons: 'The picture shows you without your consent.',
    ruleCite: 'IT Rules 2021, rule 3(2)(a)(i)',
    remedy: ['You may appeal.'],
    ...changes,
  });
}

/** A small template out of `paragraphs`. */
export function sampleTemplate(paragraphs: LetterTemplate['paragraphs'], changes: Partial<LetterTemplate> = {}): LetterTemplate {
  return {
    id: 'sample',
    version: 3,
    language: 'en',
    subject: 'About {{subject}}',
    salutation: 'Dear Sir or Madam,',
    closing: 'Yours faithfully,',
    fields: [],
    paragraphs,
    ...changes,
  };
}

/** A model with `body`; `changes` replace other parts. */
export function sampleModel(body: LetterModel['body'], changes: Partial<LetterModel> = {}): LetterModel {
  return {
    v: 1,
    template: { id: 'sample', version: 1 },
    language: 'en',
    title: 'A sample letter',
    createdAt: '2026-11-21T09:00:00.000Z',
    ticket: 'COC-2026-000123-5',
    letterhead: { name: 'Example Platform', lines: ['Plot 12, Example Road'] },
    references: [{ label: 'Ticket', value: 'COC-2026-000123-5' }],
    date: '21-11-2026',
    addressee: ['B. Specimen'],
    subject: 'A sample letter',
    salutation: 'Dear Sir or Madam,',
    body,
    closing: 'Yours faithfully,',
    signature: { name: 'A. Example', designation: 'Grievance Officer', lines: ['E-mail: grievance@platform.example'] },
    record: { draft: true },
    ...changes,
  };
}
