import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const shared = sharedDesk(async () => {
  const made = await makeWorkspace({});
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

const sheetOf = () => shared.desk.dialog('Log an order or request of an authority');
const verdict = (within = sheetOf()) => within.getByRole('region', { name: 'Is it good?' });

describe('an order', () => {
  it('is logged by keyboard alone, the instrument first, and is judged as it is typed', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.whenOpen();
    await desk.press('Control+Shift+n');
    const sheet = sheetOf();
    const which = sheet.getByRole('combobox', { name: 'What is it?' });
    await desk.whenFocused(which);
    await which.selectOption({ label: 'Police notice to remove content' });
    const fill = async (label: string, text: string) => {
      await desk.tabTo(sheet.getByLabel(label, { exact: true }));
      await desk.type(text);
    };
    await fill('Agency, court or sender', 'Example State Police');
    await fill('Rank or post', 'Inspector');
    await desk
      .text(/below the rank that the law asks for/, verdict())
      .first()
      .waitFor();
    await desk.text('No clock runs', verdict()).waitFor();
    await desk.press('Control+a');
    await desk.type('Deputy Inspector General');
    await desk.text('A clock runs', verdict()).waitFor();
    await fill('Number of the order', 'CYB/1/2026');
    await fill('Provision it is made under', 'IT Act s.79(3)(b)');
    await fill('Addresses, accounts or posts it names', 'https://posts.example/1\nhttps://posts.example/2');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.press('Control+Enter');
    await sheet.waitFor({ state: 'detached' });
    await desk.text('Police notice to remove content · Example State Police · CYB/1/2026', desk.case.pane).first().waitFor();
    const clocks = desk.case.pane.getByRole('region', { name: 'Clocks' });
    await desk.text('Remove or disable', clocks).waitFor();
  });

  it('stands in its case with the verdict, what it says, and the steps that check whom it comes from', async () => {
    const { desk } = shared;
    await desk.case.pane.getByRole('tab', { name: /^Order/ }).click();
    const tab = desk.case.pane.getByRole('tabpanel', { name: /^Order/ });
    await desk.text('Counts as good; not everything is known', verdict(tab)).waitFor();
    const call = tab.getByRole('listitem').filter({ hasText: 'Called back on a number found independently' });
    await call.getByRole('button', { name: 'Check' }).click();
    const panel = desk.case.panel('Check the authority');
    await panel.getByRole('combobox', { name: 'What was checked' }).selectOption({ label: 'Called back on a number found independently' });
    await panel.getByLabel('How, with whom, against what').fill('The switchboard knew the officer.');
    await desk.button(/^Record the check/, panel).click();
    await desk.text('This field is needed.', panel).first().waitFor();
    await panel.getByLabel('Number called').fill('011 2999 9999');
    await panel.getByLabel('Where that number was found').fill('The directory of the agency');
    await desk.button(/^Record the check/, panel).click();
    await desk.text(/Called on 011 2999 9999/, tab).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('that comes twice names the first before it is logged', async () => {
    const { desk } = shared;
    const first = await desk.case.ref();
    await desk.press('Escape', 'o');
    const sheet = sheetOf();
    await sheet.getByRole('combobox', { name: 'What is it?' }).selectOption({ label: 'Police notice to remove content' });
    await sheet.getByLabel('Agency, court or sender', { exact: true }).fill('EXAMPLE STATE POLICE');
    await sheet.getByLabel('Number of the order', { exact: true }).fill('cyb 1 2026');
    await desk.button(first, verdict()).click();
    await sheet.waitFor({ state: 'detached' });
    expect(await desk.case.ref()).toBe(first);
  });
});

describe('the items of an order', () => {
  it('come as a list: what each line came to is told before, and all are acted on at once with what shows it', async () => {
    const { desk } = shared;
    const tab = await desk.case.tab('items');
    await desk.button('Add items', tab).click();
    const panel = desk.case.panel('Add items');
    const lines = Array.from({ length: 300 }, (_, n) => `https://list.example/${n + 1}`);
    await panel.getByLabel('List of addresses and accounts').fill([...lines, 'no address at all', 'https://posts.example/1'].join('\n'));
    await desk.text(/300 items to add · 1 here already · 1 line names nothing/, panel).waitFor();
    await desk.text(/Line 301: no address at all/, panel).waitFor();
    await desk.button(/^Add items/, panel).click();
    await tab.getByText('https://list.example/1', { exact: true }).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button('Record what was done with items', tab).click();
    const act = desk.case.panel('Record what was done with items');
    await act.getByLabel('What shows it').fill('OPS-17');
    await act.getByRole('combobox', { name: 'All 302 open items' }).selectOption({ label: 'Removed' });
    await desk.button(/^Record/, act).click();
    await desk.text('Proof: OPS-17', tab).first().waitFor();
    await desk.case.pane.getByRole('tab', { name: /^Items 302\/302/ }).waitFor();
  });
});

describe('what is handed to an authority', () => {
  it('is hashed before, compared when it goes, and stands in the register by account', async () => {
    const { desk } = shared;
    const file = join(desk.dataDir, 'registration.csv');
    writeFileSync(file, 'account,registered\n@some.handle,2026-01-01\n');
    await desk.case.pane.getByRole('tab', { name: /^Order/ }).click();
    const tab = desk.case.pane.getByRole('tabpanel', { name: /^Order/ });
    await desk.button('Hash a file for production', tab).click();
    const hash = desk.case.panel('Hash a file for production');
    desk.willChoose(file);
    await desk.button('Choose the file', hash).click();
    await desk.text(/registration\.csv · 43 bytes/, hash).waitFor();
    await desk.button(/^Keep its hash/, hash).click();
    await desk.button('Record a disclosure', tab).click();
    const panel = desk.case.panel('Record a disclosure');
    desk.willChoose(file);
    await desk.button('Choose the file as it is sent', panel).click();
    await desk.text('It is the file that was hashed.', panel).waitFor();
    await panel.getByLabel('What data').fill('registration data');
    await panel.getByLabel('How much').fill('1 account');
    await panel.getByLabel('Accounts it is about, one a line').fill('@Some.Handle');
    await panel.getByLabel('Reason').fill('As the order asks.');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(/^Record the disclosure/, panel).click();
    await desk
      .text(/registration data · 1 account/, tab)
      .first()
      .waitFor();
    await desk.rail.getByRole('link', { name: /^Disclosures/ }).click();
    await desk.page.getByLabel('Everything disclosed about an account').fill('some.handle');
    await desk.press('Enter');
    await desk.page.getByRole('cell', { name: /registration data/ }).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });
});
