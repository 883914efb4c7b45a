import { describe, expect, it } from 'vitest';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { contentCase, testClock } from '../support/desk.ts';
import type { DeskPage } from '../support/desk-page.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const day = 86_400_000;
const ago = 60 * day;
const clock = testClock(new Date(Date.now() - ago).toISOString());
const she = { name: 'A. Example', email: 'a@mail.example', phone: '+91 90000 00001' };

let [old, request, other] = ['', '', ''];

function complaint(desk: Desk): string {
  const { ref } = addCase(desk, contentCase({ receivedAt: nowOf(desk), complainant: she, items: [] }));
  actOnCase(desk, ref, 'decide', { outcome: 'refused', ground: 'no-breach', reasons: 'It is satire.' });
  actOnCase(desk, ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
  actOnCase(desk, ref, 'close', {});
  return ref;
}

const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    served: ['cocial'],
    ports: { clock, ids: systemIds },
    work: (desk) => {
      old = complaint(desk);
      clock.advance(ago - 60_000);
      desk.time.confirm();
      const asked = { kind: 'erasure', facts: {}, items: [], subject: 'Forget me', receivedAt: nowOf(desk), complainant: she };
      request = addCase(desk, contentCase(asked)).ref;
      other = addCase(desk, contentCase({ receivedAt: nowOf(desk), complainant: { name: 'B. Other' }, subject: 'Another matter' })).ref;
      actOnCase(desk, request, 'link', { to: other, as: 'related' });
      actOnCase(desk, request, 'verify-identity', { method: 'document', document: 'passport', result: 'verified', reason: 'Seen.' });
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

async function openWork(desk: DeskPage): Promise<void> {
  await desk.goTo('queue');
  await desk.queue.search.fill(request);
  await desk.press('Enter');
  await desk.case.whenOpen(request);
  await desk.case.pane.getByRole('tab', { name: new RegExp(`^${desk.words.case.tabs.work}`) }).click();
}

describe('what a person asks of this desk itself', () => {
  it('shows what goes and what remains, and takes it out once the ticket is typed', async () => {
    const { desk } = shared;
    const { erasure } = desk.words.keep;
    await desk.entry.unlock(passphrase);
    await openWork(desk);
    const part = desk.case.pane.getByRole('region', { name: erasure.title });
    await part.getByText(old).waitFor();
    await part.getByText(erasure.why.request).waitFor();
    await desk.button(erasure.begin, part).click();
    await part.getByRole('textbox', { name: desk.words.retention.reason }).fill('She asked for it.');
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await part.getByRole('textbox', { name: new RegExp(request) }).fill(request);
    await desk.button(erasure.erase, part).click();
    await desk.button(erasure.write, part).waitFor();
  });

  it('leads to the certificate, which names what went', async () => {
    const { desk } = shared;
    const part = desk.case.pane.getByRole('region', { name: desk.words.keep.erasure.title });
    await desk.button(desk.words.keep.erasure.write, part).click();
    await desk.case.pane.locator('option[value="erasure-certificate"]:checked').waitFor({ state: 'attached' });
    await desk.press('Escape');
  });

  it('tells the story of tied cases with their tickets', async () => {
    const { desk } = shared;
    await openWork(desk);
    const panel = await desk.case.tab('timeline');
    await panel.getByRole('switch', { name: desk.words.case.withTied }).click();
    await panel.getByText(other).first().waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('is asked for consent before her data is kept longer, and Retention says that an answer is awaited', async () => {
    const { desk } = shared;
    await openWork(desk);
    await desk
      .button(desk.words.act['ask-consent'].name, desk.case.pane.getByRole('region', { name: desk.words.keep.consent.title }))
      .click();
    const form = desk.case.panel(desk.words.act['ask-consent'].name);
    await form.getByRole('textbox', { name: desk.words.act['ask-consent'].until }).fill('31-01-2030');
    await form.getByRole('textbox', { name: desk.words.act.reason }).fill('To learn from it.');
    await desk.button(new RegExp(`^${desk.words.act['ask-consent'].submit}`), form).click();
    await desk.case.pane.getByText(desk.words.keep.consent.state.asked).first().waitFor();
    await desk.rail.getByRole('link', { name: desk.words.retention.title }).click();
    await desk.text(new RegExp(`^${request}: asked on`)).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });
});
