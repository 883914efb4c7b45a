import { type LetterFields, type LetterLanguage, type TemplateField, type TextField, type WorkField, workFields } from '../contract.ts';
import { orderNames } from './order-names.ts';

/** What a person calls each field, to say which of them a letter still needs. */
const names: Record<TemplateField, Record<LetterLanguage, string>> = {
  ticket: { en: 'the ticket', hi: 'टिकट संख्या' },
  date: { en: 'the date of the letter', hi: 'पत्र का दिनांक' },
  subject: { en: 'the subject', hi: 'विषय' },
  kindLabel: { en: 'the kind of matter', hi: 'मामले का प्रकार' },
  channelLabel: { en: 'how the matter was received', hi: 'मामला किस माध्यम से मिला' },
  platformName: { en: 'the name of the platform', hi: 'मंच का नाम' },
  receivedAt: { en: 'the date and time of receipt', hi: 'प्राप्ति का दिनांक और समय' },
  nextDue: { en: 'the date by which the law asks for the next step', hi: 'वह तिथि जिस तक अगला कदम उठाना है' },
  outcomeLabel: { en: 'the outcome', hi: 'निर्णय' },
  reasons: { en: 'the reasons', hi: 'निर्णय के कारण' },
  clause: { en: 'the clause of the policy', hi: 'नीति का खंड' },
  ruleCite: { en: 'the rule', hi: 'नियम' },
  lateReason: { en: 'the reason for the delay', hi: 'विलंब का कारण' },
  replyBy: { en: 'the date by which to reply', hi: 'उत्तर देने की तिथि' },
  oldReference: { en: 'the earlier reference', hi: 'पूर्व संदर्भ' },
  onBehalfOf: { en: 'the person on whose behalf the matter was brought', hi: 'जिनकी ओर से मामला लाया गया' },
  complainantName: { en: "the complainant's name", hi: 'शिकायतकर्ता का नाम' },
  complainantAddress: { en: "the complainant's address", hi: 'शिकायतकर्ता का पता' },
  officerName: { en: "the officer's name", hi: 'अधिकारी का नाम' },
  officerDesignation: { en: "the officer's designation", hi: 'अधिकारी का पदनाम' },
  officerEmail: { en: "the officer's e-mail address", hi: 'अधिकारी का ई-मेल पता' },
  officerPhone: { en: "the officer's phone number", hi: 'अधिकारी का दूरभाष' },
  officerAddress: { en: "the officer's postal address", hi: 'अधिकारी का डाक पता' },
  items: { en: 'the items and what was done with them', hi: 'सामग्री और उस पर की गई कार्रवाई' },
  missingDetails: { en: 'the details that are missing', hi: 'जो विवरण नहीं मिले' },
  clauseText: { en: 'what the clause says', hi: 'खंड का सार' },
  identityChecks: { en: 'what is asked for to know who asks', hi: 'पहचान के लिए क्या माँगा गया' },
  categories: { en: 'the data categories', hi: 'डेटा की श्रेणियाँ' },
  recipients: { en: 'the recipients of the data', hi: 'डेटा के प्राप्तकर्ता' },
  searches: { en: 'where it was searched', hi: 'कहाँ खोजा गया' },
  systems: { en: 'what each system confirmed', hi: 'हर प्रणाली की पुष्टि' },
  told: { en: 'who was told', hi: 'किन्हें बताया गया' },
  package: { en: 'the file with the data', hi: 'डेटा की फ़ाइल' },
  decisionDate: { en: 'the date of the decision', hi: 'निर्णय का दिनांक' },
  correctionReason: { en: 'why the decision is corrected', hi: 'निर्णय क्यों सुधारा गया' },
  reviewAskedAt: { en: 'when the review was asked for', hi: 'समीक्षा कब माँगी गई' },
  reviewedOn: { en: 'the date of the decision reviewed', hi: 'जिस निर्णय की समीक्षा हुई उसका दिनांक' },
  reviewedTicket: { en: 'the ticket of the decision reviewed', hi: 'जिस निर्णय की समीक्षा हुई उसकी टिकट संख्या' },
  reviewedOutcome: { en: 'the decision reviewed', hi: 'जिस निर्णय की समीक्षा हुई' },
  reviewResult: { en: 'what the review came to', hi: 'समीक्षा का परिणाम' },
  reviewedByOther: { en: 'that another officer decided', hi: 'कि निर्णय दूसरे अधिकारी ने लिया' },
  appealNumber: { en: 'the number of the appeal', hi: 'अपील संख्या' },
  appealedTicket: { en: 'the ticket of the decision appealed against', hi: 'जिस निर्णय पर अपील है उसकी टिकट संख्या' },
  appealedReceivedAt: { en: 'when the grievance was received', hi: 'शिकायत कब मिली' },
  appealedOn: { en: 'when the decision was sent', hi: 'निर्णय कब भेजा गया' },
  appealedOutcome: { en: 'the decision appealed against', hi: 'जिस निर्णय पर अपील है' },
  appealedReasons: { en: 'the reasons of that decision', hi: 'उस निर्णय के कारण' },
  ...orderNames,
  keepUntil: { en: 'until when the data is to be kept', hi: 'डेटा कब तक रखा जाना है' },
  keepReason: { en: 'why the data is to be kept', hi: 'डेटा क्यों रखा जाना है' },
  keepClause: { en: 'the clause that promises to ask', hi: 'पूछने का वादा करने वाला खंड' },
  erasedOn: { en: 'when the data was erased', hi: 'डेटा कब मिटाया गया' },
  erased: { en: 'what was erased', hi: 'क्या मिटाया गया' },
  remaining: { en: 'what remains', hi: 'क्या शेष है' },
  corrections: { en: 'what is corrected', hi: 'क्या सुधारा गया' },
  remedy: { en: 'the remedies', hi: 'उपलब्ध उपाय' },
};

