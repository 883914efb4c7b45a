import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LetterBlock, LetterLanguage, LetterModel } from '../../src-main/letters/contract.ts';
import { loadFaces } from '../../src-main/letters/layout/faces.ts';
import { breakLines } from '../../src-main/letters/layout/lines.ts';
import { warmUp } from '../../src-main/letters/layout/preload.ts';
import { renderLetter } from '../../src-main/letters/layout/render.ts';
import { shapeWord, styleOf } from '../../src-main/letters/layout/shape.ts';
import { readLabels, readRemedies, readTemplate } from '../../src-main/letters/resources.ts';
import { mergeLetter, withRecord } from '../../src-main/letters/rules/merge.ts';
import { remedyFor } from '../../src-main/letters/rules/remedy.ts';
import { blockText, letterText } from '../../src-main/letters/rules/text.ts';
import { fontsDir, lettersDir, sampleFields, sampleModel } from '../unit/letters/letter-samples.ts';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'letters-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function save(model: LetterModel): Promise<{ file: string; pdf: Uint8Array; pages: number }> {
  const { pdf, pages } = await renderLetter(model, fontsDir);
  const file = join(dir, 'letter.pdf');
  writeFileSync(file, pdf);
  return { file, pdf, pages };
}

const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const fold = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();
const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

/** The text between head and foot of every page, as poppler reads it in the order of the file. */
function bodyText(file: string): string {
  return fold(run('pdftotext', '-raw', '-x', '0', '-y', '70', '-W', '596', '-H', '705', file, '-').replaceAll('\f', ' '));
}

const paragraph = (text: string): LetterBlock => ({ kind: 'paragraph', text });
const sealed = { draft: false, line: 'Record 123 · T6DNAGEIJR6WLGRP5KQMKWWQCWR36TY3', qr: 'nivaran/abc/def\n123\n' } as const;

async function shipped(id: string, language: LetterLanguage): Promise<LetterModel> {
  const [template, labels, remedies] = await Promise.all([
    readTemplate(lettersDir, id, language),
    readLabels(lettersDir),
    readRemedies(lettersDir),
  ]);
  const own = labels[language];
  const fields = sampleFields({
    kindLabel: own.kinds.erasure,
    outcomeLabel: own.outcomes['partly-upheld'],
    channelLabel: own.channels.post,
    remedy: remedyFor('erasure', '2027-06-01T00:00:00Z', language, remedies),
    items: [{ type: own.itemTypes.url, value: 'https://a.example/posts/1', action: own.actions.erased ?? '', at: '21-11-2026 10:05 IST' }],
    missingDetails: ['मोबाइल नंबर', 'Period of the data'],
    synthetic: true,
  });
  const result = mergeLetter(template, fields);
  if (!('model' in result)) throw new Error(JSON.stringify(result.missing));
  return result.model;
}

const hindiWords = `निवारण शिकायत अधिकारी क्षत्रिय ज्ञान श्रीमती विद्यार्थी द्वितीय उद्देश्य प्राप्ति राष्ट्र कृपया हृदय ऋषि शृंखला कार्यवाही सर्वोच्च
  न्यायालय अंतर्गत निःशुल्क दुःख विज्ञप्ति उच्छृंखल स्वास्थ्य मध्यवर्ती दिशानिर्देश पुनर्विचार ईर्ष्या ब्राह्मण चिह्न आह्वान विट्ठल लड़का पढ़ाई ग़ज़ल
  फ़ैसला क़ानून ज़िला ख़बर डॉक्टर ऑनलाइन कॉलेज ऐप्स मेँ हूँ सँभालना ॐ २१-११-२०२६ नहीं। अच्छा॥ रु. ₹१,२५,००० ₹1,25,000.50 3(1)(b) “उद्धरण” ‘अ’ क्‍ष क्‌ष`;
const consonants = [...'कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह'];

