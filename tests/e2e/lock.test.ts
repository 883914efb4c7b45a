import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';
import { fill } from '../support/desk-page-words.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const typing = fileURLToPath(new URL('./support/test-die-typing.ts', import.meta.url));

describe('a locked desk', () => {
  const shared = sharedDesk(async () => {
    const made = await makeWorkspace({ cases: 40, served: ['cocial', 'nojoto'] });
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });
  let seen = { ref: '', subject: '', total: 0, record: 0 };

  it('says that the clocks are not watched, and takes the passphrase at once', async () => {
    const { desk } = shared;
    await desk.entry.title(desk.words.unlock.title).waitFor();
    await desk.text(desk.words.alarms.watch.off).waitFor();
    await desk.whenFocused(desk.entry.passphrase);
  });

  it('refuses a wrong passphrase with an advice and lets one type again at once', async () => {
    const { desk } = shared;
    await desk.entry.tryPassphrase('not the passphrase of this desk');
    await desk.page.getByRole('alert').filter({ hasText: desk.words.unlock.wrong }).waitFor();
    expect(await desk.entry.passphrase.inputValue()).toBe('');
    await desk.whenFocused(desk.entry.passphrase);
    expect(await desk.rail.count()).toBe(0);
  });

  it('opens with the right one and gives the keyboard something to act on', async () => {
    const { desk } = shared;
    await desk.entry.unlock(passphrase);
    await desk.queue.whenReady();
    const first = desk.queue.rowAt(1);
    seen = {
      ref: await desk.queue.refAt(1),
      subject: '',
      total: await desk.queue.rowCount(),
      record: await desk.record(),
    };
    await first.waitFor();
    await desk.press('j', 'k', 'Enter');
    await desk.case.whenOpen(seen.ref);
    seen.subject = (await desk.case.pane.getByRole('heading', { level: 2 }).textContent()) ?? '';
  });

  it('shows nothing of its cases once it is locked, and everything again when it is opened', async () => {
    const { desk } = shared;
    await desk.lock();
    const left = await desk.page.content();
    expect(left).not.toContain(seen.ref);
    expect(left).not.toContain(seen.subject);
    await desk.entry.unlock(passphrase);
    await desk.queue.whenReady();
    expect(await desk.queue.rowCount()).toBe(seen.total);
    // What was done before the lock is the newest thing in the record, beside the lock's own checkpoint.
    expect(await desk.record()).toBeGreaterThanOrEqual(seen.record);
  });

  it('keeps what was being typed when it locked', async () => {
    const { desk } = shared;
    await desk.intake.begin();
    await desk.intake.field(desk.words.intake.subject).fill('Half a complaint');
    await desk.press('Escape');
    await desk.lock();
    await desk.entry.unlock(passphrase);
    await desk.intake.begin();
    await desk.intake.sheet.getByText(draftTold(desk.words.common.draftRestored)).waitFor();
    expect(await desk.intake.field(desk.words.intake.subject).inputValue()).toBe('Half a complaint');
    await desk.button(desk.words.common.draftDiscard, desk.intake.sheet).click();
    expect(await desk.intake.field(desk.words.intake.subject).inputValue()).toBe('');
    await desk.press('Escape');
    await desk.intake.sheet.waitFor({ state: 'detached' });
  });

  it('is the first thing after a restart, with all behind it', async () => {
    const desk = await shared.restart();
    await desk.entry.unlock(passphrase);
    await desk.queue.whenReady();
    expect(await desk.queue.rowCount()).toBe(seen.total);
    await desk.queue.open(seen.ref);
    expect(await desk.case.pane.getByRole('heading', { level: 2 }).textContent()).toBe(seen.subject);
  });

  it('loses nothing that was kept when the whole program is killed while somebody types', async () => {
    const desk = await shared.restartAfter(async (before) => {
      await before.close();
      await killWhileTyping(before.dataDir);
    });
    await desk.entry.unlock(passphrase);
    await desk.intake.begin();
    await desk.intake.sheet.getByText(draftTold(desk.words.common.draftRestored)).waitFor();
    expect(await desk.intake.field(desk.words.intake.subject).inputValue()).toBe('Typed before the power failed');
    expect(await desk.intake.field(desk.words.intake.items).inputValue()).toBe('https://posts.example/1');
    await desk.press('Escape');
    await desk.queue.whenReady();
    expect(await desk.queue.rowCount()).toBe(seen.total);
  });

  it('makes one wait after the third failure, says how long, and then takes the right passphrase', async () => {
    const { desk } = shared;
    await desk.lock();
    for (const attempt of ['first', 'second', 'third']) {
      await desk.entry.tryPassphrase(`the ${attempt} wrong passphrase`);
      await desk.page.getByRole('alert').filter({ hasText: desk.words.unlock.wrong }).waitFor();
      await eventually(() => desk.entry.passphrase.inputValue()).toBe('');
    }
    await desk.entry.waiting().waitFor();
    expect(await desk.button(desk.words.unlock.open).isDisabled()).toBe(true);
    await desk.entry.waiting().waitFor({ state: 'detached' });
    await desk.entry.unlock(passphrase);
  });
});

const draftTold = (text: string) => new RegExp(fill(text, { at: '.+' }));

/** Starts the product in a process of its own, types half a complaint there, and kills all of it. */
function killWhileTyping(dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', typing, dataDir, passphrase], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      errors += part;
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('typed')) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`It ended by itself: ${errors}`))));
  });
}
