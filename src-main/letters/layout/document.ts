import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Paper } from '../contract.ts';
import { cleanText } from './coverage.ts';
import { sheet } from './page.ts';

const producer = 'Nivaran';

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** What pdfkit keeps of a document and its types leave out. */
export interface DocumentInside {
  _id: Uint8Array;
  info: Record<string, unknown>;
}

/** A pdfkit document whose XMP metadata stays well-formed: pdfkit copies the title into it without escaping. */
class LetterDocument extends PDFDocument {
  override endMetadata(): void {
    const inside = this as unknown as DocumentInside;
    const plain = inside.info;
    const escaped = Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]);
    inside.info = Object.fromEntries(escaped);
    super.endMetadata();
    inside.info = plain;
  }
}

/** The file identifier (ISO 32000-1, 14.4): 16 bytes that depend on the letter alone. */
function fileId(model: Paper): Uint8Array {
  return createHash('sha256').update(JSON.stringify(model)).digest().subarray(0, 16);
}

/**
 * An empty document for `model`: tagged, in the letter's language, titled, PDF/A-2b, its dates and identifier from the
 * model alone, so that the same letter always gives the same bytes.
 */
export function openDocument(model: Paper): PDFKit.PDFDocument {
  const document = new LetterDocument({
    size: [sheet.widthPt, sheet.heightPt],
    margin: 0,
    autoFirstPage: false,
    // Any font name would make pdfkit load Helvetica, which PDF/A does not allow without embedding it.
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: model.language === 'hi' ? 'hi-IN' : 'en-IN',
    displayTitle: true,
    info: {
      Title: cleanText(model.title),
      Author: cleanText(model.letterhead.name),
      Creator: producer,
      Producer: producer,
      CreationDate: new Date(model.createdAt),
    },
  });
  (document as unknown as DocumentInside)._id = fileId(model);
  return document;
}

/** Ends the document and answers its bytes. */
export async function finishDocument(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  document.end();
  return new Uint8Array(await buffer(document as unknown as Readable));
}