describe('the text layer of a letter', () => {
  it.each(
    ['acknowledgement', 'decision', 'missing-details'].flatMap((id) => [
      { id, language: 'en' as const },
      { id, language: 'hi' as const },
    ]),
  )('gives back the $id in $language word for word', async ({ id, language }) => {
    const model = await shipped(id, language);
    const { file } = await save(model);
    const text = bodyText(file);
    for (const block of model.body) {
      const isRunning = block.kind === 'paragraph' || block.kind === 'heading';
      for (const line of blockText(block)) expect(isRunning ? text : squeeze(text)).toContain(isRunning ? fold(line) : squeeze(line));
    }
    for (const line of [model.subject, model.salutation, model.closing, ...model.signature.lines]) expect(text).toContain(fold(line));
  });

  it('is the source exactly, in the default reading order too', async () => {
    const text = `${fold(hindiWords)} https://social.example.in/p/84921?lang=hi&ref=share The officer’s office – “offer”, A&B <c> 100% [x] {y} Zoë §5 AVATAR`;
    const model = sampleModel([paragraph('Begin.'), paragraph(text), paragraph('End.')], { language: 'hi' });
    const { file } = await save(model);
    const between = (read: string) => /Begin\. (.*) End\./.exec(fold(read))?.[1];
    expect(between(run('pdftotext', file, '-'))).toBe(fold(text));
    expect(between(run('pdftotext', '-raw', file, '-'))).toBe(fold(text));
  });

  it('gives back every pair of joined consonants with every vowel sign', async () => {
    const signs = ['', ...'ािीुूृेैोौंँःॅॉ'];
    const pairs = consonants.flatMap((first, row) =>
      consonants.map((second, column) => `${first}\u094d${second}${signs[(row + column) % signs.length]}`),
    );
    const rephs = consonants.flatMap((letter) => signs.map((sign) => `र\u094d${letter}${sign}त`));
    const text = [...pairs, ...rephs].join(' ');
    const { file, pages } = await save(sampleModel([paragraph(text)], { language: 'hi' }));
    expect(pages).toBeGreaterThan(1);
    expect(bodyText(file)).toContain(text);
  });

  it('stays in order over thirty pages', async () => {
    const text = Array.from(
      { length: 330 },
      (_, index) =>
        `${index + 1}. शिकायत संख्या ${index + 1} की जाँच हुई। The record of ₹${index}00 was checked; see https://a.example/${index}.`,
    );
    const body = Array.from({ length: 4 }, () => text.map(paragraph)).flat();
    const { file, pages } = await save(sampleModel(body, { language: 'hi', record: sealed }));
    expect(pages).toBeGreaterThan(30);
    expect(bodyText(file)).toContain([...text, ...text, ...text, ...text].join(' '));
    expect(run('pdftotext', '-f', `${pages}`, file, '-')).toContain(`पृष्ठ ${pages} / ${pages}`);
  });

  it('keeps an over-long word whole but for where its lines end', async () => {
    const link = `https://a.example/${'some-path/'.repeat(60)}?q=${'x'.repeat(2_000)}`;
    const { file } = await save(sampleModel([paragraph(`See ${link} and क्ष${'क्षत्रिय'.repeat(90)}`)]));
    expect(squeeze(bodyText(file))).toContain(squeeze(`See ${link} and क्ष${'क्षत्रिय'.repeat(90)}`));
  });

  it('keeps what looks like markup, code or PDF operators as text', async () => {
    const marks = [
      '{{ticket}}',
      '{{remedy}}',
      '<script>alert(1)</script>',
      '$(id) #{7*7}',
      ') Tj ET',
      '\\) >> endobj',
      '%PDF-1.7',
      '/Span <</ActualText (x)>> BDC',
      '<FEFF0041>',
      "'; DROP TABLE case; --",
    ];
    const ways = [
      (x: string) => x,
      (x: string) => x.repeat(3),
      (x: string) => `शिकायत${x}`,
      (x: string) => `${x}\\`,
      (x: string) => `(${x}`,
    ];
    const forms = ways.flatMap((way) => marks.map(way));
    const payloads = [...forms, ...forms.map((payload) => `&amp;&#65;%s$&${payload}`)];
    expect(payloads).toHaveLength(100);
    const template = await readTemplate(lettersDir, 'decision', 'en');
    const [name, subject] = [marks.join(' ').slice(0, 200), marks.join(' ').slice(0, 300)];
    const result = mergeLetter(template, sampleFields({ reasons: payloads.join('\n\n'), subject, complainant: { name } }));
    if (!('model' in result)) throw new Error('nothing is missing');
    const { file } = await save(result.model);
    const text = squeeze(bodyText(file));
    for (const payload of payloads) expect(text).toContain(squeeze(payload));
    expect(squeeze(run('pdftotext', '-raw', file, '-'))).toContain(squeeze(`To,${name}`));
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });
});

