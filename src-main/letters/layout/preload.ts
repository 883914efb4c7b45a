import type { LetterModel } from '../contract.ts';
import { renderLetter } from './render.ts';

const model: LetterModel = {
  v: 1,
  template: { id: 'warm-up', version: 1 },
  language: 'hi',
  title: 'निवारण',
  createdAt: '2026-01-01T00:00:00.000Z',
  ticket: 'AAA-2026-000001-0',
  letterhead: { name: 'Nivaran', lines: ['निवारण'] },
  references: [],
  date: '01-01-2026',
  addressee: ['शिकायतकर्ता'],
  subject: 'शिकायत की प्राप्ति',
  salutation: 'महोदय/महोदया,',
  body: [{ kind: 'paragraph', text: 'हमने आपका पत्र पढ़ लिया है। We have read your letter, ₹1,00,000.' }],
  closing: 'भवदीय,',
  signature: { name: 'A. Example', designation: 'शिकायत अधिकारी', lines: [] },
  record: { draft: false, line: 'Record 0 · 0', qr: 'nivaran' },
};

/**
 * Loads the faces of `fontsDir` and writes one letter for nobody, so that the first real letter of the thread is as quick
 * as the later ones. Fault: unexpected where a font cannot be read.
 */
export async function warmUp(fontsDir: string): Promise<void> {
  await renderLetter(model, fontsDir);
}
