/// <reference path="./pdf-worker.d.ts" />
import type { PDFDocumentProxy } from 'pdfjs-dist';

const pointsPerInch = 72;

/**
 * Loads the PDF library when the first page is shown. Its worker runs on this thread: a letter has two pages, and a worker of its
 * own would need a script address that the page's policy does not give out.
 */
async function loadLibrary() {
  const [library, worker] = await Promise.all([import('pdfjs-dist'), import('pdfjs-dist/build/pdf.worker.mjs')]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return library;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}

/** Opens a PDF given as base64; nothing is fetched and no script of the file runs. */
export async function openPdf(base64: string): Promise<PDFDocumentProxy> {
  const { getDocument } = await loadLibrary();
  return getDocument({
    data: bytesOf(base64),
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: false,
    enableXfa: false,
    // Its chatter about the worker is no news.
    verbosity: 0,
  }).promise;
}

/** Draws one page at a width in CSS pixels; answers its height. */
export async function drawPage(pdf: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement, widthPx: number): Promise<number> {
  const page = await pdf.getPage(number);
  const density = Math.max(1.5, window.devicePixelRatio || 1);
  const scale = widthPx / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale: scale * density });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return viewport.height / density;
}

/** A page as a picture of its own: its canvas, and its size in points. It is drawn coarser rather than with more than `mostPoints`. */
export async function pagePicture(
  pdf: PDFDocumentProxy,
  number: number,
  { dotsPerInch, mostPoints }: { dotsPerInch: number; mostPoints: number },
): Promise<{ canvas: HTMLCanvasElement; widthPt: number; heightPt: number }> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dotsPerInch / pointsPerInch, Math.sqrt(mostPoints / (width * height)));
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  return { canvas, widthPt: width, heightPt: height };
}
