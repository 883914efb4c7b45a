import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { contentCase } from '../support/desk.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { fill } from '../support/desk-page-words.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

let ref = '';
const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    work: (desk) => {
      const receivedAt = new Date(Date.now() - 50 * 60_000).toISOString();
      ref = addCase(desk, contentCase({ receivedAt })).ref;
      actOnCase(desk, ref, 'note', { text: 'For the report' });
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

describe('the case report', () => {
  it('asks which sections and why, and saves PDF and ZIP with their hashes', async () => {
    const { desk } = shared;
    const { report, common } = desk.words;
    await desk.entry.unlock(passphrase);
    await desk.queue.open(ref);
    await desk.case.choose(report.open);
    const sheet = desk.dialog(fill(report.title, { ref }));
    await desk.button(report.make, sheet).click();
    const reason = sheet.getByRole('textbox', { name: report.reason });
    expect(await desk.entry.toldAt(reason)).toContain(common.required);
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await sheet.getByRole('checkbox', { name: report.section.notes, exact: true }).check();
    await sheet.getByRole('radio', { name: report.masked }).check();
    await reason.fill('For counsel.');
    await desk.button(report.make, sheet).click();
    const told = sheet.getByRole('status').filter({ hasText: '.zip' });
    await told.waitFor();
    const text = (await told.textContent()) ?? '';
    const pdf = /Saved as (\S+-dossier\.pdf)/.exec(text)?.[1] ?? '';
    expect(text).toContain(createHash('sha256').update(readFileSync(pdf)).digest('hex'));
    expect(text).toContain(
      createHash('sha256')
        .update(readFileSync(pdf.replace(/pdf$/, 'zip')))
        .digest('hex'),
    );
    const read = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    expect(read).toContain('For the report');
    expect(read).not.toContain('A. Example');
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('is an entry of the case, and opens from the palette too', async () => {
    const { desk } = shared;
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.case.whenTimelineShows(desk.words.entry.report_exported);
    await desk.press('Control+k');
    const palette = desk.page.getByRole('dialog');
    await palette.getByRole('textbox').fill(desk.words.report.open);
    await palette.getByText(desk.words.report.open, { exact: true }).waitFor();
    await desk.press('Enter');
    await desk.dialog(fill(desk.words.report.title, { ref })).waitFor();
  });
});
