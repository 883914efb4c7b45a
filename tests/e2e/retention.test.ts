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
const ago = 400 * day;
const started = Date.now();
const clock = testClock(new Date(started - ago).toISOString());

let [old, held, young] = ['', '', ''];

function closedCase(desk: Desk, subject: string): string {
  const { ref } = addCase(desk, contentCase({ platform: 'socnect', receivedAt: nowOf(desk), subject }));
  actOnCase(desk, ref, 'decide', { outcome: 'refused', ground: 'Not covered', reasons: 'It is not covered.' });
  actOnCase(desk, ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
  actOnCase(desk, ref, 'close', {});
  return ref;
}

const shared = sharedDesk(async () => {
  const made = await makeWorkspace({
    served: ['socnect'],
    ports: { clock, ids: systemIds },
    work: (desk) => {
      old = closedCase(desk, 'An old complaint');
      held = closedCase(desk, 'Another old complaint');
      clock.advance(ago - 60_000);
      desk.time.confirm();
      actOnCase(desk, held, 'hold', { scope: 'case', instrument: 'Order 7', reason: 'An appeal.' });
      young = closedCase(desk, 'A new complaint');
    },
  });
  return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
});

async function room(desk: DeskPage): Promise<void> {
  await desk.rail.getByRole('link', { name: desk.words.retention.title }).click();
  await desk.page.getByRole('heading', { level: 1, name: desk.words.retention.title }).waitFor();
}

const table = (desk: DeskPage) => desk.page.getByRole('table');
const part = (desk: DeskPage, name: string) => desk.page.getByRole('radiogroup', { name: desk.words.retention.parts }).getByText(name);

describe('retention', () => {
  it('lists what may go, what is held up and all that is closed, each with its reason', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await room(desk);
    await desk.button(old, table(desk)).waitFor();
    expect(await table(desk).getByRole('row').count()).toBe(2);
    await desk.button(`Why ${old} is kept until then`).click();
    await desk.text(/1 year from the closing/).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await part(desk, 'Held up (1)').click();
    await desk.button(`Why ${held} is kept until then`).click();
    await desk.text(/A legal hold \(Order 7/).waitFor();
    await part(desk, 'All closed (3)').click();
    expect(await desk.page.getByRole('checkbox', { name: `Choose ${young}` }).isDisabled()).toBe(true);
    await part(desk, 'May go now (1)').click();
  });

  it('purges a chosen case by keyboard once its ticket is typed, and the database is written anew', async () => {
    const { desk } = shared;
    const { retention } = desk.words;
    await desk.page.getByRole('checkbox', { name: `Choose ${old}` }).focus();
    await desk.press('Space');
    const reason = desk.page.getByRole('textbox', { name: retention.reason });
    await reason.fill('Asked by A. Example');
    expect(await desk.button(retention.purge).isDisabled()).toBe(true);
    await desk.page.getByRole('textbox', { name: new RegExp(old) }).fill(old);
    await desk.button(retention.purge).click();
    await desk.text(/names somebody or something of the case/).waitFor();
    await desk.page.getByRole('checkbox', { name: `Choose ${old}` }).check();
    await reason.fill('The time is over.');
    await desk.page.getByRole('textbox', { name: new RegExp(old) }).fill(old);
    await desk.press('Enter');
    await desk.text('1 case is purged.').waitFor();
    await desk.text(retention.scrubDone).waitFor();
    await desk.text(retention.empty.due).waitFor();
  });

  it('opens the ticket of a purged case on what remains of it', async () => {
    const { desk } = shared;
    await desk.goTo('queue');
    await desk.queue.search.fill(old);
    await desk.press('Enter');
    await desk.text(`${old} was purged`).waitFor();
    await desk.text('The time is over.').waitFor();
    await desk.text(/alone, at a desk of one person/).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
    await desk.press('Escape');
    await desk.text(`${old} was purged`).waitFor({ state: 'detached' });
  });

  it('goes on working on the new database, and says on a closed case until when it is kept', async () => {
    const { desk } = shared;
    await desk.queue.search.fill(young);
    await desk.press('Enter');
    await desk.case.whenOpen(young);
    await desk.text(/Kept until the end of \d\d-\d\d-\d{4}/).click();
    await desk.text(/File of a complaint/).waitFor();
    await desk.goTo('audit');
    await desk.button(desk.words.audit.deep).click();
    await desk.text(desk.words.audit.ok).waitFor();
  });
});