describe('the file of a letter', () => {
  it('has the same bytes for the same letter, whatever was written before', async () => {
    const model = await shipped('decision', 'hi');
    const first = (await save(model)).pdf;
    await save(sampleModel([paragraph(hindiWords)], { language: 'hi' }));
    expect(Buffer.compare(first, (await save(structuredClone(model))).pdf)).toBe(0);
    expect(Buffer.compare(first, (await save({ ...model, createdAt: '2026-11-21T09:00:01.000Z' })).pdf)).not.toBe(0);
  });

  it('embeds a subset of every font and is sound, tagged PDF 1.7 in the language of the letter', async () => {
    const { file, pdf } = await save(withRecord(await shipped('decision', 'hi'), sealed));
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSans\S* +CID TrueType +Identity-H +yes yes yes /);
    const info = run('pdfinfo', file);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^PDF version: +1\.7$/m);
    expect(info).toMatch(/^Page size: +595\.28 x 841\.89 pts \(A4\)$/m);
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toContain('/Lang (hi-IN)');
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B/);
    expect(pdf.length).toBeLessThan(100_000);
  });

  it('names its parts for a reader who cannot see it', async () => {
    const { file } = await save(withRecord(await shipped('decision', 'en'), sealed));
    const structure = run('pdfinfo', '-struct', file);
    for (const part of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Figure']) expect(structure).toMatch(new RegExp(`^ *${part}\\b`, 'm'));
  });

  it('keeps its metadata well-formed whatever the title holds', async () => {
    const { file } = await save(sampleModel([], { title: 'A & B <c> "d" शिकायत', letterhead: { name: 'R&D <x>', lines: [] } }));
    expect(run('pdfinfo', file)).toMatch(/^Title: +A & B <c> "d" शिकायत$/m);
    expect(run('pdfinfo', '-meta', file)).toContain('A &amp; B &lt;c&gt; "d" शिकायत');
  });
});

describe('the foot of a letter', () => {
  it('counts the pages on every page', async () => {
    const body = Array.from({ length: 60 }, () => paragraph('Words of a longer letter that goes over several pages. '.repeat(3)));
    const english = await save(sampleModel(body));
    expect(english.pages).toBeGreaterThan(2);
    for (let page = 1; page <= english.pages; page++) {
      const text = run('pdftotext', '-f', `${page}`, '-l', `${page}`, english.file, '-');
      expect(text).toContain(`Page ${page} of ${english.pages}`);
      expect(text).toContain('COC-2026-000123-5');
    }
  });

  it('prints DRAFT until the letter is sealed and the record line after', async () => {
    const model = await shipped('acknowledgement', 'en');
    const draft = run('pdftotext', (await save(model)).file, '-');
    expect(draft).toContain('DRAFT not sent, not part of the record');
    expect(draft).not.toContain('Record ');
    const final = run('pdftotext', (await save(withRecord(model, sealed))).file, '-');
    expect(final).toContain(sealed.line);
    expect(final).not.toContain('DRAFT');
  });

  it('takes no more pages sealed than as a draft', async () => {
    for (let count = 1; count < 40; count++) {
      const model = sampleModel(Array.from({ length: count }, (_, index) => paragraph(`Paragraph ${index} of the letter.`)));
      const draft = await renderLetter(model, fontsDir);
      expect((await renderLetter(withRecord(model, sealed), fontsDir)).pages).toBe(draft.pages);
    }
  });

  it('marks a synthetic sample', async () => {
    expect(run('pdftotext', (await save(sampleModel([], { synthetic: true }))).file, '-')).toContain('SYNTHETIC SAMPLE');
    expect(run('pdftotext', (await save(sampleModel([]))).file, '-')).not.toContain('SYNTHETIC');
  });

  it('carries the checkpoint in a code that reads back, on the last page alone', async () => {
    const qr = `nivaran/a1b2c3d4/k9l0m1n2\n123\n${'q83v'.repeat(11)}=\nchain 123 ${'9f86d081'.repeat(8)}\n\n— nivaran/a1b2c3d4/k9l0m1n2 ${'Az3grlgt'.repeat(11)}==\n`;
    const body = Array.from({ length: 50 }, () => paragraph('A longer letter. '.repeat(12)));
    const { file, pages } = await save(sampleModel(body, { record: { ...sealed, qr } }));
    expect(decodeQr(raster(file, pages))).toBe(qr);
    expect(() => decodeQr(raster(file, 1))).toThrow();
  });

  it('refuses a checkpoint that no code can hold', async () => {
    await expect(renderLetter(sampleModel([], { record: { ...sealed, qr: 'x'.repeat(3_000) } }), fontsDir)).rejects.toThrow(/record\.qr/);
  });
});

