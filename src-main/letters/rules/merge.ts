import type {
  LetterBlock,
  LetterFields,
  LetterModel,
  LetterRecord,
  LetterTemplate,
  MissingField,
  TemplateField,
  TemplateParagraph,
  WorkField,
} from '../contract.ts';
import { type FieldValues, fieldName, fieldValues } from './fields.ts';
import { parseTemplateText } from './template.ts';
import { letterWords } from './words.ts';

interface Merging {
  template: LetterTemplate;
  fields: LetterFields;
  values: FieldValues;
  missing: Set<TemplateField>;
}

const always: TemplateField[] = ['ticket', 'date', 'subject', 'platformName', 'officerName'];
const contacts: TemplateField[] = ['officerEmail', 'officerPhone', 'officerAddress'];

/**
 * Puts a letter's data into a template. Answers the whole letter as a draft, or every field that is missing for it, by
 * the name a person uses. Values are data: braces in them are printed, never read again. Remedies that are given are
 * always printed, also where a template has no place for them. Fault: bad-input for an unknown placeholder.
 */
export function mergeLetter(template: LetterTemplate, fields: LetterFields): { model: LetterModel } | { missing: MissingField[] } {
  const merging: Merging = { template, fields, values: fieldValues(fields), missing: new Set() };
  for (const field of always) need(merging, field);
  if (!contacts.some((field) => merging.values.has(field)) && fields.letterhead.lines.length === 0) merging.missing.add('officerEmail');
  const model = buildModel(merging);
  if (merging.missing.size === 0) return { model };
  return { missing: [...merging.missing].map((field) => ({ field, label: fieldName(field, template.language) })) };
}

/** The same letter with its foot filled: a record line and checkpoint when it is sealed, or DRAFT again. */
export function withRecord(model: LetterModel, record: LetterRecord): LetterModel {
  return { ...model, record };
}

function buildModel(merging: Merging): LetterModel {
  const { template, fields, values } = merging;
  const subject = fill(merging, template.subject, 'subject');
  const ticket = fields.ticket;
  return {
    v: 1,
    template: { id: template.id, version: template.version },
    language: template.language,
    title: subject.includes(ticket) ? subject : `${subject} (${ticket})`,
    createdAt: fields.createdAt,
    ticket,
    letterhead: { ...fields.letterhead, name: nfc(fields.letterhead.name), lines: fields.letterhead.lines.map(nfc) },
    references: references(merging),
    date: values.texts.date ?? '',
    addressee: addressee(merging),
    subject,
    salutation: fill(merging, template.salutation, 'salutation'),
    body: withRemedy(
      merging,
      template.paragraphs.flatMap((paragraph, index) => mergeParagraph(merging, paragraph, index)),
    ),
    closing: fill(merging, template.closing, 'closing'),
    signature: signature(merging),
    record: { draft: true },
    ...(fields.synthetic ? { synthetic: true } : {}),
  };
}

const nfc = (text: string) => text.normalize('NFC');

function need({ values, missing }: Merging, field: TemplateField): void {
  if (!values.has(field)) missing.add(field);
}

/** One text of the template with its values in place. What the values hold is never looked at again. */
function fill(merging: Merging, text: string, place: string): string {
  const where = `${merging.template.id}.${merging.template.language}.${place}`;
  const filled = parseTemplateText(text, where).map((part) => {
    if ('words' in part) return part.words;
    need(merging, part.field);
    return merging.values.texts[part.field] ?? '';
  });
  return nfc(filled.join(''));
}

function isPrinted({ values }: Merging, condition: { when?: TemplateField[] | undefined; unless?: TemplateField[] | undefined }): boolean {
  return (condition.when ?? []).every((field) => values.has(field)) && !(condition.unless ?? []).some((field) => values.has(field));
}

function mergeParagraph(merging: Merging, paragraph: TemplateParagraph, index: number): LetterBlock[] {
  if (!isPrinted(merging, paragraph)) return [];
  const place = `paragraphs.${index}`;
  if (paragraph.kind === 'text') return paragraphs(fill(merging, paragraph.text, place));
  if (paragraph.kind === 'heading') return [{ kind: 'heading', text: fill(merging, paragraph.text, place) }];
  if (paragraph.kind === 'facts') return facts(merging, paragraph, place);
  if (paragraph.kind === 'items') return items(merging);
  if (paragraph.kind === 'list') return list(merging, paragraph.field);
  if (paragraph.kind === 'missing-details') return missingDetails(merging);
  need(merging, 'remedy');
  return remedyBlocks(merging.fields);
}

