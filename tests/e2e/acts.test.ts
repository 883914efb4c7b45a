import { describe, expect, it } from 'vitest';
import { addCase } from '../../src-main/cases/index.ts';
import { contentCase } from '../support/desk.ts';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';
import { fill, typedInstant } from '../support/desk-page-words.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const minute = 60_000;

describe('acts on a case', () => {
  const refs: string[] = [];
  const shared = sharedDesk(async () => {
    const receivedAt = new Date(Math.floor((Date.now() - 30 * minute) / minute) * minute).toISOString();
    const made = await makeWorkspace({
      served: ['cocial'],
      work: (desk) => {
        for (const subject of ['Case one', 'Case two', 'Case three']) refs.push(addCase(desk, contentCase({ receivedAt, subject })).ref);
      },
    });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });

  it('can be taken back by the button of the toast', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.entry.unlock(passphrase);
    await desk.queue.open(refs[0]!);
    await desk.press('r');
    const toast = desk.toast(fill(words.act['start-review'].done, { ref: refs[0]! }));
    await toast.waitFor();
    await stateOf(words.words.state['under-review']).waitFor();
    await desk.button(new RegExp(`^${words.common.undo}`), toast).click();
    await desk.toast(words.act.undone).waitFor();
    await stateOf(words.words.state.received).waitFor();
    await desk.case.whenTimelineShows(words.entry.case_undone);
  });

  it('can be taken back by Ctrl+Z, which writes a correcting entry and erases nothing', async () => {
    const { desk } = shared;
    const before = (await desk.case.timeline()).length;
    await desk.press('r');
    await stateOf(desk.words.words.state['under-review']).waitFor();
    await desk.press('Control+z');
    await stateOf(desk.words.words.state.received).waitFor();
    await eventually(async () => (await desk.case.timeline()).length).toBe(before + 2);
  });

  it('amend the receipt with a reason; what stood before is told, and the clocks follow', async () => {
    const { desk } = shared;
    const { words } = desk;
    const due = () => desk.case.clocks.getByRole('listitem').filter({ hasText: words.rules['IT-ACK-24H'].name }).textContent();
    const before = await due();
    await desk.case.choose(words.act.amend.name);
    const panel = desk.case.panel(words.act.amend.name);
    const field = panel.getByRole('textbox', { name: words.intake.receivedAt });
    const stood = await field.inputValue();
    const earlier = typedInstant(Date.now() - 3 * 60 * minute);
    await field.fill(earlier);
    await desk.button(new RegExp(`^${words.act.amend.submit}`), panel).click();
    // Without a reason nothing is changed.
    expect(await desk.entry.toldAt(panel.getByRole('textbox', { name: words.act.reason }))).toContain(words.common.required);
    await panel.getByRole('textbox', { name: words.act.reason }).fill('The envelope shows an earlier hour.');
    await panel.getByRole('textbox', { name: words.act.reason }).press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await desk.case.whenTimelineShows(words.entry.case_amended);
    await (await desk.case.tab('timeline')).getByText(fill(words.entry.lines.receipt, { at: earlier, was: stood })).waitFor();
    await eventually(due).not.toBe(before);
  });

  it('refuse a receipt in the future at the field', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.case.choose(words.act.amend.name);
    const panel = desk.case.panel(words.act.amend.name);
    const field = panel.getByRole('textbox', { name: words.intake.receivedAt });
    await field.fill(typedInstant(Date.now() + 120 * minute));
    await panel.getByRole('textbox', { name: words.act.reason }).fill('A slip of the pen.');
    await desk.press('Control+Enter');
    expect(await desk.entry.toldAt(field)).toContain(words.common.inFuture);
    await desk.press('Escape');
    await desk.button(words.common.cancel, panel).first().click();
    await panel.waitFor({ state: 'detached' });
  });

  it('void a case only when its ticket is typed by hand, and the ticket stays used', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.press('Escape');
    await desk.queue.open(refs[1]!);
    await desk.case.choose(words.act.void.name);
    const panel = desk.case.panel(words.act.void.name);
    const submit = desk.button(new RegExp(`^${words.act.void.submit}`), panel);
    await panel.getByRole('textbox', { name: words.act.reason }).fill('Entered twice by mistake.');
    const typed = panel.getByRole('textbox', { name: fill(words.common.typeToConfirm, { text: refs[1]! }) });
    await typed.fill('COC-2026');
    expect(await submit.isDisabled()).toBe(true);
    await typed.fill(refs[1]!.toLowerCase());
    await submit.click();
    await panel.waitFor({ state: 'detached' });
    await desk.case.pane.getByText(words.words.outcome.void, { exact: true }).waitFor();
    await desk.queue.whenTotal(2);
    await desk.queue.row(refs[1]!).waitFor({ state: 'detached' });
    const next = await desk.intake.file({ subject: 'Case four' });
    expect(Number(next.slice(9, 15))).toBe(4);
  });

  it('reopen a closed case for the complainant, with new clocks beside the frozen ones', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.queue.view(words.words.state.closed).click();
    await desk.queue.whenTotal(1, 'totalClosed');
    await desk.queue.open(refs[1]!);
    await desk.case.choose(words.act.reopen.name);
    const panel = desk.case.panel(words.act.reopen.name);
    await panel.getByRole('radio', { name: words.act.reopen.complainant }).check();
    await panel.getByRole('textbox', { name: words.act.reason }).fill('The complainant wrote again.');
    await desk.press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await stateOf(words.words.state.reopened).waitFor();
    await desk.case.whenTimelineShows(words.entry.case_reopened);
    await desk.case.clocks
      .getByText(/2[34] h|^1 d/)
      .first()
      .waitFor();
    await desk.queue.clear();
    await desk.queue.whenTotal(4);
  });

  it('keep a note, and never the half-typed one of another case', async () => {
    const { desk } = shared;
    const { words } = desk;
    const panel = desk.case.panel(words.act.note.name);
    const text = panel.getByRole('textbox', { name: words.act.note.text });
    await desk.press('m');
    await text.fill('Asked the platform team by phone.');
    await desk.press('Escape');
    await desk.queue.open(refs[2]!);
    await desk.press('m');
    expect(await text.inputValue()).toBe('');
    await text.fill('A note of another case.');
    await desk.press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await desk.queue.open(refs[1]!);
    await desk.press('m');
    await eventually(() => text.inputValue()).toBe('Asked the platform team by phone.');
    await desk.press('Control+Enter');
    await panel.waitFor({ state: 'detached' });
    await (await desk.case.tab('timeline')).getByText('Asked the platform team by phone.').waitFor();
  });

  it('explain each date from the receipt to the due second', async () => {
    const { desk } = shared;
    const { words } = desk;
    const line = desk.case.clocks.getByRole('listitem').filter({ hasText: words.rules['IT-RES-7D'].name }).first();
    await desk.button(words.case.clock.why, line).click();
    const steps = line.getByRole('list').first().getByRole('listitem');
    await steps.nth(1).waitFor();
    // The last step is the due moment itself.
    const due = /\d\d-\d\d-\d{4} \d\d:\d\d/.exec((await line.textContent()) ?? '')?.[0] ?? 'none';
    expect(await steps.last().textContent()).toContain(due);
  });

  it('say of a letter what it lacks, where its pages would stand', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.case.choose(words.act.letter.name);
    const panel = desk.case.panel(words.act.letter.name);
    await panel.getByRole('combobox', { name: words.case.letter.which }).selectOption({ label: words.words.template['missing-details'] });
    await desk.text(words.case.letter.noPages, panel).waitFor();
    await panel.getByRole('alert').filter({ hasText: words.case.letter.missing }).waitFor();
    expect(await desk.button(words.case.letter.seal, panel).isDisabled()).toBe(true);
    await desk.button(words.common.cancel, panel).first().click();
    await panel.waitFor({ state: 'detached' });
  });

  function stateOf(state: string) {
    return shared.desk.case.pane
      .getByRole('listitem')
      .getByText(state, { exact: true })
      .or(shared.desk.case.pane.getByRole('listitem').filter({ hasText: new RegExp(`^${state}$`) }))
      .first();
  }
});
