import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { judgeFile } from '../../src-main/identity/index.ts';
import { addPackageFile } from '../../src-main/packages/index.ts';
import { contentCase } from '../support/desk.ts';
import type { DeskPage } from '../support/desk-page.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { wordsOfPdf } from '../support/desk-page-pdf.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

function statement(): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4' });
  document.fontSize(20).text('Statement of the account (synthetic)', 60, 60);
  document.fontSize(14).text('Written to by: Z. Other-Example', 60, 120).text('Written on: 01-11-2026', 60, 150);
  document.addPage().fontSize(14).text('Second page', 60, 60);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.end();
  });
}

let ref = '';
const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    async work(desk) {
      const receivedAt = new Date(Date.now() - 50 * 60_000).toISOString();
      const over = { kind: 'access', platform: 'nojoto', subject: 'A copy of my data', facts: {}, items: [], receivedAt };
      ref = addCase(desk, contentCase(over)).ref;
      const scan = { name: 'statement.pdf', bytes: await statement(), mediaType: 'application/pdf' };
      const { files } = await addPackageFile(desk, ref, 'evidence', scan);
      judgeFile(desk, files[0]?.id ?? '', false);
      const chat = Buffer.from('from,text\r\nZ. Other,hello\r\nA. Example,"hello, Z. Other"\r\n');
      await addPackageFile(desk, ref, 'evidence', { name: 'chat.csv', bytes: chat, mediaType: 'text/csv' });
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

async function packagePart(desk: DeskPage) {
  await desk.case.pane.getByRole('tab', { name: /^Work/ }).click();
  const part = desk.case.pane.getByRole('region', { name: desk.words.packages.title });
  await part.waitFor();
  return part;
}

async function openSheet(desk: DeskPage, name: string) {
  await desk.button(`Take parts out of ${name}`, await packagePart(desk)).click();
  const sheet = desk.dialog(`Take parts out of ${name}`);
  await sheet.waitFor();
  return sheet;
}

/** Saves a file of the case to disk, as an officer does. */
async function saved(desk: DeskPage, name: string): Promise<string> {
  await desk.case.pane.getByRole('tab', { name: new RegExp(`^${desk.words.case.tabs.evidence}`) }).click();
  return desk.savedBy(() => desk.button(`${desk.words.case.saveAs} ${name}`, desk.case.pane).click());
}

describe('taking parts out of a file', () => {
  it('marks them on the page by mouse and by key, and keeps what was marked while the sheet is away', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.queue.open(ref);
    const { redact } = desk.words;
    let sheet = await openSheet(desk, 'statement.pdf');
    const page = sheet.getByRole('img', { name: 'Page 1 of 2' });
    await desk.button(redact.addPart, sheet).click();
    const first = sheet.getByRole('button', { name: 'Part 1 on page 1', exact: true }).first();
    await desk.whenFocused(first);
    await desk.press(...new Array<string>(12).fill('ArrowDown'), 'Shift+ArrowRight');
    const box = (await page.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await desk.page.mouse.move(box.x + box.width * 0.05, box.y + box.height * 0.13);
    await desk.page.mouse.down();
    await desk.page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.165, { steps: 4 });
    await desk.page.mouse.up();
    await desk.button('Take back part 2 on page 1', sheet).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    sheet = await openSheet(desk, 'statement.pdf');
    await desk.button('Take back part 1 on page 1', sheet).click();
    await desk.button('Take back part 2 on page 1', sheet).waitFor({ state: 'detached' });
    await desk.button('Take back part 1 on page 1', sheet).waitFor();
  });

  it('gives a copy that no program reads the part from, and decides that it goes in the place of the file', async () => {
    const { desk } = shared;
    const { redact } = desk.words;
    const sheet = desk.dialog('Take parts out of statement.pdf');
    await desk.button(redact.make, sheet).click();
    await desk.text(desk.words.common.required, sheet).waitFor();
    await sheet.getByRole('textbox', { name: redact.reason }).fill('Another person is named.');
    await desk.button(redact.make, sheet).click();
    await sheet.waitFor({ state: 'detached' });
    await desk.text(/goes out as statement-redacted\.pdf/, await packagePart(desk)).waitFor();
    const file = await saved(desk, 'statement-redacted.pdf');
    expect(wordsOfPdf(file).trim()).toBe('');
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages: +2/);
    const open = join(desk.dataDir, 'statement.pdf');
    writeFileSync(open, await statement());
    expect(wordsOfPdf(open)).toContain('Z. Other-Example');
  });

  it('takes words out of a text wherever they stand', async () => {
    const { desk } = shared;
    const { redact } = desk.words;
    const sheet = await openSheet(desk, 'chat.csv');
    const text = sheet.getByRole('textbox', { name: redact.text });
    await text.evaluate((field: HTMLTextAreaElement) => {
      const at = field.value.indexOf('Z. Other');
      field.focus();
      field.setSelectionRange(at, at + 'Z. Other'.length);
    });
    await desk.button(redact.takeEverywhere, sheet).click();
    await desk.text('Line 3, 8 signs', sheet).waitFor();
    expect(await text.inputValue()).not.toContain('Z. Other');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await sheet.getByRole('textbox', { name: redact.reason }).fill('Another person is named.');
    await desk.button(redact.make, sheet).click();
    await sheet.waitFor({ state: 'detached' });
    const file = await saved(desk, 'chat-redacted.csv');
    expect(execFileSync('cat', [file], { encoding: 'utf8' })).toBe('from,text\r\n██████,hello\r\nA. Example,"hello, ██████"\r\n');
    await desk.case.whenTimelineShows(desk.words.entry['package_file-redacted']);
  });
});
