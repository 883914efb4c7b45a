import type { LetterModel, Paper } from '../contract.ts';
import { requireCoverage } from './coverage.ts';
import { finishDocument, openDocument } from './document.ts';
import { type Canvas, drawStrips } from './draw.ts';
import { openFontBook } from './embed.ts';
import { type Faces, loadFaces } from './faces.ts';
import { drawFoot, drawHead } from './furniture.ts';
import { letterStrips } from './letter.ts';
import { sheet } from './page.ts';
import { stackPages } from './pages.ts';
import { openTagTree } from './tags.ts';
import { letterType } from './type.ts';

/**
 * Draws a letter as a tagged PDF/A-2b with its text layer and fonts, by the fonts of `fontsDir`. The same model always
 * gives the same bytes. Answers the file and the number of its pages.
 * Faults: bad-input naming every code point that no font covers, or a code text that is too long; unexpected where a
 * font cannot be read.
 */
export async function renderLetter(model: LetterModel, fontsDir: string): Promise<{ pdf: Uint8Array; pages: number }> {
  const faces = await loadFaces(fontsDir);
  requireCoverage(model, faces);
  const type = letterType(faces, model.language);
  const bounds = { firstTopPt: sheet.letterheadTopPt, laterTopPt: sheet.laterTopPt, bottomPt: sheet.bodyBottomPt };
  const pages = stackPages(letterStrips(model, type), bounds);
  return drawPages(model, faces, pages);
}

/** Draws strips that were stacked on pages, with head and foot on each. Answers the file and the number of its pages. */
export async function drawPages(
  model: Paper,
  faces: Faces,
  pages: ReturnType<typeof stackPages>,
): Promise<{ pdf: Uint8Array; pages: number }> {
  const type = letterType(faces, model.language);
  const document = openDocument(model);
  const canvas: Canvas = { document, fonts: openFontBook(document), tags: openTagTree(document) };
  pages.forEach((strips, index) => {
    const page = { number: index + 1, count: pages.length };
    document.addPage();
    (document.page as unknown as { resources: { data: Record<string, unknown> } }).resources.data.Font = canvas.fonts.resources;
    drawHead(model, type, faces, page, canvas);
    drawStrips(strips, canvas);
    drawFoot(model, type, page, canvas);
  });
  canvas.tags.close();
  canvas.fonts.embed();
  return { pdf: await finishDocument(document), pages: pages.length };
}
