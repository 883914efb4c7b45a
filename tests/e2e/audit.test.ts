import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { contentCase } from '../support/desk.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { plural } from '../support/desk-page-words.ts';
import { type ClosedWorkspace, makeWorkspace, openBehind, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

describe('the record', () => {
  let made: ClosedWorkspace;
  let ref = '';
  const shared = sharedDesk(async () => {
    made = await makeWorkspace({
      cases: 60,
      served: ['cocial', 'nojoto'],
      work: (desk) => {
        ref = addCase(desk, contentCase({ receivedAt: new Date(Date.now() - 60_000).toISOString(), subject: 'Kept by the backup' })).ref;
      },
    });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });
  let checkpoint = '';
  let backup = '';

  it('verifies on demand, and the foot of the window says so', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    const entries = await desk.record();
    await desk.goTo('audit');
    await desk.button(desk.words.audit.fast).click();
    await desk.text(desk.words.audit.ok).waitFor();
    await desk.page.getByText(new RegExp(`\\b${entries.toLocaleString('en-IN')} entries checked`)).waitFor();
    await desk.button(new RegExp(`${entries.toLocaleString('en-IN')} verified$`), desk.foot).waitFor();
  });

  it('verifies deeply: every table is rebuilt and compared', async () => {
    const { desk } = shared;
    await desk.button(desk.words.audit.deep).click();
    await desk.page.getByRole('progressbar').waitFor({ state: 'detached' });
    await desk.text(desk.words.audit.ok).waitFor();
  });

  it('is listed newest first without its contents, and leads to its cases', async () => {
    const { desk } = shared;
    const rows = desk.page.getByRole('table').getByRole('row');
    await rows.nth(1).waitFor();
    const numbers = (await rows.allTextContents()).slice(1).map((text) => Number(/^[\d,]+/.exec(text)?.[0]?.replace(/,/g, '')));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    expect(await desk.page.getByRole('table').textContent()).not.toContain('Kept by the backup');
    await desk.button(ref, desk.page.getByRole('table')).first().click();
    await desk.case.whenOpen(ref);
    await desk.goTo('audit');
  });

  it('gives out a checkpoint, and holds against it', async () => {
    const { desk } = shared;
    checkpoint = await desk.savedBy(() => desk.button(desk.words.audit.saveCheckpoint).click());
    expect(readFileSync(checkpoint, 'utf8')).toMatch(/^nivaran\/[a-z0-9]+\/[a-z0-9]+\n\d+\n/);
    desk.willChoose(checkpoint);
    await desk.button(desk.words.audit.against).click();
    await desk.text(desk.words.audit.ok).waitFor();
  });

  it('gives out a copy for an auditor, with contents only for a reason', async () => {
    const { desk } = shared;
    const { audit, common } = desk.words;
    await desk.page.getByRole('radio', { name: audit.bodiesAll }).check();
    await desk.button(audit.saveCopy).click();
    const reason = desk.page.getByRole('textbox', { name: audit.reason });
    expect(await desk.entry.toldAt(reason)).toContain(common.required);
    await desk.page.getByRole('radio', { name: audit.bodiesNone }).check();
    const before = existsSync(join(desk.dataDir, 'exports'));
    expect(before).toBe(true);
    await desk.button(audit.saveCopy).click();
    const told = desk.page.getByRole('status').filter({ hasText: /audit copy .*\.db/ });
    await told.waitFor();
    const file = /Saved as (.+?\.db)/.exec((await told.textContent()) ?? '')?.[1] ?? '';
    expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  it('is backed up into one file, which is verified', async () => {
    const { desk } = shared;
    const { settings } = desk.words;
    await desk.goTo('settings');
    await desk.button(settings.backup.now).click();
    const [before = ''] = settings.backup.done.split('{{path}}');
    const told = desk.page.getByRole('status').filter({ hasText: before });
    await told.waitFor();
    backup = new RegExp(`${before}(.+?\\.nivaran-backup)`).exec((await told.textContent()) ?? '')?.[1] ?? '';
    expect(statSync(backup).size).toBeGreaterThan(10_000);
    // The file stays where it is; the test keeps a copy beside it, as a careful person does.
    copyFileSync(backup, `${backup}.copy.nivaran-backup`);
  });

  it('that was tampered with while the desk was closed is found out by table and row', async () => {
    const desk = await shared.restartAfter(async (before) => {
      await before.close();
      openBehind(made, (db) => void db.prepare("UPDATE case_file SET subject = 'Forged' WHERE ref = ?").run(ref));
    });
    const { audit } = desk.words;
    await desk.entry.unlock(passphrase);
    await desk.goTo('audit');
    await desk.button(audit.fast).click();
    await desk.text(audit.ok).waitFor();
    await desk.button(audit.deep).click();
    await desk.page.getByText(new RegExp(plural(audit, 'notOk', 2).replace('2', '\\d+').replace('problems', 'problems?'))).waitFor();
    const problem = desk.page.getByRole('listitem').filter({ hasText: ref });
    expect(await problem.first().textContent()).toMatch(/case_file/);
    await desk
      .button(/./, desk.foot)
      .filter({ hasText: desk.words.app.recordBroken.split('{{n}}')[1] ?? '' })
      .waitFor();
  });

  it('comes back from the backup, with a new epoch and everything in it', async () => {
    const { desk } = shared;
    const { settings, unlock, common } = desk.words;
    await desk.goTo('settings');
    desk.willChoose(`${backup}.copy.nivaran-backup`);
    await desk.button(settings.backup.choose).click();
    const field = desk.page.getByLabel(settings.backup.passphrase, { exact: true });
    await field.fill('not the passphrase of that day');
    const form = desk.page.getByRole('textbox', { name: /Example Organisation/ });
    await form.fill('Example Organisation (synthetic)');
    expect(common.retry).toBeTruthy();
    await field.fill(passphrase);
    await desk.button(settings.backup.restore).click();
    // What is read before the backup is in place is still the workspace of before.
    await desk.page
      .getByText(new RegExp(settings.backup.restored.replace('{{n}}', '[\\d,]+')))
      .first()
      .waitFor();
    await desk.goTo('queue');
    await desk.queue.whenReady();
    await desk.queue.search.fill('Kept by the backup');
    await desk.queue.whenTotal(1);
    await desk.queue.open(ref);
    expect(unlock.title).toBeTruthy();
    await desk.goTo('audit');
    await desk.button(desk.words.audit.deep).click();
    await desk.text(desk.words.audit.ok).waitFor();
    await desk.page.getByRole('table').getByText(desk.words.entry.workspace_restored).waitFor();
  });
});
