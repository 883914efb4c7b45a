import { describe, expect, it } from 'vitest';
import { en } from '../../src-renderer/app/i18n/en/index.ts';
import { sharedDesk } from '../support/desk-page-session.ts';

type Tree = { [key: string]: string | string[] | Tree };

/** Every key of the resources, as an untranslated text would show it: "case.clock.why". */
function keysOf(tree: Tree, above = ''): string[] {
  return Object.entries(tree).flatMap(([name, inner]) =>
    typeof inner === 'string' || Array.isArray(inner)
      ? [`${above}${name}`.replace(/_(?:one|other)$/, '')]
      : keysOf(inner, `${above}${name}.`),
  );
}

describe('the window in Hindi', () => {
  const shared = sharedDesk(() => ({ demo: true }));
  const keys = new Set(keysOf(en as unknown as Tree));

  /** What a person could read on the screen, names of controls included. */
  async function wordsOnScreen(): Promise<string> {
    return `${await shared.desk.page.locator('body').ariaSnapshot()}\n${await shared.desk.page.locator('body').innerText()}`;
  }

  async function expectTranslated(): Promise<void> {
    const shown = await wordsOnScreen();
    const dotted = shown.match(/[a-z][\w-]*(?:\.[\w-]+)+/gi) ?? [];
    expect(dotted.filter((word) => keys.has(word))).toEqual([]);
    expect(shown).not.toMatch(/\{\{|\}\}|undefined|\[object/);
  }

  it('is chosen in Settings, and the page says which language it is in', async () => {
    const { desk } = shared;
    await desk.queue.whenReady();
    await expectTranslated();
    await desk.goTo('settings');
    await expectTranslated();
    await desk.page.getByRole('radiogroup', { name: desk.words.settings.language }).getByText('हिन्दी').click();
    desk.reads('hi');
    await desk.page.getByRole('heading', { level: 1, name: desk.words.app.rooms.settings }).waitFor();
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('hi');
    await expectTranslated();
  });

  it('speaks Hindi in every room', async () => {
    const { desk } = shared;
    for (const room of ['today', 'audit', 'queue'] as const) {
      await desk.goTo(room);
      await expectTranslated();
    }
    await desk.queue.whenReady();
    await desk.queue.bandCount('overdue');
    const { queue, app } = desk.words;
    for (const text of [queue.columns.ticket, queue.columns.next, app.views]) await desk.text(text).first().waitFor();
    expect(await desk.queue.grid.textContent()).not.toMatch(/overdue|Received|Under review|Acknowledge,/);
  });

  it('speaks Hindi in a case, on each of its tabs and in its forms', async () => {
    const { desk } = shared;
    await desk.queue.rowAt(1).click();
    await desk.case.ref();
    for (const tab of ['facts', 'items', 'letters', 'evidence', 'timeline'] as const) {
      await desk.case.tab(tab);
      await expectTranslated();
    }
    await desk.press('m');
    await desk.case.panel(desk.words.act.note.name).waitFor();
    await expectTranslated();
    await desk.press('Escape');
  });

  it('speaks Hindi in its sheets: a new case, commands, keys', async () => {
    const { desk } = shared;
    await desk.intake.begin();
    await desk.intake.clocks.waitFor();
    await expectTranslated();
    await desk.press('Escape');
    await desk.intake.sheet.waitFor({ state: 'detached' });
    await desk.press('Control+k');
    await desk.page.getByRole('dialog').getByRole('textbox').waitFor();
    await expectTranslated();
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
    await desk.press('?');
    await desk.dialog(desk.words.app.keysTitle).waitFor();
    await expectTranslated();
    await desk.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('keeps the language through a lock, where nothing of the workspace can be read', async () => {
    const { desk } = shared;
    await desk.lock();
    await expectTranslated();
    await desk.entry.tryPassphrase('not the passphrase');
    await desk.page.getByRole('alert').filter({ hasText: desk.words.unlock.wrong }).waitFor();
    await desk.entry.unlock('a sample desk with nothing real');
    await desk.queue.whenReady();
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('hi');
  });

  it('goes back to English from the palette', async () => {
    const { desk } = shared;
    await desk.press('Control+k');
    await desk.page.getByRole('dialog').getByRole('textbox').fill(desk.words.app.commands.language);
    await desk.page.getByRole('dialog').getByText(desk.words.app.commands.language, { exact: true }).waitFor();
    await desk.press('Enter');
    desk.reads('en');
    await desk.text(desk.words.queue.columns.ticket).waitFor();
  });
});

describe('light and dark', () => {
  const shared = sharedDesk(() => ({ demo: true }));

  /** How light the ground of the window is, 0 to 255. */
  const lightness = () =>
    shared.desk.page.evaluate(() => {
      const numbers = getComputedStyle(document.body).backgroundColor.match(/\d+(\.\d+)?/g) ?? [];
      const [red = 0, green = 0, blue = 0] = numbers.map(Number);
      return (red + green + blue) / 3;
    });

  it('follow the system, and what the person chooses stays', async () => {
    const { desk } = shared;
    await desk.queue.whenReady();
    expect(await lightness()).toBeGreaterThan(180);
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(lightness).toBeLessThan(80);
    await desk.goTo('settings');
    await desk.page.getByRole('radiogroup', { name: desk.words.settings.theme }).getByText(desk.words.settings.themes.light).click();
    await expect.poll(lightness).toBeGreaterThan(180);
    await desk.page.emulateMedia({ colorScheme: 'light' });
    await desk.page.getByRole('radiogroup', { name: desk.words.settings.theme }).getByText(desk.words.settings.themes.dark).click();
    await expect.poll(lightness).toBeLessThan(80);
  });

  it('are kept over a restart', async () => {
    const desk = await shared.restart();
    await desk.queue.whenReady();
    await expect.poll(lightness).toBeLessThan(80);
  });
});
