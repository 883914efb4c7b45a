import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryFile } from '../shell/support/page-driver.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const folder = repositoryFile('resources', 'demo', 'mail');
const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const message = (name: string) => ({ name, bytes: readFileSync(join(folder, name)), type: 'message/rfc822' });
/** The first bytes of a JPEG picture, and enough after them. */
const picture = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010101004800480000', 'hex'),
  Buffer.alloc(4_000, 7),
  Buffer.from('ffd9', 'hex'),
]);

/** Real messages that nobody on this project wrote; they lie beside the repository on some machines and are no part of it. */
const samples = repositoryFile('..', 'shared', 'samples', 'mail');
const sampleNames = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.eml')) : [];

/** The numbers of the account that the window gives of an import. */
function numbersOf(sum: string) {
  const [read = 0, created = 0, linked = 0, skipped = 0] = (sum.match(/\d+/g) ?? []).map(Number);
  return { read, created, linked, skipped };
}

describe('mail', () => {
  const shared = sharedDesk(async () => {
    const made = await makeWorkspace({ served: ['cocial', 'nojoto'] });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });
  let open = 0;

  it('dropped on the window becomes cases, with its progress told; what is no mail is named with the reason', async () => {
    const { desk } = shared;
    const { words, intake } = desk;
    await desk.entry.unlock(passphrase);
    const before = await desk.record();
    await desk.drop([...names.map(message), { name: 'photo.eml', bytes: picture }, { name: 'photo.jpg', bytes: picture }]);
    await intake.importSheet.getByText(/photo\.jpg/).waitFor();
    const progress = intake.importSheet.getByRole('progressbar', { name: words.common.working }).waitFor();
    const sum = numbersOf(await intake.import(words.words.platform.cocial));
    await progress;
    const failed = intake.importSheet.getByRole('group').getByRole('listitem');
    expect(await failed.allTextContents()).toEqual([expect.stringMatching(/^photo\.eml: .{15,}\.$/)]);
    expect(sum.read).toBe(names.length + 1);
    expect(sum.created + sum.linked + sum.skipped).toBe(names.length);
    // A reply and a second sending of the same complaint join their thread or stand beside it; nothing is lost.
    expect(sum.created).toBeGreaterThan(names.length - 4);
    open = sum.created;
    await desk.button(words.intake.import.openFirst, intake.importSheet).click();
    await intake.importSheet.waitFor({ state: 'detached' });
    await desk.case.ref();
    await desk.queue.whenTotal(open);
    expect(await desk.record()).toBeGreaterThanOrEqual(before + open);
  });

  it('that wants to run scripts and call home does neither, and its original is kept byte for byte', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.queue.search.fill('HTML that wants to run');
    await desk.queue.whenTotal(1);
    await desk.queue.rowAt(1).click();
    await desk.case.pane.getByRole('heading', { level: 2, name: 'HTML that wants to run' }).waitFor();
    const shown = await desk.case.pane.getByRole('region', { name: words.case.text }).textContent();
    expect(shown).toContain('Please remove this post');
    expect(shown).not.toMatch(/<script|<img|not shown either|onload/);
    expect(await desk.case.pane.getByRole('link').count()).toBe(0);
    expect(await desk.case.pane.getByRole('img', { name: 'a picture' }).count()).toBe(0);
    const evidence = await desk.case.tab('evidence');
    const save = evidence.getByRole('button', { name: /\.eml/ }).first();
    const file = await desk.savedBy(() => save.click());
    expect(readFileSync(file).equals(readFileSync(join(folder, 'hostile-html.eml')))).toBe(true);
    // That nothing left and nothing ran is looked at after each test: requests, policy, console.
    expect(desk.troubles).toEqual([]);
    await desk.queue.clear();
  });

  it('that was imported before is known, whichever way it comes', async () => {
    const { desk } = shared;
    await desk.press('Escape');
    await desk.press('Control+k');
    await desk.page.getByRole('dialog').getByRole('textbox').fill(desk.words.intake.import.title);
    await desk.page.getByRole('dialog').getByText(desk.words.intake.import.title, { exact: true }).waitFor();
    await desk.press('Enter');
    desk.willChoose(...names.slice(0, 5).map((name) => join(folder, name)));
    await desk.button(desk.words.intake.import.choose, desk.intake.importSheet).click();
    const sum = numbersOf(await desk.intake.import(desk.words.words.platform.cocial));
    expect(sum).toEqual({ read: 5, created: 0, linked: 0, skipped: 5 });
    await desk.intake.close();
    await desk.queue.whenTotal(open);
  });

  it('in an mbox file comes apart into its messages', async () => {
    const { desk } = shared;
    const made = mkdtempSync(join(tmpdir(), 'nivaran-mbox-'));
    const one = (n: number) =>
      `From a@mail.example Sat Nov 21 10:00:00 2026\nFrom: A. Example <a@mail.example>\nSubject: Invented complaint ${n}\nMessage-ID: <mbox-${n}@mail.example>\n\nAn invented text ${n}.\n\n`;
    writeFileSync(join(made, 'box.mbox'), one(1) + one(2) + one(3));
    desk.willChoose(join(made, 'box.mbox'));
    await desk.press('Control+k');
    await desk.page.getByRole('dialog').getByRole('textbox').fill(desk.words.intake.import.title);
    await desk.page.getByRole('dialog').getByText(desk.words.intake.import.title, { exact: true }).waitFor();
    await desk.press('Enter');
    await desk.button(desk.words.intake.import.choose, desk.intake.importSheet).click();
    expect(numbersOf(await desk.intake.import(desk.words.words.platform.nojoto))).toMatchObject({ read: 3, created: 3 });
    await desk.intake.close();
    open += 3;
    await desk.queue.whenTotal(open);
    rmSync(made, { recursive: true });
  });

  it('of strangers becomes cases or is refused with a reason, where such mail lies beside the repository', async () => {
    const { desk } = shared;
    expect(sampleNames.length > 0).toBe(existsSync(samples));
    if (sampleNames.length === 0) return;
    await desk.drop(sampleNames.map((name) => ({ name, bytes: readFileSync(join(samples, name)) })));
    const sum = numbersOf(await desk.intake.import(desk.words.words.platform.cocial));
    const failed = await desk.intake.importSheet.getByRole('group').getByRole('listitem').allTextContents();
    expect(sum.read).toBe(sampleNames.length);
    expect(sum.created + sum.linked + sum.skipped + failed.length).toBe(sampleNames.length);
    for (const line of failed) expect(line).toMatch(/^\S+\.eml: .{15,}/);
    await desk.intake.close();
    await desk.queue.whenTotal(open + sum.created);
  });
});
