import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { addPerson } from '../../src-main/workspace/index.ts';
import { contentCase } from '../support/desk.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';
import { type ClosedWorkspace, makeWorkspace, openBehind, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';
import { everyByte, everyCell } from '../support/walled.ts';

const colleague = 'D. Example';
const hers = 'four other invented words here';
/** Words that stand in the invented order and nowhere else. */
const [agency, address] = ['Zarquonwell Ministry', 'flimbertide'];

describe('an order that the law keeps confidential', () => {
  let made: ClosedWorkspace;
  const shared = sharedDesk(async () => {
    made = await makeWorkspace({
      served: ['cocial'],
      work(desk) {
        open = addCase(desk, contentCase({ receivedAt: nowOf(desk) })).ref;
        return addPerson(desk, { name: colleague, roles: ['deputy'], newPassphrase: hers, passphrase });
      },
    });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });
  let ref = '';
  let open = '';

  const sitDown = async (name: string, secret: string) => {
    const { desk } = shared;
    await desk.page.getByRole('combobox', { name: desk.words.staff.who }).selectOption({ label: name });
    await desk.entry.tryPassphrase(secret);
    await desk.whenOpen();
  };
  const room = () => shared.desk.rail.getByRole('link', { name: new RegExp(`^${shared.desk.words.restricted.title}`) });
  const table = () => shared.desk.page.getByRole('region', { name: shared.desk.words.restricted.table });

  it('is logged on the sheet, opens to who may see it, and stands in no queue', async () => {
    const { desk } = shared;
    await sitDown('O. Example', passphrase);
    await desk.press('Control+Shift+n');
    const sheet = desk.dialog('Log an order or request of an authority');
    await sheet.getByRole('combobox', { name: 'What is it?' }).selectOption({ label: 'Direction to block, section 69A' });
    await sheet.getByLabel('Agency, court or sender', { exact: true }).fill(agency);
    await sheet.getByLabel('Number of the order', { exact: true }).fill('X/69A/1');
    await sheet.getByLabel('Addresses, accounts or posts it names', { exact: true }).fill(`https://posts.example/${address}`);
    await desk.press('Control+Enter');
    await sheet.waitFor({ state: 'detached' });
    await desk.text(new RegExp(agency), desk.case.pane).first().waitFor();
    ref = await desk.case.ref();
    await desk.queue.whenTotal(1);
  });

  it('is listed in its own room, found by its words, and leads to its case', async () => {
    const { desk } = shared;
    const { restricted } = desk.words;
    await room().click();
    await desk.button(ref, table()).waitFor();
    await desk.page.getByRole('textbox', { name: restricted.search }).fill('nothing of the kind');
    await desk.text(restricted.notFound).waitFor();
    await desk.page.getByRole('textbox', { name: restricted.search }).fill('Zarquonwell');
    await desk.button(ref, table()).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(ref, table()).click();
    await desk.case.whenOpen(ref);
    await desk.case.choose(desk.words.act.note.name);
    const note = desk.case.panel(desk.words.act.note.name);
    await note.getByRole('textbox').first().fill(`Asked about ${address}.`);
    await desk.press('Control+Enter');
    await desk.case.whenTimelineShows(desk.words.entry.case_noted);
  });

  it('is not there for a colleague without its key, on the screen or in the file', async () => {
    const { desk } = shared;
    await desk.lock();
    await sitDown(colleague, hers);
    await desk.queue.whenTotal(1);
    expect(await room().count()).toBe(0);
    await desk.queue.search.fill('Zarquonwell');
    await desk.queue.whenTotal(0);
    openBehind(made, (db) => {
      for (const text of [everyCell(db), everyByte(db)])
        for (const word of [agency, address, '69A/1']) expect(text.includes(word), word).toBe(false);
    });
  });

  it('opens to her once a holder has given her the key with a reason', async () => {
    const { desk } = shared;
    const { restricted } = desk.words;
    await desk.lock();
    await sitDown('O. Example', passphrase);
    await room().click();
    await desk.button(restricted.holdersOf.replace('{{ref}}', ref), table()).click();
    await desk.page.getByRole('combobox', { name: restricted.person }).click();
    await desk.page.getByRole('option', { name: colleague }).click();
    await desk.page.getByRole('textbox', { name: restricted.reason }).fill('Stands in this week');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(restricted.give, table()).click();
    await table().getByRole('listitem').filter({ hasText: colleague }).waitFor();
    await desk.lock();
    await sitDown(colleague, hers);
    await room().click();
    await desk.button(ref, table()).click();
    await desk.case.whenOpen(ref);
    await desk.case.whenTimelineShows(desk.words.entry.wall_explained);
    await eventually(() => desk.case.timeline()).toContain(desk.words.entry.case_noted);
  });

  it('may turn out to be one later: a case that stood in clear is restricted from its menu by two people', async () => {
    const { desk } = shared;
    const { restricted, approvals, case: words } = desk.words;
    await desk.lock();
    await sitDown('O. Example', passphrase);
    await desk.goTo('queue');
    await desk.queue.open(open);
    await desk.button(words.acts, desk.case.pane).click();
    await desk.page.getByRole('menuitem', { name: restricted.raise.open }).click();
    const sheet = desk.dialog(restricted.raise.title.replace('{{ref}}', open));
    await sheet.getByRole('textbox', { name: restricted.reason }).fill('It names a secret order.');
    await sheet.getByRole('textbox').last().fill(open);
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(restricted.raise.submit, sheet).click();
    await desk.text(new RegExp(approvals.needed), sheet).waitFor();
    await desk.button(desk.words.common.close, sheet).click();
    await desk.goTo('settings');
    const waiting = desk.page.getByRole('region', { name: approvals.title, exact: true });
    await desk.text(approvals.act['case-walling'], waiting).waitFor();
    await waiting.getByRole('textbox', { name: approvals.passphrase, exact: true }).fill(hers);
    await desk.button(approvals.agree, waiting).click();
    await desk.text(approvals.none, waiting).waitFor();
    await desk.goTo('queue');
    await desk.queue.open(open);
    await desk.button(words.acts, desk.case.pane).click();
    await desk.page.getByRole('menuitem', { name: restricted.raise.open }).click();
    await sheet.getByRole('textbox', { name: restricted.reason }).fill('It names a secret order.');
    await sheet.getByRole('textbox').last().fill(open);
    await desk.button(restricted.raise.submit, sheet).click();
    await desk.queue.whenTotal(0);
    await room().click();
    await desk.button(open, table()).waitFor();
  });
});
