import type { LetterLanguage } from '../contract.ts';

/** The fixed words around every letter. Templates cannot change them, so that seals and page numbers always read the same. */
export interface LetterWords {
  office: string;
  officer: string;
  ticket: string;
  oldReference: string;
  onBehalfOf: string;
  date: string;
  to: string;
  unnamed: string;
  /** Whom a letter to a child is addressed to; {{name}} is the child. */
  guardianOf: string;
  subject: string;
  email: string;
  phone: string;
  address: string;
  columns: { number: string; item: string; action: string; at: string };
  draft: string;
  draftNote: string;
  synthetic: string;
  sealCaption: string;
  sealDescription: string;
}

const words: Record<LetterLanguage, LetterWords> = {
  en: {
    office: 'Office of the Grievance Officer',
    officer: 'Grievance Officer',
    ticket: 'Ticket',
    oldReference: 'Earlier reference',
    onBehalfOf: 'On behalf of',
    date: 'Date',
    to: 'To',
    unnamed: 'The complainant',
    guardianOf: 'The parent or guardian of {{name}}',
    subject: 'Subject',
    email: 'E-mail',
    phone: 'Phone',
    address: 'Address',
    columns: { number: 'No.', item: 'Item', action: 'Action', at: 'When' },
    draft: 'DRAFT',
    draftNote: 'not sent, not part of the record',
    synthetic: 'SYNTHETIC SAMPLE',
    sealCaption: 'Signed checkpoint of the record',
    sealDescription: 'Square code that holds the signed checkpoint of the record named in the foot of this letter',
  },
  hi: {
    office: 'शिकायत अधिकारी का कार्यालय',
    officer: 'शिकायत अधिकारी',
    ticket: 'टिकट संख्या',
    oldReference: 'पूर्व संदर्भ',
    onBehalfOf: 'जिनकी ओर से',
    date: 'दिनांक',
    to: 'सेवा में',
    unnamed: 'शिकायतकर्ता',
    guardianOf: '{{name}} के माता-पिता या अभिभावक',
    subject: 'विषय',
    email: 'ई-मेल',
    phone: 'दूरभाष',
    address: 'पता',
    columns: { number: 'क्रम', item: 'सामग्री', action: 'कार्रवाई', at: 'कब' },
    draft: 'DRAFT',
    draftNote: 'प्रारूप: न भेजा गया, न अभिलेख का भाग',
    synthetic: 'SYNTHETIC SAMPLE · कृत्रिम नमूना',
    sealCaption: 'अभिलेख की हस्ताक्षरित जाँच-मुहर',
    sealDescription: 'वर्गाकार कोड, जिसमें इस पत्र के पाद में लिखे अभिलेख की हस्ताक्षरित जाँच-मुहर है',
  },
};

/** The fixed words of letters in `language`. */
export function letterWords(language: LetterLanguage): LetterWords {
  return words[language];
}

/** "Page 1 of 3" in the letter's language; `page` counts from 1. */
export function pageOf(language: LetterLanguage, page: number, pages: number): string {
  return language === 'hi' ? `पृष्ठ ${page} / ${pages}` : `Page ${page} of ${pages}`;
}
