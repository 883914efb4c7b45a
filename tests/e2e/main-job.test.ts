import { describe, expect, it } from 'vitest';
import { flatWordsOfPdf } from '../support/desk-page-pdf.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { fill } from '../support/desk-page-words.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const reasons = 'The picture was altered by computer and shows the complainant without her consent.';

describe('a complaint from its receipt to its closing, by keyboard alone', () => {
  const shared = sharedDesk(async () => {
    const made = await makeWorkspace({ served: ['nojoto', 'cocial'] });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });
  let ref = '';
  let entries = 0;

  it('is filed with twelve stops of Tab at most', async () => {
    const { desk } = shared;
    const { words, intake } = desk;
    await desk.whenFocused(desk.entry.passphrase);
    await desk.type(passphrase);
    await desk.press('Enter');
    await desk.whenOpen();
    entries = await desk.record();

    await desk.press('Control+n');
    await intake.urgency.waitFor();
    // The first question has the focus: an arrow answers it.
    await desk.whenFocused(intake.urgency.getByRole('radio').first());
    await desk.press('ArrowDown');
    expect(await intake.urgency.getByRole('radio', { name: words.intake.urgent.intimate }).isChecked()).toBe(true);
    let stops = 1;
    stops += await desk.tabTo(intake.field(words.intake.name), 12);
    await desk.type('A. Example');
    stops += await desk.tabTo(intake.field(words.intake.email), 12);
    await desk.type('a@mail.example');
    stops += await desk.tabTo(intake.field(words.intake.subject), 12);
    await desk.type('Morphed picture of me');
    stops += await desk.tabTo(intake.field(words.intake.text), 12);
    await desk.type('A picture of me was altered and posted twice.');
    stops += await desk.tabTo(intake.field(words.intake.items), 12);
    await desk.type('https://posts.example/1\nhttps://posts.example/2');
    // What the answers mean is told while one types.
    await intake.clocks.getByText(words.rules['IT-NCII-2H'].name).waitFor();
    stops += await desk.tabTo(desk.button(new RegExp(`^${words.intake.save}`), intake.sheet), 12);
    expect(stops).toBeLessThanOrEqual(12);
    await desk.press('Enter');
    await intake.sheet.waitFor({ state: 'detached' });
    ref = await desk.case.ref();
    expect(ref).toMatch(/^NOJ-\d{4}-000001-\d$/);
    await desk.toast(fill(words.intake.added, { ref })).waitFor();
  });

  it('shows its live clocks and opens from the queue with Enter', async () => {
    const { desk } = shared;
    await desk.whenFocused(desk.case.pane.getByRole('heading', { level: 2 }));
    const line = desk.case.clocks.getByRole('listitem').filter({ hasText: desk.words.rules['IT-NCII-2H'].name });
    await line.getByText(/^1 h 5\d min$|^2 h 0 min$/).waitFor();
    await desk.press('Escape');
    await desk.case.pane.waitFor({ state: 'detached' });
    await desk.whenFocused(desk.queue.grid);
    await desk.press('j', 'k', 'Enter');
    await desk.case.whenOpen(ref);
  });

  it('is acknowledged: read, sealed, and recorded as sent', async () => {
    const { desk } = shared;
    const { words } = desk;
    const panel = desk.case.panel(words.act.acknowledge.name);
    await desk.press('a');
    await panel.getByRole('img', { name: fill(words.case.letter.page, { page: 1 }) }).waitFor();
    await desk.tabTo(desk.button(words.case.letter.seal, panel));
    await desk.press('Enter');
    // The next thing to do is within reach: the focus is on the form that records the sending.
    await desk.button(new RegExp(`^${words.case.letter.recordSent}`), panel).waitFor();
    await desk.tabTo(panel.getByRole('textbox', { name: words.case.letter.proof }));
    await desk.type('message 1@cocial.example');
    await desk.press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await desk.case.whenNext('start-review');
    const line = desk.case.clocks.getByRole('listitem').filter({ hasText: words.rules['IT-ACK-24H'].name });
    await desk.tabTo(desk.button(/\d more clocks?/, desk.case.clocks));
    await desk.press('Enter');
    await line.getByText(new RegExp(words.case.clock.met)).waitFor();
  });

  it('is reviewed and decided with reasons and what was done to each item', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.press('r');
    await desk.case.whenNext('decide');
    await desk.press('d');
    const panel = desk.case.panel(words.act.decide.name);
    await desk.whenFocused(panel.getByRole('combobox', { name: words.act.decide.outcome }));
    await desk.press('ArrowDown');
    await desk.tabTo(panel.getByRole('combobox', { name: words.act.decide.ground }), 3);
    await desk.type('Rule 3(2)(b)');
    await desk.tabTo(panel.getByRole('textbox', { name: words.act.decide.reasons, exact: true }), 4);
    await desk.type(reasons);
    await desk.tabTo(panel.getByRole('combobox', { name: fill(words.act['act-on-items'].all_other, { n: 2 }) }), 3);
    await desk.press('ArrowDown', 'Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await desk.case.whenNext('letter');
    const items = await desk.case.tab('items');
    expect(await items.getByRole('cell', { name: new RegExp(`^${words.words.itemAction.removed}`) }).count()).toBe(2);
  });

  it('is answered by a sealed letter that can be saved and is recorded as sent', async () => {
    const { desk } = shared;
    const { words } = desk;
    const panel = desk.case.panel(words.act.letter.name);
    await desk.tabTo(desk.button(new RegExp(`^${words.case.next.letter.button}`), desk.case.nextStep), 60, 'Shift+Tab');
    await desk.press('Enter');
    await panel.getByRole('img', { name: fill(words.case.letter.page, { page: 1 }) }).waitFor();
    await desk.tabTo(desk.button(words.case.letter.seal, panel));
    await desk.press('Enter');
    await desk.button(words.case.letter.save, panel).waitFor();
    await desk.tabTo(desk.button(words.case.letter.save, panel));
    const file = await desk.savedBy(() => desk.press('Enter'));

    const text = flatWordsOfPdf(file);
    expect(text).toContain(ref);
    expect(text).toContain(reasons);
    expect(text).toContain('A. Example');
    expect(text).toMatch(/Record \d+ · [A-Z2-7]{32}/);

    await desk.tabTo(panel.getByRole('textbox', { name: words.case.letter.proof }));
    await desk.type('message 2@cocial.example');
    await desk.press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await desk.case.whenNext('close');
  });

  it('is closed from the palette, and the timeline tells it all', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.press('Control+k');
    await desk.page.getByRole('dialog').getByRole('textbox').waitFor();
    await desk.type(words.act.close.name);
    await desk.page.getByRole('dialog').getByText(words.act.close.name, { exact: true }).waitFor();
    await desk.press('Enter');
    await desk.case.whenNext('nothing');
    const { entry } = words;
    const sealed = [entry.letter_prepared, entry.letter_sealed, entry.signed];
    const decided = [entry['case_review-started'], entry.case_decided, entry.signed];
    expect(await desk.case.timeline()).toEqual([
      entry.case_received,
      ...sealed,
      entry.letter_dispatched,
      ...decided,
      ...sealed,
      entry.letter_exported,
      entry.letter_dispatched,
      entry.case_closed,
    ]);
    await desk.queue.whenTotal(0);
    await desk.queue.view(words.words.state.closed).getByText('1', { exact: true }).waitFor();
  });

  it('has added to the record, which verifies', async () => {
    const { desk } = shared;
    expect(await desk.record()).toBeGreaterThanOrEqual(entries + 14);
    await desk.goTo('audit');
    await desk.button(desk.words.audit.deep).click();
    await desk.text(desk.words.audit.ok).waitFor();
    const journal = desk.page.getByRole('table');
    expect(await journal.getByRole('row').filter({ hasText: ref }).count()).toBeGreaterThanOrEqual(14);
  });
});
