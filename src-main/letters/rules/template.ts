import { badInput } from '../../desk/faults.ts';
import {
  type LetterTemplate,
  letterTemplateSchema,
  type TemplateField,
  type TemplateParagraph,
  type TextField,
  textFields,
} from '../contract.ts';

/** A piece of template text: words of the template, or the name of a field to put there. */
export type TemplatePart = { words: string } | { field: TextField };

const placeholder = /\{\{([^{}]*)\}\}/g;
const known = new Set<string>(textFields);

/**
 * Cuts the text of a template at its {{field}} places. `where` names the place in the template for the fault.
 * An unknown field or half a placeholder is a fault (bad-input): nothing is guessed and nothing is left standing in a letter.
 */
export function parseTemplateText(text: string, where: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    const field = (match[1] ?? '').trim();
    if (!known.has(field)) throw badInput(where, `"{{${field}}}" is not a field that letters know`);
    if (match.index > end) parts.push({ words: text.slice(end, match.index) });
    parts.push({ field: field as TextField });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ words: text.slice(end) });
  for (const part of parts) {
    if ('words' in part && /[{}]/.test(part.words)) throw badInput(where, 'holds a brace that belongs to no field');
  }
  return parts;
}

/** Every text of a template with the name of its place. */
function textsOf(template: LetterTemplate): { where: string; text: string }[] {
  const at = (place: string) => `${template.id}.${template.language}.${place}`;
  const frame = [
    { where: at('subject'), text: template.subject },
    { where: at('salutation'), text: template.salutation },
    { where: at('closing'), text: template.closing },
  ];
  const inside = template.paragraphs.flatMap((paragraph, index) => paragraphTexts(paragraph, at(`paragraphs.${index}`)));
  return [...frame, ...inside];
}

function paragraphTexts(paragraph: TemplateParagraph, where: string): { where: string; text: string }[] {
  if (paragraph.kind === 'text' || paragraph.kind === 'heading') return [{ where, text: paragraph.text }];
  if (paragraph.kind === 'facts') return paragraph.rows.map((row, index) => ({ where: `${where}.rows.${index}`, text: row.text }));
  return [];
}

function listFieldsOf(template: LetterTemplate): TemplateField[] {
  const byKind: Partial<Record<TemplateParagraph['kind'], TemplateField>> = {
    items: 'items',
    'missing-details': 'missingDetails',
    remedy: 'remedy',
  };
  return template.paragraphs.flatMap((paragraph) => (paragraph.kind === 'list' ? paragraph.field : (byKind[paragraph.kind] ?? [])));
}

/** Every field that `template` prints, in the order of the first mention. */
export function fieldsUsed(template: LetterTemplate): TemplateField[] {
  const texts = textsOf(template).flatMap(({ text, where }) => parseTemplateText(text, where));
  const fields = texts.flatMap((part): TemplateField[] => ('field' in part ? [part.field] : []));
  return [...new Set([...fields, ...listFieldsOf(template)])];
}

/**
 * Reads a template from parsed JSON. Faults (bad-input): the shape is wrong, a placeholder is unknown, or `fields` is
 * not exactly the list of fields that the template prints.
 */
export function parseTemplate(json: unknown): LetterTemplate {
  const read = letterTemplateSchema.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw badInput(`template.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'is not a letter template');
  }
  const template = read.data;
  const used = fieldsUsed(template);
  const wrong = [...used.filter((field) => !template.fields.includes(field)), ...template.fields.filter((field) => !used.includes(field))];
  if (wrong.length > 0)
    throw badInput(`${template.id}.${template.language}.fields`, `does not agree with the text about ${wrong.join(', ')}`);
  return template;
}
