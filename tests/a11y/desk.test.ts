import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskPage } from '../support/desk-page.ts';
import { violationsInBothThemes, violationsOn } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { fill } from '../support/desk-page-words.ts';

const shared = sharedDesk(() => ({ demo: true }));

/** Every screen of the open desk against axe: in light and dark, and once more in Hindi, whose colours are the same. */
describe.each(['en', 'hi'] as const)('the open desk in %s', (language) => {
  const faultless = async (desk: DeskPage) =>
    expect(await (language === 'en' ? violationsInBothThemes(desk) : violationsOn(desk, 'all but colours'))).toEqual([]);

  beforeAll(async () => {
    const { desk } = shared;
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await desk.goTo('settings');
    await desk.page
      .getByRole('radiogroup', { name: desk.words.settings.language })
      .getByText(language === 'hi' ? 'हिन्दी' : 'English')
      .click();
    desk.reads(language);
    await desk.page.getByRole('heading', { level: 1, name: desk.words.app.rooms.settings }).waitFor();
  });

  it('has no fault on the settings', async () => {
    await faultless(shared.desk);
  });

  it('has no fault on the day', async () => {
    const { desk } = shared;
    await desk.goTo('today');
    await desk.page.getByRole('table').waitFor();
    await faultless(desk);
  });

  it('has no fault on the record, with a verdict shown', async () => {
    const { desk } = shared;
    await desk.goTo('audit');
    await desk.button(desk.words.audit.fast).click();
    await desk.text(desk.words.audit.ok).waitFor();
    await desk.page.getByRole('table').getByRole('row').nth(1).waitFor();
    await desk.page.getByRole('radio', { name: desk.words.audit.bodiesAll }).check();
    await faultless(desk);
  });

  it('has no fault on the queue', async () => {
    const { desk } = shared;
    await desk.goTo('queue');
    await desk.queue.whenReady();
    await desk.queue.bandCount('overdue');
    await faultless(desk);
  });

  it('has no fault where a filter leaves nothing', async () => {
    const { desk } = shared;
    await desk.queue.search.fill('no such words anywhere');
    await desk.text(desk.words.queue.emptyFiltered).waitFor();
    await faultless(desk);
    await desk.queue.clear();
    await desk.queue.whenReady();
  });

  it.each(['timeline', 'facts', 'items', 'letters', 'evidence'] as const)('has no fault on a case with the tab %s', async (tab) => {
    const { desk } = shared;
    if ((await desk.case.pane.count()) === 0) {
      // One that waits for its acknowledgement: nothing lacks in that letter, whatever the hour.
      await desk.queue.grid.getByRole('row').filter({ hasText: desk.words.words.state.received }).first().click();
      await desk.case.ref();
    }
    await desk.case.tab(tab);
    await faultless(desk);
  });

  it('has no fault where a date is explained and the menu of acts is open', async () => {
    const { desk } = shared;
    const why = desk.button(desk.words.case.clock.why, desk.case.clocks).first();
    await why.click();
    await desk.case.clocks.getByRole('listitem').getByRole('listitem').first().waitFor();
    await desk.button(desk.words.case.acts, desk.case.pane).click();
    await desk.page.getByRole('menuitem').first().waitFor();
    await faultless(desk);
    await desk.press('Escape');
    await why.click();
  });

  it.each(['note', 'amend', 'decide', 'triage', 'void', 'assign', 'link'] as const)(
    'has no fault on the form of the act %s',
    async (act) => {
      const { desk } = shared;
      await desk.case.choose(desk.words.act[act].name);
      const panel = desk.case.panel(desk.words.act[act].name);
      await panel.getByRole('button').last().waitFor();
      // To triage a case as what it is, or to take it oneself, lacks nothing: it would be done.
      if (act !== 'triage' && act !== 'assign') await desk.press('Control+Enter');
      await faultless(desk);
      await desk.button(desk.words.common.cancel, panel).first().click();
      await panel.waitFor({ state: 'detached' });
    },
  );

  it('has no fault on a letter before it is sealed', async () => {
    const { desk } = shared;
    await desk.case.choose(desk.words.act.letter.name);
    const panel = desk.case.panel(desk.words.act.letter.name);
    await panel.getByRole('img', { name: fill(desk.words.case.letter.page, { page: 1 }) }).waitFor();
    await faultless(desk);
    await desk.button(desk.words.common.cancel, panel).first().click();
    await panel.waitFor({ state: 'detached' });
  });

  it('has no fault on the sheet of a new case, also where something is missing', async () => {
    const { desk } = shared;
    await desk.intake.begin();
    await desk.intake.clocks.waitFor();
    await desk.press('Control+Enter');
    await desk.intake.sheet.getByRole('alert').first().waitFor();
    await faultless(desk);
    await desk.press('Escape');
    await desk.intake.sheet.waitFor({ state: 'detached' });
  });

  it('has no fault on the sheet that takes mail in', async () => {
    const { desk } = shared;
    await desk.drop([
      { name: 'photo.jpg', bytes: Buffer.alloc(20) },
      { name: 'one.eml', bytes: Buffer.from('Subject: one\n\nText') },
    ]);
    await desk.button(desk.words.intake.import.begin, desk.intake.importSheet).waitFor();
    await faultless(desk);
    await desk.intake.close();
  });

  it('has no fault on the palette and on the sheet of keys', async () => {
    const { desk } = shared;
    await desk.press('Control+k');
    await desk.page.getByRole('dialog').getByRole('textbox').waitFor();
    await faultless(desk);
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.press('?');
    await desk.dialog(desk.words.app.keysTitle).waitFor();
    await faultless(desk);
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
