import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const order = {
  ...{ instrument: 'bnss-94-police', agency: 'Example Police Station', officerName: 'S. Officer', number: 'FIR 9/2026' },
  ...{ purpose: 'investigation', inWriting: true, categories: 'all data of the account' },
};

const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    work: (desk) => {
      const receivedAt = new Date(desk.clock.now()).toISOString();
      const head = { platform: 'cocial', kind: 'information-order', receivedAt, channel: 'email', subject: 'Order for data' };
      addCase(desk, { ...head, order, items: [{ type: 'account', value: '@some.handle' }] });
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

const tab = () => shared.desk.case.pane.getByRole('tabpanel', { name: /^Order/ });

describe('an order for data', () => {
  it('that asks for too much says so, and offers to narrow it', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.whenOpen();
    await desk.page.getByText('Order for data').first().click();
    await desk.case.pane.getByRole('tab', { name: /^Order/ }).click();
    await desk.text('It asks for too much', tab()).waitFor();
    await desk.text(/it asks for everything instead of named sorts of data; it names no period/, tab()).waitFor();
    await desk.button('Propose a narrower scope', tab()).click();
    const panel = desk.case.panel('Ask back, narrow, refuse, challenge, produce');
    await panel.getByLabel('Scope that is proposed').fill('Registration data of @some.handle.');
    await panel.getByLabel('Why').fill('No more serves the purpose.');
    await desk.button(/^Record the step/, panel).click();
    await desk.text('Where it stands: narrower scope proposed', tab()).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('is preserved, and stands in the list of preservations with its end', async () => {
    const { desk } = shared;
    await desk.button('Preserve', tab()).click();
    const panel = desk.case.panel('Preserve');
    await panel.getByLabel('Reason').fill('As the order asks.');
    await desk.button(/^Preserve/, panel).click();
    await desk.text(/^Until \d\d-\d\d-\d{4} · @some\.handle/, tab()).waitFor();
    await desk.page.getByRole('link', { name: 'Preservations' }).click();
    const table = desk.page.getByRole('table', { name: 'Preservations' });
    await desk.text(/No system has confirmed it yet/, table).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('is counted; the copy for the public holds so few back', async () => {
    const { desk } = shared;
    await desk.page.getByRole('link', { name: 'Requests', exact: true }).click();
    const table = desk.page.getByRole('table', { name: 'Requests of authorities' });
    await table.getByRole('row', { name: /Written order of the police, BNSS section 94/ }).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.page.getByRole('checkbox', { name: 'Copy for the public' }).check();
    await desk.text(/This is what would be public/).waitFor();
    expect(await table.getByRole('row', { name: /^Total/ }).textContent()).toMatch(/Total–+$/);
  });
});
