import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type DecodedPng, decode, encode } from 'fast-png';
import PDFDocument from 'pdfkit';
import { badInput } from '../desk/faults.ts';
import type { Region } from './contract/redaction.ts';
import { pixelsOf } from './rules/redact.ts';

/** One page: its picture, its size in points, and what goes of it. */
export interface BurntPage {
  png: Uint8Array;
  widthPt: number;
  heightPt: number;
  regions: Region[];
}

export interface BurnOrder {
  /** A document of all pages, or the picture that the only page is. */
  form: 'pdf' | 'picture';
  title: string;
  /** UTC; the same order gives the same bytes. */
  at: string;
  pages: BurntPage[];
}

/** What a worker of 256 MB takes without running out of memory. */
const mostPixels = 24_000_000;

/** Width and height stand at a fixed place of every PNG (PNG specification, 11.2.2), so that a huge one is refused unread. */
function checkSize(png: Uint8Array, page: number): void {
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const isPng = png.byteLength > 33 && head.getUint32(0) === 0x89504e47;
  if (!isPng) throw badInput(`pages.${page}`, 'is not a PNG picture');
  if (head.getUint32(16) * head.getUint32(20) > mostPixels) throw badInput(`pages.${page}`, 'has more than 24 million points');
}

function readPage(png: Uint8Array, page: number): DecodedPng {
  checkSize(png, page);
  let picture: DecodedPng;
  try {
    picture = decode(png);
  } catch {
    throw badInput(`pages.${page}`, 'is not a PNG picture that can be read');
  }
  if (picture.depth !== 8 || (picture.channels !== 3 && picture.channels !== 4))
    throw badInput(`pages.${page}`, 'is not a PNG picture in full colour');
  return picture;
}

/** Colours alone, on white: a part that could be seen through would not be gone. */
function onWhite({ data, width, height, channels }: DecodedPng): Uint8Array {
  const flat = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const alpha = channels === 4 ? (data[at * 4 + 3] ?? 255) / 255 : 1;
    for (let colour = 0; colour < 3; colour += 1)
      flat[at * 3 + colour] = Math.round((data[at * channels + colour] ?? 0) * alpha + 255 * (1 - alpha));
  }
  return flat;
}

/** The page with its parts black, as a PNG of nothing but points: no text, no metadata, nothing underneath. */
function burnPage({ png, regions }: BurntPage, index: number): Uint8Array {
  const picture = readPage(png, index);
  const { width, height } = picture;
  const data = onWhite(picture);
  for (const region of regions) {
    const { left, top, right, bottom } = pixelsOf(region, picture);
    for (let y = top; y < bottom; y += 1) data.fill(0, (y * width + left) * 3, (y * width + right) * 3);
  }
  return encode({ width, height, data, channels: 3, depth: 8 });
}

/**
 * Burns what is to be taken out into the pictures of pages: the parts are painted over in the points themselves, and the copy holds
 * nothing else of the file it was made from. Faults: bad-input for a page that is no picture this desk can take.
 */
export async function burn({ form, title, at, pages }: BurnOrder): Promise<Uint8Array> {
  if (form === 'picture') {
    const [page] = pages;
    if (!page || pages.length > 1) throw badInput('pages', 'a picture has one page');
    return burnPage(page, 0);
  }
  // Without a font: pdfkit would put in one that no page uses.
  const info = { Title: title, Creator: 'Nivaran', Producer: 'Nivaran', CreationDate: new Date(at) };
  const document = new PDFDocument({ autoFirstPage: false, margin: 0, font: '', info });
  for (const [index, page] of pages.entries()) {
    const size: [number, number] = [page.widthPt, page.heightPt];
    document.addPage({ size, margin: 0 });
    document.image(Buffer.from(burnPage(page, index)), 0, 0, { width: size[0], height: size[1] });
  }
  document.end();
  return new Uint8Array(await buffer(document as unknown as Readable));
}