/** What a person calls `field`, in the letter's language. */
export function fieldName(field: TemplateField, language: LetterLanguage): string {
  return names[field][language];
}

/** The fields as a template knows them: flat names, trimmed text, absent where there is nothing to print. */
export interface FieldValues {
  texts: Partial<Record<TextField, string>>;
  has(field: TemplateField): boolean;
}

/** The lists of the workflow, by the names that templates use. */
function workLists(fields: LetterFields): Partial<Record<WorkField, string[] | undefined>> {
  return Object.fromEntries(workFields.map((field) => [field, fields[field]]));
}

/** Reads a letter's data by the names that templates use. Text is brought to NFC, so that what is printed is what is searched. */
export function fieldValues(fields: LetterFields): FieldValues {
  const { officer, complainant } = fields;
  const given: Partial<Record<TextField, string | undefined>> = {
    ticket: fields.ticket,
    date: fields.date,
    subject: fields.subject,
    kindLabel: fields.kindLabel,
    channelLabel: fields.channelLabel,
    platformName: fields.platformName,
    receivedAt: fields.receivedAt,
    nextDue: fields.nextDue,
    outcomeLabel: fields.outcomeLabel,
    reasons: fields.reasons,
    clause: fields.clause,
    clauseText: fields.clauseText,
    ruleCite: fields.ruleCite,
    lateReason: fields.lateReason,
    replyBy: fields.replyBy,
    oldReference: fields.oldReference,
    onBehalfOf: fields.onBehalfOf,
    complainantName: complainant.name,
    complainantAddress: complainant.address,
    officerName: officer.name,
    officerDesignation: officer.designation,
    officerEmail: officer.email,
    officerPhone: officer.phone,
    officerAddress: officer.address,
    decisionDate: fields.decisionDate,
    correctionReason: fields.correctionReason,
    reviewAskedAt: fields.reviewAskedAt,
    reviewedOn: fields.reviewedOn,
    reviewedTicket: fields.reviewedTicket,
    reviewedOutcome: fields.reviewedOutcome,
    reviewResult: fields.reviewResult,
    reviewedByOther: fields.reviewedByOther,
    appealNumber: fields.appealNumber,
    appealedTicket: fields.appealedTicket,
    appealedReceivedAt: fields.appealedReceivedAt,
    appealedOn: fields.appealedOn,
    appealedOutcome: fields.appealedOutcome,
    appealedReasons: fields.appealedReasons,
    ...fields.order,
    keepUntil: fields.keepUntil,
    keepReason: fields.keepReason,
    keepClause: fields.keepClause,
    erasedOn: fields.erasedOn,
  };
  const texts: Partial<Record<TextField, string>> = {};
  for (const [field, value] of Object.entries(given)) {
    const text = value?.normalize('NFC').trim();
    if (text) texts[field as TextField] = text;
  }
  const lists = { items: fields.items, missingDetails: fields.missingDetails, remedy: fields.remedy, ...workLists(fields) };
  const has = (field: TemplateField) => (field in lists ? !!lists[field as keyof typeof lists]?.length : field in texts);
  return { texts, has };
}
