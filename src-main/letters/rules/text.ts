import type { LetterBlock, LetterModel } from '../contract.ts';
import { letterWords } from './words.ts';

/**
 * The words of a letter in reading order, one paragraph a line, NFC: for the preview's search and copy, and to compare
 * with what a reader extracts from the PDF. The running foot and head are left out.
 */
export function letterText(model: LetterModel): string {
  if (model.isForm) return model.body.flatMap(blockText).join('\n').normalize('NFC');
  const words = letterWords(model.language);
  const lines = [
    model.letterhead.name,
    words.office,
    ...model.letterhead.lines,
    ...model.references.map(({ label, value }) => `${label}: ${value}`),
    `${words.date}: ${model.date}`,
    `${words.to},`,
    ...model.addressee,
    `${words.subject}: ${model.subject}`,
    model.salutation,
    ...model.body.flatMap(blockText),
    model.closing,
    model.signature.name,
    model.signature.designation,
    ...model.signature.lines,
  ];
  return lines.join('\n').normalize('NFC');
}

/** The words of one block, a line a paragraph, item or row. */
export function blockText(block: LetterBlock): string[] {
  if (block.kind === 'list') return block.items.map((item, index) => `${index + 1}. ${item}`);
  if (block.kind === 'facts') return block.rows.map(({ label, value }) => `${label} ${value}`);
  if (block.kind === 'table') return [block.columns.map(({ label }) => label).join(' '), ...block.rows.map((row) => row.join(' '))];
  return block.kind === 'page' ? [] : [block.text];
}
