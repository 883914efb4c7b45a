import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import PDFDocument from 'pdfkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { loadAttachment } from '../../src-main/desk/attachments.ts';
import { judgeFile } from '../../src-main/identity/index.ts';
import { addPackageFile, fileToRedact, packageView, redactPages, redactText } from '../../src-main/packages/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
let ref = '';
beforeEach(() => {
  made = makeDesk();
  ref = addCase(made.desk, contentCase({ platform: 'nojoto', kind: 'access', facts: {}, items: [] })).ref;
});
afterEach(() => made.remove());

const token = 'a'.repeat(16);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const kinds = () => (made.desk.db.prepare('SELECT kind FROM journal ORDER BY seq').all() as { kind: string }[]).map(({ kind }) => kind);
const isSound = () => expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);

async function bring(name: string, bytes: Uint8Array, mediaType: string): Promise<string> {
  const view = await addPackageFile(made.desk, ref, 'evidence', { name, bytes, mediaType });
  return view.files.find((one) => one.name === name)?.id ?? '';
}

/** Two pages, each with a word at the head and another at the foot. */
function somePdf(): Promise<Buffer> {
  const document = new PDFDocument({ size: [400, 500], margin: 40, info: { Title: 'SECRET TITLE' } });
  for (const page of [1, 2]) {
    if (page > 1) document.addPage();
    document.fontSize(30).text(`SECRETWORD${page}`, 40, 40);
    document.fontSize(30).text(`OPENWORD${page}`, 40, 400);
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.end();
  });
}

/** The pages of a PDF as pictures, by a program that is not ours. */
function picturesOf(pdf: Uint8Array): Buffer[] {
  const file = join(made.dir, 'shown.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-png', '-r', '72', file, join(made.dir, 'page')]);
  const names = readdirSync(made.dir).filter((name) => /^page-\d+\.png$/.test(name));
  return names.sort().map((name) => readFileSync(join(made.dir, name)));
}

function darkness(png: Uint8Array, from: number, to: number): number {
  const { data, width, height, channels } = decode(png);
  let dark = 0;
  let all = 0;
  for (let y = Math.round(from * height); y < Math.round(to * height); y += 1)
    for (let x = 0; x < width; x += 1) {
      all += 1;
      if ((data[(y * width + x) * channels] ?? 255) < 40) dark += 1;
    }
  return dark / all;
}

const head = { x: 0, y: 0.05, width: 1, height: 0.15 };

describe('taking parts out of a PDF', () => {
  async function readyPdf() {
    const bytes = await somePdf();
    const file = await bring('scan.pdf', bytes, 'application/pdf');
    judgeFile(made.desk, file, false);
    const { sha256: seen } = fileToRedact(made.desk, ref, file);
    const pages = [
      { token, widthPt: 400, heightPt: 500, regions: [head] },
      { token, widthPt: 400, heightPt: 500, regions: [] },
    ];
    return { file, pictures: picturesOf(bytes), order: { ref, file, sha256: seen, pages } };
  }

  it('gives a copy of pictures alone: what was under a part is nowhere in it', async () => {
    const { order, pictures } = await readyPdf();
    const { copy, view } = await redactPages(made.desk, order, pictures);
    const { bytes, name } = loadAttachment(made.desk, copy);
    expect(name).toBe('scan-redacted.pdf');
    const file = join(made.dir, 'copy.pdf');
    writeFileSync(file, bytes);
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).trim()).toBe('');
    expect(execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').length).toBeLessThanOrEqual(2);
    const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(about).toMatch(/Pages: +2/);
    expect(about).toMatch(/Page size: +400 x 500 pts/);
    expect(about).not.toContain('SECRET');
    const [first = new Uint8Array(), second = new Uint8Array()] = picturesOf(bytes);
    expect(darkness(first, 0.06, 0.19)).toBe(1);
    expect(darkness(first, 0.3, 0.7)).toBe(0);
    expect(darkness(first, 0.78, 0.9)).toBeGreaterThan(0.02);
    expect(darkness(second, 0.06, 0.19)).toBeLessThan(0.5);
    expect(view.copies).toMatchObject([{ id: copy, quarantine: 'clear' }]);
    isSound();
  });

  it('stands in the record with its places, and is the copy that a decision names', async () => {
    const { order, pictures, file } = await readyPdf();
    const { copy } = await redactPages(made.desk, order, pictures);
    const row = made.desk.db.prepare("SELECT body FROM journal JOIN journal_body USING (seq) WHERE kind = 'package.file-redacted'").get();
    expect(JSON.parse((row as { body: string }).body)).toMatchObject({
      source: file,
      way: 'pdf',
      parts: 1,
      regions: [{ page: 1, x: 0, y: 0.05, width: 1, height: 0.15 }],
      file: { id: copy, purpose: 'redacted' },
    });
    actOnCase(made.desk, ref, 'redaction', { file, decision: 'redact', copy, reason: 'another person' });
    expect(packageView(made.desk, ref).files[0]).toMatchObject({ decision: 'redact', copy: { id: copy } });
  });

  it('refuses a file that waits, that changed since it was seen, without a part, and pages that are no pictures', async () => {
    const bytes = await somePdf();
    const waiting = await bring('new.pdf', bytes, 'application/pdf');
    expect(() => fileToRedact(made.desk, ref, waiting)).toThrow(/new\.pdf waits: look at it/);
    const { order, pictures } = await readyPdf();
    const before = kinds();
    const [page] = order.pages;
    const refused = (change: object, drawn = pictures) => expect(redactPages(made.desk, { ...order, ...change }, drawn)).rejects;
    await refused({ sha256: sha256(Buffer.from('another')) }).toThrow(/is not the file that was shown/);
    await refused({ pages: order.pages.map((one) => ({ ...one, regions: [] })) }).toThrow(/at least one part/);
    await refused({}, [Buffer.from('GIF89a, and so on, for longer than a head of a picture')]).toThrow(/pages\.0.* is not a PNG/);
    await refused({}, [Buffer.concat([(pictures[0] ?? Buffer.alloc(0)).subarray(0, 60)])]).toThrow(/pages\.0.* is not a PNG/);
    const huge = Buffer.from(pictures[0] ?? []);
    huge.writeUInt32BE(60_000, 16);
    await refused({ pages: [page] }, [huge]).toThrow(/24 million/);
    expect(kinds()).toEqual(before);
    isSound();
  });
});

