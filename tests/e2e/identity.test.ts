import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { addIdentityFile } from '../../src-main/identity/index.ts';
import { contentCase } from '../support/desk.ts';
import type { DeskPage } from '../support/desk-page.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

// Synthetic: a check digit that is right, on a number that is no person's.
const aadhaar = '2341 2341 2346';
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const minutesAgo = (minutes: number) => new Date(Math.floor((Date.now() - minutes * 60_000) / 60_000) * 60_000).toISOString();

const refs: string[] = [];
const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    work: async (desk) => {
      const person = { name: 'A. Example', email: 'a.example@mail.example', phone: '98765 43210', language: 'en' };
      const plain = { facts: {}, items: [] };
      const add = (over: Record<string, unknown>) => refs.push(addCase(desk, contentCase({ complainant: person, ...over })).ref);
      add({ ...plain, kind: 'access', platform: 'nojoto', subject: 'A copy of my data', receivedAt: minutesAgo(55) });
      add({ subject: 'A post about me', receivedAt: minutesAgo(50) });
      add({ subject: 'The same post again', receivedAt: minutesAgo(40), complainant: { ...person, name: 'A Exampel', email: '' } });
      add({ ...plain, kind: 'erasure', subject: 'My late father’s account', receivedAt: minutesAgo(30), onBehalfOf: 'B. Example' });
      await addIdentityFile(desk, refs[0] ?? '', { name: 'card.png', bytes: picture, mediaType: 'image/png' });
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

const [access, again, heir] = [() => refs[0] ?? '', () => refs[2] ?? '', () => refs[3] ?? ''];

async function identityTab(desk: DeskPage, state: keyof DeskPage['words']['words']['identity']) {
  await desk.case.pane.getByRole('button', { name: new RegExp(`^${desk.words.words.identity[state]}`) }).click();
  const tab = desk.page.getByRole('tabpanel', { name: /^Identity/ });
  await tab.getByRole('heading', { name: 'Checks so far' }).waitFor();
  return tab;
}

describe('who asks', () => {
  it('is told by a checklist, with the time left to decide and the next step', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.queue.open(access());
    const tab = await identityTab(desk, 'pending');
    expect(await tab.textContent()).toMatch(/Identity pending, 7 d \d+ h left to decide/);
    expect(await tab.getByRole('list', { name: 'Checklist' }).getByRole('listitem').allTextContents()).toEqual([
      'A document missing',
      'A second document, video call or notary missing',
    ]);
    await desk.text('Next: check a document', tab).waitFor();
    await desk.text(/names no document, so the list is the desk’s own/, tab).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('is checked by the key V; a number is masked at once, and a document of a minor or expired says so at its field', async () => {
    const { desk } = shared;
    const { page } = desk;
    await desk.press('v');
    const panel = desk.case.panel('Check who asks');
    await panel.getByRole('combobox', { name: 'Document' }).selectOption('aadhaar');
    const number = panel.getByRole('textbox', { name: 'Number of the document' });
    await number.fill(aadhaar);
    await desk.text(/Right\./, panel).waitFor();
    await number.press('Tab');
    expect(await number.inputValue()).toBe('XXXX XXXX 2346');
    expect(await page.content()).not.toContain(aadhaar);
    await panel.getByRole('textbox', { name: 'Valid until' }).fill('01-01-2020');
    await panel.getByRole('textbox', { name: 'Born on' }).fill('01-01-2012');
    await panel.getByRole('radio', { name: 'Verified' }).check();
    await desk.button(/^Record the check/, panel).click();
    await desk.text(/The document has expired/, panel).waitFor();
    await desk.text(/under 18 on the day of receipt/, panel).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('is not called verified short of the checklist without a reason; what is right counts', async () => {
    const { desk } = shared;
    const panel = desk.case.panel('Check who asks');
    await panel.getByRole('textbox', { name: 'Valid until' }).fill('');
    await panel.getByRole('textbox', { name: 'Born on' }).fill('01-01-1961');
    await desk.button(/^Record the check/, panel).click();
    await desk.text(/the checklist still lacks a second document or check/, panel).waitFor();
    await panel.getByRole('radio', { name: 'Not enough yet' }).check();
    await panel.getByRole('textbox', { name: 'Reason' }).fill('The second check is still to come.');
    await desk.button(/^Record the check/, panel).click();
    const tab = await identityTab(desk, 'insufficient');
    const attempt = tab.getByRole('list', { name: 'Checks so far' }).getByRole('listitem');
    expect(await attempt.textContent()).toMatch(
      /Aadhaar · XXXX XXXX 2346.*Not enough yet.*The second check is still to come\..*O\. Example/,
    );
    await tab.getByText(/^A document done, record \d+$/).waitFor();
  });

  it('is found in the queue by the state of the check', async () => {
    const { desk } = shared;
    await desk.page.getByRole('combobox', { name: 'Identity' }).selectOption('insufficient');
    await desk.page.getByRole('row', { name: new RegExp(access()) }).waitFor();
    expect(await desk.page.getByRole('row', { name: new RegExp(access()) }).textContent()).toContain('proof needed');
    await desk.page.getByRole('row', { name: new RegExp(heir()) }).waitFor({ state: 'detached' });
    await desk.page.getByRole('combobox', { name: 'Identity' }).selectOption('');
  });
});

describe('a scan that waits', () => {
  it('is blurred until somebody asks with a reason, which is recorded', async () => {
    const { desk } = shared;
    const tab = desk.page.getByRole('tabpanel', { name: /^Identity/ });
    expect(await tab.getByRole('img').count()).toBe(0);
    expect(await desk.button('No', tab).isDisabled()).toBe(true);
    await desk.button('Show… card.png', tab).click();
    await tab.getByRole('textbox', { name: 'Why you have to see it' }).fill('To see whether it shows a number.');
    await desk.button('Record and show', tab).click();
    await tab.getByRole('img', { name: 'Content of card.png' }).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('loses its content for good when it shows an Aadhaar number, once the ticket has been typed', async () => {
    const { desk } = shared;
    const tab = desk.page.getByRole('tabpanel', { name: /^Identity/ });
    await desk.button('Yes, it does', tab).click();
    const remove = desk.button('Remove its content', tab);
    expect(await remove.isDisabled()).toBe(true);
    await tab.getByRole('textbox', { name: `Type ${access()} to confirm` }).fill(access());
    await remove.click();
    await desk.text(/its content is gone/, tab).waitFor();
    expect(await desk.case.timeline()).toEqual(expect.arrayContaining(['Blurred file looked at', 'File looked at for an Aadhaar number']));
  });
});

describe('an authority', () => {
  it('is recorded with its scope, and listed with what it covers', async () => {
    const { desk } = shared;
    await desk.queue.open(heir());
    await desk.case.choose('Record who acts for another');
    const panel = desk.case.panel('Record who acts for another');
    await panel.getByRole('combobox', { name: 'Type' }).selectOption('legal-heir');
    await desk.button(/^Record the authority/, panel).click();
    expect(await panel.getByRole('textbox', { name: 'Instrument' }).getAttribute('aria-invalid')).toBe('true');
    await panel.getByRole('textbox', { name: 'Instrument' }).fill('Succession certificate');
    await panel.getByRole('textbox', { name: 'Dated', exact: true }).fill('01-10-2026');
    await panel.getByRole('radio', { name: 'Only some kinds' }).check();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(/^Record the authority/, panel).click();
    const tab = await identityTab(desk, 'pending');
    await desk.text('Legal heir: A. Example for B. Example', tab).waitFor();
    await desk.text('Covers: Erasure', tab).waitFor();
  });

  it('ends with a reason; then granting is not offered', async () => {
    const { desk } = shared;
    await desk.case.choose('End an authority');
    const panel = desk.case.panel('End an authority');
    await panel.getByRole('textbox', { name: 'Reason' }).fill('The certificate was withdrawn.');
    await desk.button(/^End it/, panel).click();
    const tab = await identityTab(desk, 'pending');
    await desk.text(/The certificate was withdrawn/, tab).waitFor();
    await desk.text('Granting is not offered now', tab).waitFor();
  });
});

describe('a person', () => {
  it('may have complained before: the case says so, and nothing is linked by itself', async () => {
    const { desk } = shared;
    await desk.queue.open(again());
    await desk.text(/same item/, desk.case.pane).waitFor();
    await desk.button(`Link as duplicate: ${refs[1]}`, desk.case.pane).waitFor();
    expect((await desk.case.timeline()).filter((title) => title === desk.words.entry.case_linked)).toEqual([]);
  });

  it('is one record with her identifiers; a likely double is merged with a reason and a typed ticket', async () => {
    const { desk } = shared;
    await desk.button('A Exampel', desk.case.pane).click();
    const sheet = desk.dialog('Person: A Exampel');
    await desk.text(/same phone, similar name/, sheet).waitFor();
    await desk.button('Merge… A. Example', sheet).click();
    const merge = desk.button('Merge the two', sheet);
    await merge.waitFor();
    expect(await merge.isDisabled()).toBe(true);
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await sheet.getByRole('textbox', { name: 'Reason' }).fill('One phone, one post, two spellings.');
    const confirm = sheet.getByRole('textbox', { name: /^Type .+ to confirm$/ });
    const asked = (await confirm.getAttribute('aria-label')) ?? (await sheet.getByText(/^Type .+ to confirm$/).textContent()) ?? '';
    await confirm.fill(/^Type (\S+)/.exec(asked)?.[1] ?? '');
    await merge.click();
    await desk.page.getByRole('dialog').getByText('a.example@mail.example').first().waitFor();
    await desk.text(/One phone, one post, two spellings\./, desk.page.getByRole('dialog')).waitFor();
  });

  it('is two again when the merge is undone', async () => {
    const { desk } = shared;
    const sheet = desk.page.getByRole('dialog');
    await desk.button('Undo the merge…', sheet).click();
    await sheet.getByRole('textbox', { name: 'Reason' }).fill('They share a phone, no more.');
    await desk.button('Part them', sheet).click();
    await desk.text(/They share a phone, no more\./, sheet).waitFor();
    await desk.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });

  it('has the case linked as a duplicate by one act', async () => {
    const { desk } = shared;
    await desk.button(`Link as duplicate: ${refs[1]}`, desk.case.pane).click();
    await desk.button(`Link as duplicate: ${refs[1]}`, desk.case.pane).waitFor({ state: 'detached' });
    expect(await desk.case.timeline()).toContain(desk.words.entry.case_linked);
  });
});
