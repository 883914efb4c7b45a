import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { contentCase } from '../support/desk.ts';
import type { DeskPage } from '../support/desk-page.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

let ref = '';
const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    work: (desk) => {
      const receivedAt = new Date(Date.now() - 50 * 60_000).toISOString();
      const over = { kind: 'access', platform: 'nojoto', subject: 'A copy of my data', facts: {}, items: [], receivedAt };
      ref = addCase(desk, contentCase(over)).ref;
      actOnCase(desk, ref, 'mark-category', { category: 'account', held: 'held' });
      const check = { method: 'document', document: 'passport', result: 'verified', reason: 'seen in person' };
      actOnCase(desk, ref, 'verify-identity', check);
    },
  });
  writeFileSync(join(made.dataDir, 'posts.csv'), 'id,text\n1,Hello\n');
  writeFileSync(join(made.dataDir, 'posts-cut.csv'), 'id,text\n');
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

async function packagePart(desk: DeskPage) {
  await desk.case.pane.getByRole('tab', { name: /^Work/ }).click();
  const part = desk.case.pane.getByRole('region', { name: desk.words.packages.title });
  await part.waitFor();
  return part;
}

describe('the package of data', () => {
  let password = '';

  it('is not built before each file is decided on; a copy with parts taken out goes in its place', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.queue.open(ref);
    const { packages, act, work } = desk.words;
    const part = await packagePart(desk);
    desk.willChoose(join(desk.dataDir, 'posts.csv'));
    await desk.button(packages.add, part).click();
    await desk.text('posts.csv: decide what becomes of it.', part).waitFor();
    desk.willChoose(join(desk.dataDir, 'posts-cut.csv'));
    await desk.button(packages.addCopy, part).click();
    await desk.text(/posts-cut\.csv/, part).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button('Decide on posts.csv', part).click();
    const panel = desk.case.panel(act.redaction.name);
    await panel.getByRole('combobox', { name: act.redaction.decision }).selectOption({ label: work.file.redact });
    await panel.getByRole('combobox', { name: packages.copy }).selectOption({ label: 'posts-cut.csv' });
    await panel.getByRole('textbox', { name: act.redaction.reason }).fill('It names another person.');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(new RegExp(`^${act.redaction.submit}`), panel).click();
    await desk.text(/goes out as posts-cut\.csv/, await packagePart(desk)).waitFor();
  });

  it('is built under a password that is shown once', async () => {
    const { desk } = shared;
    const { packages } = desk.words;
    const part = await packagePart(desk);
    await desk.button(packages.build, part).click();
    const once = part.getByRole('status').filter({ hasText: packages.once });
    await once.waitFor();
    password = /(?:[a-z2-9]{4}-){4}[a-z2-9]{4}/.exec((await once.textContent()) ?? '')?.[0] ?? '';
    expect(password).not.toBe('');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(packages.hide, part).click();
    await once.waitFor({ state: 'detached' });
    expect(await desk.page.content()).not.toContain(password);
    await desk.text(packages.releaseObstacle['not-decided'], part).waitFor();
  });

  it('is handed out once the request is granted, as another program can read it', async () => {
    const { desk } = shared;
    const { packages } = desk.words;
    await desk.press('d');
    const decide = desk.case.panel(desk.words.act.decide.name);
    await decide.getByRole('combobox', { name: desk.words.act.decide.outcome }).selectOption('complied');
    await decide.getByRole('combobox', { name: desk.words.act.decide.ground }).fill('The policy promises it');
    await decide.getByRole('textbox', { name: desk.words.act.decide.reasons }).fill('As asked.');
    await desk.button(new RegExp(`^${desk.words.act.decide.submit}`), decide).click();
    const part = await packagePart(desk);
    await desk.button(packages.release, part).click();
    const form = part.getByRole('form', { name: packages.releaseTitle });
    await form.getByRole('combobox', { name: packages.passwordBy }).selectOption('email');
    await desk.text(packages.sameWay, form).waitFor();
    await form.getByRole('combobox', { name: packages.passwordBy }).selectOption('phone');
    await form.getByRole('textbox', { name: packages.reason }).fill('The answer goes out.');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    const file = await desk.savedBy(() => desk.button(packages.releaseNow, form).click());
    await desk.text(/the file by E-mail, the password by Phone/, part).waitFor();
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(await part.textContent()).toContain(sha256);
    const cut = execFileSync('7z', ['x', '-so', `-p${password}`, file, 'files/01.csv'], { encoding: 'utf8' });
    expect(cut).toBe('id,text\n');
    await desk.case.whenTimelineShows(desk.words.entry.package_released);
  });
});
