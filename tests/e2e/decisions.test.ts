import { describe, expect, it } from 'vitest';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { contentCase } from '../support/desk.ts';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';
import { fill, typedInstant } from '../support/desk-page-words.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const minute = 60_000;
const url = 'https://posts.example/1';

describe('after a decision was sent', () => {
  const refs: string[] = [];
  const shared = sharedDesk(async () => {
    const receivedAt = new Date(Math.floor((Date.now() - 30 * minute) / minute) * minute).toISOString();
    const made = await makeWorkspace({
      served: ['cocial'],
      work: (desk) => {
        for (const subject of ['Picture used without consent', 'Post about another person', 'Post to be appealed']) {
          const { ref } = addCase(desk, contentCase({ receivedAt, subject }));
          const items = [{ value: url, action: 'removed' }];
          actOnCase(desk, ref, 'decide', { outcome: 'upheld', ground: 'rule 3(1)(b)', reasons: 'It was seen on 20-11-2026.', items });
          actOnCase(desk, ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
          refs.push(ref);
        }
      },
    });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });

  it('it is corrected beside itself, and the desk asks for the letter', async () => {
    const { desk } = shared;
    const { words } = desk;
    const form = words.act['correct-decision'];
    await desk.entry.unlock(passphrase);
    await desk.queue.open(refs[0]!);
    await desk.case.choose(form.name);
    const panel = desk.case.panel(form.name);
    await panel.getByRole('textbox', { name: form.stood }).fill('seen on 19-11-2026');
    await panel.getByRole('textbox', { name: form.reads }).fill('seen on 18-11-2026');
    await panel.getByRole('textbox', { name: words.act.reason }).fill('The date was mistyped.');
    await desk.button(new RegExp(`^${form.submit}`), panel).click();
    // What never stood there cannot be corrected.
    await eventually(() => desk.entry.toldAt(panel.getByRole('textbox', { name: form.stood }))).toContain('does not stand');
    await panel.getByRole('textbox', { name: form.stood }).fill('seen on 20-11-2026');
    await desk.button(new RegExp(`^${form.submit}`), panel).click();
    await panel.waitFor({ state: 'detached' });
    await desk.case.whenTimelineShows(words.entry['case_decision-corrected']);
    const facts = await desk.case.tab('facts');
    await facts.getByText(words.decisions.correctedHint).waitFor();
    await facts.getByText('It was seen on 20-11-2026.', { exact: true }).waitFor();
    await desk.case.nextStep.getByText('Tell what was corrected').first().waitFor();
  });

  it('the user whose content it was disputes it in a case of her own, which this officer may decide alone', async () => {
    const { desk } = shared;
    const { words } = desk;
    const form = words.act['request-review'];
    await desk.queue.open(refs[1]!);
    await desk.case.choose(form.name);
    const panel = desk.case.panel(form.name);
    await panel.getByRole('radio', { name: form['affected-user'] }).check();
    await panel.getByRole('textbox', { name: words.officers.name, exact: true }).fill('U. Poster');
    await panel.getByRole('textbox', { name: form.text }).fill('It is my own picture.');
    await desk.button(new RegExp(`^${form.submit}`), panel).click();
    await desk.case.pane.getByText(words.decisions.review.mine.replace('{{name}}', 'O. Example')).waitFor();
    await eventually(() => desk.case.ref()).not.toBe(refs[1]);
    await (await desk.case.tab('facts')).getByRole('button', { name: refs[1]! }).first().waitFor();
    await desk.case.choose(words.act.decide.name);
    const decide = desk.case.panel(words.act.decide.name);
    const outcomes = await decide.getByRole('combobox', { name: words.act.decide.outcome }).locator('option').allTextContents();
    expect(outcomes).toContain(words.decisions.review.outcome.overturned);
    expect(outcomes).not.toContain(words.words.outcome.upheld);
    await desk.press('Escape');
    await desk.press('Escape');
  });

  it('closing it says first which case hangs on it', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.queue.open(refs[1]!);
    await desk.case.choose(words.act.close.name);
    const panel = desk.case.panel(words.act.close.name);
    await panel.getByText(words.act.close.open).waitFor();
    await panel.getByRole('textbox', { name: words.act.close.despite }).fill('The dispute is followed on its own.');
    await desk.button(new RegExp(`^${words.act.close.submit}`), panel).click();
    await desk.case.whenTimelineShows(words.entry.case_closed);
  });

  it('an appeal is recorded with its number and dates, and followed on all its cases', async () => {
    const { desk } = shared;
    const { words } = desk;
    const form = words.act['record-appeal'];
    await desk.queue.open(refs[2]!);
    await desk.case.choose(form.name);
    const panel = desk.case.panel(form.name);
    await panel.getByRole('textbox', { name: form.number }).fill('GAC/2026/0001 (synthetic)');
    await panel.getByRole('textbox', { name: form.replyBy }).fill(typedInstant(Date.now() + 7 * 24 * 60 * minute));
    await desk.button(new RegExp(`^${form.submit}`), panel).click();
    await eventually(() => desk.case.ref()).not.toBe(refs[2]);
    await desk.case.whenTimelineShows(words.entry.appeal_recorded);
    const facts = await desk.case.tab('facts');
    await facts.getByRole('heading', { name: words.decisions.appeal.title }).waitFor();
    await facts.getByText('GAC/2026/0001 (synthetic)').first().waitFor();
    await facts.getByRole('button', { name: refs[2]! }).first().click();
    await desk.case.whenOpen(refs[2]!);
    await (await desk.case.tab('facts')).getByText('GAC/2026/0001 (synthetic)').first().waitFor();
  });

  it('the user whose content went is told in a case of her own', async () => {
    const { desk } = shared;
    const { words } = desk;
    const form = words.act['uploader-notice'];
    const facts = await desk.case.tab('facts');
    await facts.getByText(words.decisions.uploader.open).waitFor();
    await desk.button(form.name, facts).click();
    const panel = desk.case.panel(form.name);
    await panel.getByRole('textbox', { name: words.officers.name, exact: true }).fill('U. Poster');
    await panel.getByRole('textbox', { name: form.groundSent }).fill('The post misleads about its origin.');
    await desk.button(new RegExp(`^${form.submit}`), panel).click();
    await eventually(() => desk.case.ref()).not.toBe(refs[2]);
    await desk.case.whenTimelineShows(words.entry.case_decided);
    expect(await desk.case.pane.textContent()).not.toContain('A. Example');
    await desk.case.nextStep.waitFor();
    await desk.queue.open(refs[2]!);
    await (await desk.case.tab('facts')).getByText(fill(words.decisions.uploader.preparing, { at: '' })).waitFor();
  });

  it('officers of record are appointed in Settings, and a gap is told', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.goTo('settings');
    const panel = desk.page.getByRole('region', { name: words.officers.title });
    await panel.getByText(words.officers.findings).waitFor();
    await desk.button(words.officers.add, panel).click();
    await panel.getByRole('textbox', { name: words.officers.name }).fill('G. Officer');
    await panel.getByRole('textbox', { name: words.officers.email }).fill('g@platform.example');
    await panel.getByRole('textbox', { name: words.staff.from }).fill('01-01-2026');
    await panel.getByRole('textbox', { name: words.act.reason }).fill('Board minute 4.');
    await desk.button(words.staff.save, panel).click();
    await panel.getByText('G. Officer').first().waitFor();
    await panel.getByText(words.officers.findings).waitFor({ state: 'detached' });
  });
});
