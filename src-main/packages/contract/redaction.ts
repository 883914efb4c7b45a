import { z } from 'zod';
import { ticket } from '../../cases/contract.ts';
import { mostRedactedPages } from './words.ts';

const attachment = z.string().regex(/^attachment:[a-z0-9]{8,64}$/, 'is not a file of a case');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hex');
const token = z.string().regex(/^[a-z0-9]{16,64}$/);
const part = z.number().min(0).max(1);

/** A rectangle of a page that goes, in parts of the page's width and height from its top left. */
const regionSchema = z.strictObject({ x: part, y: part, width: part, height: part });
export type Region = z.infer<typeof regionSchema>;

/** `widthPt`, `heightPt`: the size of the page in points; `token`: its picture, a PNG offered to the desk. */
const pageSchema = z.strictObject({
  token,
  widthPt: z.number().positive().max(14_400),
  heightPt: z.number().positive().max(14_400),
  regions: z.array(regionSchema).max(200, 'has more than 200 parts'),
});

export const seeFileSchema = z.strictObject({ ref: ticket, file: attachment });

/** `sha256`: of the file as it was shown, so that nothing else is cut than what somebody saw. */
export const redactPagesSchema = z.strictObject({
  ref: ticket,
  file: attachment,
  sha256,
  pages: z.array(pageSchema).min(1, 'has no page').max(mostRedactedPages, `has more than ${mostRedactedPages} pages`),
});
export type RedactPages = z.infer<typeof redactPagesSchema>;

/** `from`, `to`: UTF-16 positions in the text of the file, the second not included. */
const rangeSchema = z.strictObject({ from: z.int().min(0), to: z.int().min(1) });
export type TextRange = z.infer<typeof rangeSchema>;

export const redactTextSchema = z.strictObject({
  ref: ticket,
  file: attachment,
  sha256,
  ranges: z.array(rangeSchema).min(1, 'has no part that goes').max(10_000, 'has more than 10,000 parts'),
});
export type RedactText = z.infer<typeof redactTextSchema>;

/** A file as it is shown to whoever takes parts out: text as text, everything else as base64. */
export interface FileToRedact {
  name: string;
  mediaType: string;
  sha256: string;
  content: { way: 'text'; text: string } | { way: 'picture' | 'pdf'; base64: string };
}