/** The lower right corner of a page as grey pixels at 300 dpi, in the form that the decoder takes. */
function raster(file: string, page: number) {
  const corner = ['-x', '1750', '-y', '2600', '-W', '600', '-H', '640'];
  execFileSync('pdftoppm', ['-r', '300', '-f', `${page}`, '-l', `${page}`, '-singlefile', ...corner, file, join(dir, 'page')]);
  const image = readFileSync(join(dir, 'page.ppm'));
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'));
  if (!header) throw new Error('pdftoppm wrote no image');
  return { width: Number(header[1]), height: Number(header[2]), data: new Uint8ClampedArray(image.subarray(header[0].length)) };
}

describe('characters of a letter', () => {
  it('are refused by their code points where no font can draw them, with the part that holds them', async () => {
    const model = sampleModel([paragraph('fine'), paragraph('वणக்கம் 😀')]);
    await expect(renderLetter(model, fontsDir)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('U+0B95'),
      detail: { codePoints: ['U+0B95', 'U+0BCD', 'U+0BAE', 'U+1F600'], issues: [{ field: 'body.1' }] },
    });
    await expect(renderLetter(sampleModel([], { addressee: ['\u0007'] }), fontsDir)).rejects.toThrow('U+0007');
    await expect(renderLetter(sampleModel([], { subject: 'a \u25cc' }), fontsDir)).rejects.toThrow('U+25CC');
  });

  it('are covered by the bold faces as by the regular ones', async () => {
    const { latin, devanagari } = await loadFaces(fontsDir);
    expect([...latin[700].covered].sort()).toEqual([...latin[400].covered].sort());
    expect([...devanagari[700].covered].sort()).toEqual([...devanagari[400].covered].sort());
  });

  it('never come out as a missing glyph or a dotted circle', async () => {
    const faces = await loadFaces(fontsDir);
    const circles = [faces.latin[400], faces.devanagari[400]].map((face) => face.font.nominalGlyph(0x25cc));
    for (const broken of ['ि', '्क', 'कािी', 'ंःँ', '\u0301', 'अ\u200d्', 'a\u093f', '\u200b', 'क\u0301']) {
      const { glyphs } = shapeWord(broken, styleOf(faces, 'hi', 10, 400));
      for (const { glyph } of glyphs) {
        expect(glyph).not.toBe(0);
        expect(circles).not.toContain(glyph);
      }
    }
  });

  it('that reorder text are left out', async () => {
    const { file } = await save(sampleModel([paragraph('https://a.example/\u202egpj.exe\u2069 end')]));
    expect(bodyText(file)).toContain('https://a.example/gpj.exe end');
  });
});

describe('the lines of a letter', () => {
  it('are never wider than they may be, and lose and add nothing', async () => {
    const style = styleOf(await loadFaces(fontsDir), 'hi', 10, 400);
    const text = `${hindiWords} https://a.example/${'a-b/'.repeat(50)} ${'क्षेत्र'.repeat(40)} ${'W'.repeat(500)}`;
    for (const width of [30, 80, 200, 460]) {
      const lines = breakLines(text, style, width);
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
      expect(lines.flatMap(({ words }) => words.map(({ word }) => word.text)).join('')).toBe(squeeze(text));
    }
  });

  it('keep a date, its time and the name of the zone together', async () => {
    const style = styleOf(await loadFaces(fontsDir), 'en', 10, 400);
    for (let width = 110; width < 320; width += 3) {
      const lines = breakLines('It was received on 20-11-2026 14:32 IST, by post and by e-mail.', style, width);
      const texts = lines.map(({ words }) => words.map(({ word }) => word.text).join(' '));
      expect(texts.some((line) => line.includes('20-11-2026 14:32 IST,'))).toBe(true);
    }
  });

  it('end where the text ends them', async () => {
    const style = styleOf(await loadFaces(fontsDir), 'en', 10, 400);
    expect(breakLines('one\n\ntwo', style, 400).map(({ words }) => words.length)).toEqual([1, 0, 1]);
  });
});

it('a thread that warmed up knows its faces, and a folder without fonts is named by the font it lacks', async () => {
  await warmUp(fontsDir);
  expect(loadFaces(fontsDir)).toBe(loadFaces(fontsDir));
  await expect(warmUp(dir)).rejects.toThrow(/The font NotoSans\w*-[47]00\.ttf cannot be read/);
});

it('the plain text of a letter holds its parts in reading order', async () => {
  const text = letterText(await shipped('decision', 'hi'));
  const order = ['Example Platform', 'COC-2026-000123-5', 'B. Specimen', 'विषय:', 'महोदय/महोदया,', 'निर्णय के कारण', 'भवदीय,', 'A. Example'];
  const places = order.map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});
