import type { FileToRedact } from '../../../src-main/packages/contract.ts';
import { drawPage, openPdf, pagePicture } from '../../ui/pdf.ts';

/** The picture of a page as it goes to the desk, with the size of the page in points. */
export interface PagePicture {
  file: File;
  widthPt: number;
  heightPt: number;
}

/** The pages of what parts are taken out of, one for a picture. */
export interface PageSource {
  count: number;
  /** Draws a page as wide as asked for, in CSS pixels; answers its height. */
  draw(page: number, canvas: HTMLCanvasElement, widthPx: number): Promise<number>;
  picture(page: number): Promise<PagePicture>;
  close(): void;
}

/** Fine enough for the print of a form, and a page of A4 is two million points. */
const dotsPerInch = 150;
const mostPoints = 20_000_000;

function fileOf(canvas: HTMLCanvasElement, page: number): Promise<File> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(new File([blob], `page-${page}.png`, { type: 'image/png' }));
      else reject(new Error('The page could not be drawn.'));
    }, 'image/png');
  });
}

async function pdfSource(base64: string): Promise<PageSource> {
  const pdf = await openPdf(base64);
  return {
    count: pdf.numPages,
    draw: (page, canvas, widthPx) => drawPage(pdf, page, canvas, widthPx),
    async picture(page) {
      const { canvas, widthPt, heightPt } = await pagePicture(pdf, page, { dotsPerInch, mostPoints });
      return { file: await fileOf(canvas, page), widthPt, heightPt };
    },
    close: () => void pdf.loadingTask.destroy(),
  };
}

function paint(image: HTMLImageElement, canvas: HTMLCanvasElement, width: number): void {
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round((width * image.naturalHeight) / image.naturalWidth));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
}

async function pictureSource(base64: string, mediaType: string): Promise<PageSource> {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const image = new Image();
  image.src = url;
  try {
    await image.decode();
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
  return {
    count: 1,
    async draw(_page, canvas, widthPx) {
      paint(image, canvas, widthPx * Math.max(1, window.devicePixelRatio));
      return (widthPx * image.naturalHeight) / image.naturalWidth;
    },
    async picture(page) {
      const canvas = document.createElement('canvas');
      const points = image.naturalWidth * image.naturalHeight;
      paint(image, canvas, image.naturalWidth * Math.min(1, Math.sqrt(mostPoints / points)));
      return { file: await fileOf(canvas, page), widthPt: canvas.width, heightPt: canvas.height };
    },
    close: () => URL.revokeObjectURL(url),
  };
}

/** Opens what was shown as pages. */
export function openPages(content: Extract<FileToRedact['content'], { base64: string }>, mediaType: string): Promise<PageSource> {
  return content.way === 'pdf' ? pdfSource(content.base64) : pictureSource(content.base64, mediaType);
}