describe('taking parts out of a picture', () => {
  it('paints in the points themselves, on white, and drops what else the file held', async () => {
    const data = new Uint8Array(20 * 10 * 4).fill(128);
    const png = Buffer.from(encode({ width: 20, height: 10, data, channels: 4, text: { Comment: 'SECRETWORD' } }));
    const file = await bring('photo.png', png, 'image/png');
    judgeFile(made.desk, file, false);
    const { sha256: seen } = fileToRedact(made.desk, ref, file);
    const page = { token, widthPt: 20, heightPt: 10, regions: [{ x: 0, y: 0, width: 0.5, height: 1 }] };
    const { copy } = await redactPages(made.desk, { ref, file, sha256: seen, pages: [page] }, [png]);
    const { bytes, name, mediaType } = loadAttachment(made.desk, copy);
    expect([name, mediaType]).toEqual(['photo-redacted.png', 'image/png']);
    expect(bytes.includes('SECRETWORD')).toBe(false);
    const burnt = decode(bytes);
    expect([burnt.width, burnt.height, burnt.channels]).toEqual([20, 10, 3]);
    const row = [...burnt.data.subarray(0, 60)];
    expect(row.slice(0, 30)).toEqual(new Array(30).fill(0));
    expect(row.slice(30)).toEqual(new Array(30).fill(191));
  });
});

describe('taking parts out of a text', () => {
  it('keeps the rest to the sign', async () => {
    const text = '\uFEFFfrom,text\r\nZ. Other,hello\r\n';
    const file = await bring('chat.csv', Buffer.from(text), 'text/csv');
    const shown = fileToRedact(made.desk, ref, file);
    expect(shown.content).toEqual({ way: 'text', text });
    const from = text.indexOf('Z. Other');
    const { copy } = redactText(made.desk, { ref, file, sha256: shown.sha256, ranges: [{ from, to: from + 8 }] });
    expect(loadAttachment(made.desk, copy).bytes.toString()).toBe('\uFEFFfrom,text\r\n██████,hello\r\n');
    expect(kinds().at(-1)).toBe('package.file-redacted');
    isSound();
  });

  it('refuses a part outside of it, bytes that are no text, and a file of another case', async () => {
    const file = await bring('chat.txt', Buffer.from('hello'), 'text/plain');
    const { sha256: seen } = fileToRedact(made.desk, ref, file);
    expect(() => redactText(made.desk, { ref, file, sha256: seen, ranges: [{ from: 3, to: 9 }] })).toThrow(/lies outside of the text/);
    const odd = await bring('odd.txt', Buffer.from([0x61, 0xff, 0xfe, 0x00]), 'text/plain');
    judgeFile(made.desk, odd, false);
    expect(() => fileToRedact(made.desk, ref, odd)).toThrow(/odd\.txt is not text in UTF-8/);
    const other = addCase(made.desk, contentCase({ platform: 'nojoto', kind: 'access', facts: {}, items: [] })).ref;
    expect(() => fileToRedact(made.desk, other, file)).toThrow(/no such file/);
  });
});