/** A blank line inside a value begins a new paragraph; a single line end stays a line end. */
function paragraphs(text: string): LetterBlock[] {
  return text
    .split(/\n[ \t]*\n\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part.trim() }));
}

function facts(merging: Merging, paragraph: TemplateParagraph & { kind: 'facts' }, place: string): LetterBlock[] {
  const rows = paragraph.rows
    .map((row, index) => ({ row, place: `${place}.rows.${index}` }))
    .filter(({ row }) => isPrinted(merging, row))
    .map(({ row, place: at }) => ({ label: nfc(row.label), value: fill(merging, row.text, at), ...(row.strong ? { strong: true } : {}) }));
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}

function items(merging: Merging): LetterBlock[] {
  need(merging, 'items');
  const { columns } = letterWords(merging.template.language);
  const acted = merging.fields.items ?? [];
  const isDated = acted.some(({ at }) => at !== undefined);
  const rows = acted.map((item, index) => {
    const cells = [`${index + 1}`, item.type ? `${item.type}: ${item.value}` : item.value, item.action];
    return (isDated ? [...cells, item.at ?? ''] : cells).map(nfc);
  });
  const heads = [
    { label: columns.number, share: 5 },
    { label: columns.item, share: 53 },
    { label: columns.action, share: 19 },
    { label: columns.at, share: 23 },
  ];
  return [{ kind: 'table', columns: isDated ? heads : heads.slice(0, 3), rows }];
}

function list(merging: Merging, field: WorkField): LetterBlock[] {
  need(merging, field);
  return [{ kind: 'list', items: (merging.fields[field] ?? []).map(nfc) }];
}

function missingDetails(merging: Merging): LetterBlock[] {
  need(merging, 'missingDetails');
  return [{ kind: 'list', items: (merging.fields.missingDetails ?? []).map(nfc) }];
}

function remedyBlocks(fields: LetterFields): LetterBlock[] {
  return (fields.remedy ?? []).flatMap((text) => paragraphs(nfc(text)));
}

/** The law gives the person the remedies, so a template that leaves them out still prints them, at the end. */
function withRemedy(merging: Merging, body: LetterBlock[]): LetterBlock[] {
  const isPlaced = merging.template.paragraphs.some((paragraph) => paragraph.kind === 'remedy' && isPrinted(merging, paragraph));
  return isPlaced ? body : [...body, ...remedyBlocks(merging.fields)];
}

function references({ template, values }: Merging): { label: string; value: string }[] {
  const words = letterWords(template.language);
  const { ticket = '', oldReference, onBehalfOf } = values.texts;
  const rows = [
    { label: words.ticket, value: ticket },
    { label: words.oldReference, value: oldReference ?? '' },
    { label: words.onBehalfOf, value: onBehalfOf ?? '' },
  ];
  return rows.filter(({ value }) => value !== '');
}

function addressee({ template, values, fields }: Merging): string[] {
  const { complainantName, complainantAddress = '' } = values.texts;
  const { unnamed, guardianOf } = letterWords(template.language);
  const name = complainantName ?? unnamed;
  return [fields.complainant.isChild ? guardianOf.replace('{{name}}', () => name) : name, ...linesOf(complainantAddress)];
}

/** The officer's name and how to reach her: her own addresses, else that of the letterhead. */
function signature({ template, values, fields }: Merging): LetterModel['signature'] {
  const words = letterWords(template.language);
  const {
    officerName = '',
    officerDesignation = words.officer,
    officerEmail,
    officerPhone,
    officerAddress,
    platformName = '',
  } = values.texts;
  const isReachable = contacts.some((field) => values.has(field));
  const address = isReachable ? linesOf(officerAddress ?? '') : fields.letterhead.lines.map(nfc);
  const reach = [officerEmail && `${words.email}: ${officerEmail}`, officerPhone && `${words.phone}: ${officerPhone}`];
  const lines = [reach.filter(Boolean).join(' · '), address.length > 0 && `${words.address}: ${address.join(', ')}`];
  return {
    name: officerName,
    designation: [officerDesignation, platformName].filter((part) => part !== '').join(', '),
    lines: lines.filter((line): line is string => !!line),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
