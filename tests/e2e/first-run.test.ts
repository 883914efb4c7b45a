import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flatWordsOfPdf } from '../support/desk-page-pdf.ts';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';
import { fill } from '../support/desk-page-words.ts';
import { passphrase } from '../support/desk-page-workspaces.ts';

describe('the first start in an empty data folder', () => {
  const shared = sharedDesk(() => ({}));
  let groups: string[] = [];

  it('asks whose desk it is, and goes on only with a name and a platform', async () => {
    const { desk } = shared;
    const { unlock, common } = desk.words;
    await desk.entry.title(unlock.first.title).waitFor();
    await desk.text(fill(unlock.step, { n: 1 })).waitFor();
    await desk.entry.platform('cocial').uncheck();
    await desk.button(common.next).click();
    await desk.text(unlock.first.onePlatform).waitFor();
    expect(await desk.entry.toldAt(desk.entry.field(unlock.first.organisation))).toContain(common.required);
    await desk.entry.fillOrganisation({ organisation: 'Example Organisation', platforms: ['cocial', 'nojoto'] });
    await desk.text(fill(unlock.step, { n: 2 })).waitFor();
  });

  it('says at the field what is wrong with the officer or the passphrase', async () => {
    const { desk } = shared;
    const { officer, create } = { ...desk.words.unlock, create: desk.button(desk.words.unlock.officer.create) };
    const field = (label: string) => desk.entry.field(label);
    await field(officer.passphrase).fill('short');
    await field(officer.again).fill('other');
    await create.click();
    expect(await desk.entry.toldAt(field(officer.name))).toContain(desk.words.common.required);
    expect(await desk.entry.toldAt(field(officer.passphrase))).toContain(fill(officer.short, { n: 8 }));
    expect(await desk.entry.toldAt(field(officer.again))).toContain(officer.different);
    // Long enough, and known to everybody: the desk itself refuses it.
    await field(officer.name).fill('A. Example');
    await field(officer.passphrase).fill('password1234');
    await field(officer.again).fill('password1234');
    await create.click();
    await eventually(() => desk.entry.toldAt(field(officer.passphrase))).toMatch(/\w/);
    expect(existsSync(join(desk.dataDir, 'workspace', 'header.json'))).toBe(false);
  });

  it('goes back without losing what was typed', async () => {
    const { desk } = shared;
    const { unlock, common } = desk.words;
    await desk.button(common.back).click();
    await desk.entry.title(unlock.first.title).waitFor();
    expect(await desk.entry.field(unlock.first.organisation).inputValue()).toBe('Example Organisation');
    expect(await desk.entry.platform('nojoto').isChecked()).toBe(true);
    await desk.button(common.next).click();
    expect(await desk.entry.field(unlock.officer.name).inputValue()).toBe('A. Example');
  });

  it('makes the desk and shows the recovery code once', async () => {
    await shared.desk.entry.fillOfficer({ officer: 'A. Example', passphrase });
    groups = await shared.desk.entry.recoveryGroups();
    expect(groups.length).toBeGreaterThan(3);
    expect(groups.filter((group) => !/^[0-9A-Z]{4}$/.test(group))).toEqual([]);
  });

  it('saves a sheet to print on which the code can be read', async () => {
    const { desk } = shared;
    const file = await desk.savedBy(() => desk.button(desk.words.unlock.recovery.sheet).click());
    const text = flatWordsOfPdf(file);
    expect(text).toContain('Example Organisation');
    for (const group of groups) expect(text).toContain(group);
  });

  it('goes on only when the last group is typed back from the paper', async () => {
    const { desk } = shared;
    const { recovery } = desk.words.unlock;
    const field = desk.page.getByRole('textbox');
    await field.fill('0000');
    await desk.button(recovery.done).click();
    expect(await desk.entry.toldAt(field)).toContain(recovery.wrong);
    // As people write it: small letters, and the sheet's zero read as an O.
    await desk.entry.confirmRecovery([(groups.at(-1) ?? '').toLowerCase().replaceAll('0', 'o')]);
  });

  it('opens an empty queue that says what to do next', async () => {
    const { desk } = shared;
    await desk.text(desk.words.queue.empty).waitFor();
    await desk.text(desk.words.queue.emptyHint).waitFor();
    await desk.queue.whenTotal(0);
    expect(await desk.button(desk.words.app.newCase, desk.page.getByRole('main')).count()).toBe(1);
  });

  it('asks nothing of this again after a restart', async () => {
    const desk = await shared.restart();
    await desk.entry.unlock(passphrase);
    await desk.text(desk.words.queue.empty).waitFor();
  });

  it('opens by the recovery code too, typed without care', async () => {
    const { desk } = shared;
    await desk.lock();
    await desk.button(desk.words.unlock.useCode).click();
    await desk.entry.field(desk.words.unlock.recoveryCode).fill(groups.join(' ').toLowerCase());
    await desk.press('Enter');
    await desk.whenOpen();
  });
});
