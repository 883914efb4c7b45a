import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { contentCase } from '../support/desk.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

let ref = '';
const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    work(desk) {
      const receivedAt = new Date(Date.now() - 20 * 60_000).toISOString();
      const text = 'A fake account in my name shows morphed photos of me.';
      ref = addCase(desk, contentCase({ kind: 'unsorted', facts: {}, items: [], subject: 'Please help', text, receivedAt })).ref;
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

describe('sorting', () => {
  it('is helped by what the words of a complaint may mean, and decided by a person', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.queue.open(ref);
    const { act, intake, words } = desk.words;
    await desk.press('t');
    const panel = desk.case.panel(act.triage.name);
    const box = panel.getByRole('region', { name: intake.suggest.title });
    await desk.text('It says “morphed”', box).waitFor();
    expect(await box.getByRole('listitem').count()).toBe(2);
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(`Take it: ${words.kind.content}: ${words.category['obscene-or-invasive']}`, box).click();
    await desk.button(new RegExp(`^${act.triage.submit}`), panel).click();
    await panel.waitFor({ state: 'detached' });
    await desk
      .text(/Intimate content/, desk.case.clocks)
      .first()
      .waitFor();
  });

  it('is helped while a complaint is typed, with whether the person is under 18', async () => {
    const { desk } = shared;
    const { intake, words, facts } = desk.words;
    await desk.press('Control+n');
    const { sheet } = desk.intake;
    await sheet.getByRole('textbox', { name: intake.subject }).fill('A copy of my data');
    const box = sheet.getByRole('region', { name: intake.suggest.title });
    await desk.button(`Take it: ${words.kind.access}`, box).click();
    await box.waitFor({ state: 'detached' });
    await sheet
      .getByRole('radiogroup', { name: new RegExp(facts.minor.label) })
      .getByText(desk.words.common.yes)
      .click();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.button(new RegExp(`^${intake.save}`), sheet).click();
    await sheet.waitFor({ state: 'detached' });
    await desk.text(desk.words.case.minor, desk.case.pane).waitFor();
    await desk
      .text(new RegExp(`^${words.kind.access}`), desk.case.pane)
      .first()
      .waitFor();
  });
});
