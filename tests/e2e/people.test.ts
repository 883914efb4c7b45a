import { describe, expect, it } from 'vitest';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { contentCase } from '../support/desk.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const colleague = 'D. Example';
const hers = 'four other invented words here';

/** An erasure of an invented person, worked up to its decision. */
function erasureToDecide(desk: Desk): string {
  const { ref } = addCase(desk, contentCase({ platform: 'nojoto', kind: 'erasure', facts: {}, items: [], receivedAt: nowOf(desk) }));
  const act = (name: ActName, input: unknown = {}) => actOnCase(desk, ref, name, input);
  act('acknowledge', { sentAt: nowOf(desk), mode: 'email' });
  act('start-review');
  act('verify-identity', { method: 'document', document: 'passport', result: 'verified', reason: 'seen in person' });
  for (let n = 0; n < 30; n += 1) {
    const { next, steps } = caseView(desk.db, ref, nowOf(desk)).work;
    if (next.act !== 'search-system') break;
    act('search-system', { system: steps.find(({ id }) => id === next.step)?.missing[0], query: 'a@mail.example', found: 1 });
  }
  return ref;
}

describe('two people at one desk', () => {
  let ref = '';
  const shared = sharedDesk(async () => {
    const made = await makeWorkspace({
      served: ['nojoto'],
      work: (desk) => {
        ref = erasureToDecide(desk);
      },
    });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });

  const region = (title: string) => shared.desk.page.getByRole('region', { name: title, exact: true });
  const field = (label: string, title: string) => region(title).getByRole('textbox', { name: label, exact: true });

  it('begin when the administrator adds the second with a role and a passphrase of her own', async () => {
    const { desk } = shared;
    const { staff, words } = desk.words;
    await desk.entry.unlock(passphrase);
    await desk.goTo('settings');
    await desk.button(staff.add).click();
    await field(staff.name, staff.title).fill(colleague);
    await region(staff.title).getByRole('checkbox', { name: words.role.deputy, exact: true }).check();
    await field(staff.newPassphrase, staff.title).fill(hers);
    await desk.button(staff.save, region(staff.title)).click();
    // Her own passphrase is asked for at its field, and nothing typed is lost.
    await desk.text(desk.words.common.required, region(staff.title)).first().waitFor();
    await field(staff.yours, staff.title).fill(passphrase);
    await desk.button(staff.save, region(staff.title)).click();
    await region(staff.title).getByRole('listitem').filter({ hasText: colleague }).getByText(words.role.deputy).waitFor();
    // The focus is back where she began.
    await desk.whenFocused(desk.button(staff.add));
  });

  it('are asked at the locked desk who they are, and each opens it with her own passphrase', async () => {
    const { desk } = shared;
    await desk.lock();
    const who = desk.page.getByRole('combobox', { name: desk.words.staff.who });
    await who.selectOption({ label: colleague });
    await desk.entry.tryPassphrase(passphrase);
    await desk.text(desk.words.unlock.wrong).waitFor();
    await desk.entry.tryPassphrase(hers);
    await desk.whenOpen();
    await desk.text(colleague, desk.foot).waitFor();
  });

  it('each see what her role allows: a deputy reads who works here and changes nobody', async () => {
    const { desk } = shared;
    const { staff } = desk.words;
    await desk.goTo('settings');
    await region(staff.title).getByText(colleague).waitFor();
    expect(await desk.button(staff.add).count()).toBe(0);
    expect(await desk.page.getByRole('button', { name: new RegExp(`^${staff.change}`) }).count()).toBe(0);
  });

  async function decide(): Promise<void> {
    const { desk } = shared;
    const { decide: act } = desk.words.act;
    const panel = desk.case.panel(act.name);
    await panel.getByRole('combobox', { name: act.outcome }).selectOption({ label: desk.words.words.outcome.complied });
    await panel.getByRole('combobox', { name: act.ground }).fill('The policy gives it.');
    await panel.getByRole('textbox', { name: act.reasons, exact: true }).fill('The law and the policy give it.');
    await desk.press('Control+Enter');
  }

  it('decide an erasure together: the desk refuses one alone and keeps what she typed', async () => {
    const { desk } = shared;
    await desk.goTo('queue');
    await desk.queue.open(ref);
    await desk.press('d');
    await decide();
    const panel = desk.case.panel(desk.words.act.decide.name);
    await stepUp();
    await desk.text(new RegExp(desk.words.approvals.needed), panel).waitFor();
    await desk.button(desk.words.approvals.goThere, panel).click();
    await region(desk.words.approvals.title).getByText(desk.words.approvals.act['erasure-decision']).waitFor();
  });

  /** Types the passphrase again where the desk asks for it. */
  async function stepUp(): Promise<void> {
    const { desk } = shared;
    const dialog = desk.dialog(desk.words.staff.confirm);
    const needed = desk.text(new RegExp(desk.words.approvals.needed));
    await dialog.or(needed).first().waitFor();
    if (!(await dialog.isVisible())) return;
    await dialog.getByRole('textbox').fill(hers);
    await desk.button(desk.words.staff.go, dialog).click();
  }

  it('agree on the spot with the passphrase of the other, and the act is done once more and counts', async () => {
    const { desk } = shared;
    const { approvals, words } = desk.words;
    const waiting = region(approvals.title);
    await waiting.getByRole('textbox', { name: approvals.passphrase, exact: true }).fill(hers);
    await desk.button(approvals.agree, waiting).click();
    await desk.text(desk.words.unlock.wrongPassphrase, waiting).waitFor();
    await waiting.getByRole('textbox', { name: approvals.passphrase, exact: true }).fill(passphrase);
    await desk.button(approvals.agree, waiting).click();
    await desk.text(approvals.none, waiting).waitFor();
    await desk.goTo('queue');
    await desk.queue.open(ref);
    await desk.press('d');
    const panel = desk.case.panel(desk.words.act.decide.name);
    // The draft stood while she was away.
    await panel.getByText('The law and the policy give it.').waitFor();
    await desk.press('Control+Enter');
    await stepUpOr(panel);
    await desk.page.getByRole('article').getByText(words.state.decided, { exact: true }).first().waitFor();
    await desk.case.whenTimelineShows(desk.words.entry.case_decided);
  });

  async function stepUpOr(panel: ReturnType<typeof region>): Promise<void> {
    const { desk } = shared;
    const dialog = desk.dialog(desk.words.staff.confirm);
    await Promise.race([dialog.waitFor(), panel.waitFor({ state: 'detached' })]);
    if (!(await dialog.isVisible())) return;
    await dialog.getByRole('textbox').fill(hers);
    await desk.button(desk.words.staff.go, dialog).click();
    await panel.waitFor({ state: 'detached' });
  }
});
