import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeskPage } from '../support/desk-page.ts';
import { violationsInBothThemes } from '../support/desk-page-axe.ts';
import { sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, passphrase, removeWorkspace } from '../support/desk-page-workspaces.ts';

const languages = ['en', 'hi'] as const;
const names = { en: 'English', hi: 'हिन्दी' };

/** The screen as it stands against axe, in both themes and both languages. */
async function faultless(desk: DeskPage): Promise<void> {
  await desk.page.emulateMedia({ reducedMotion: 'reduce' });
  for (const language of languages) {
    await desk.page.getByRole('banner').getByText(names[language]).click();
    desk.reads(language);
    expect((await violationsInBothThemes(desk)).map((line) => `${language}, ${line}`)).toEqual([]);
  }
  await desk.page.getByRole('banner').getByText(names.en).click();
  desk.reads('en');
}

describe('before the first case', () => {
  const shared = sharedDesk(() => ({}));

  it('has no fault on the first screen, also where something is missing', async () => {
    const { desk } = shared;
    await desk.entry.title(desk.words.unlock.first.title).waitFor();
    await desk.entry.platform('cocial').uncheck();
    await desk.button(desk.words.common.next).click();
    await faultless(desk);
    await desk.entry.fillOrganisation({ organisation: 'Example Organisation', platforms: ['cocial'] });
  });

  it('has no fault on the second, and tells screen readers which fields are wrong', async () => {
    const { desk } = shared;
    await desk.entry.field(desk.words.unlock.officer.passphrase).fill('short');
    await desk.button(desk.words.unlock.officer.create).click();
    await faultless(desk);
    for (const label of [desk.words.unlock.officer.name, desk.words.unlock.officer.passphrase, desk.words.unlock.officer.again]) {
      expect([label, await desk.entry.field(label).getAttribute('aria-invalid')]).toEqual([label, 'true']);
    }
  });

  it('has no fault on the third', async () => {
    const { desk } = shared;
    await desk.entry.fillOfficer({ officer: 'A. Example', passphrase });
    const groups = await desk.entry.recoveryGroups();
    await desk.button(desk.words.unlock.recovery.done).click();
    await faultless(desk);
    await desk.entry.confirmRecovery(groups);
  });

  it('has no fault on an empty queue', async () => {
    const { desk } = shared;
    await desk.text(desk.words.queue.empty).waitFor();
    expect(await violationsInBothThemes(desk)).toEqual([]);
  });

  it('has no fault on the locked desk, also where a passphrase was refused', async () => {
    const { desk } = shared;
    await desk.lock();
    await desk.entry.tryPassphrase('not the passphrase');
    await desk.page.getByRole('alert').filter({ hasText: desk.words.unlock.wrong }).waitFor();
    await faultless(desk);
    await desk.button(desk.words.unlock.useCode).click();
    await faultless(desk);
  });
});

describe('a fault', () => {
  const shared = sharedDesk(async () => {
    const made = await makeWorkspace({ served: ['cocial'] });
    writeFileSync(join(made.dir, 'header.json'), 'no header at all');
    return { dataDir: made.dataDir, remove: () => removeWorkspace(made) };
  });

  it('has no fault of its own on its screen, and none on the way back from a backup', async () => {
    const { desk } = shared;
    await desk.page.getByRole('heading', { level: 1 }).waitFor();
    if ((await desk.entry.passphrase.count()) > 0) await desk.entry.tryPassphrase(passphrase);
    await desk.entry.fault('corrupt').waitFor();
    await faultless(desk);
    await desk.button(desk.words.settings.backup.restore).click();
    await desk.button(desk.words.settings.backup.choose).waitFor();
    await faultless(desk);
  });
});
