import { describe, expect, it } from 'vitest';
import type { DeskPage } from '../support/desk-page.ts';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';

/** Walks once round the window by Tab; answers what has the focus at each stop, and those where the eye could not see it. */
async function walk(desk: DeskPage, most = 90): Promise<{ stops: string[]; unseen: string[] }> {
  const [stops, unseen]: [string[], string[]] = [[], []];
  for (let n = 0; n < most; n += 1) {
    await desk.press('Tab');
    const stop = await desk.focused();
    if (stop === 'nothing' || (stops.length > 0 && stop === stops[0])) break;
    stops.push(stop);
    if (!(await isFocusSeen(desk))) unseen.push(stop);
  }
  return { stops, unseen };
}

/** Whether the place looks otherwise with the focus than without it. */
async function isFocusSeen(desk: DeskPage): Promise<boolean> {
  const place = desk.page.locator(':focus');
  const box = await place.boundingBox();
  const view = desk.page.viewportSize();
  if (!box || !view) return false;
  const x = Math.max(0, box.x - 8);
  const y = Math.max(0, box.y - 8);
  const clip = { x, y, width: Math.min(view.width - x, box.width + 16), height: Math.min(view.height - y, box.height + 16) };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const options = { clip, animations: 'disabled' as const, caret: 'hide' as const };
  const held = await desk.page.screenshot(options);
  // The place to go on from stays where it was.
  const handle = await place.elementHandle();
  await handle?.evaluate((element) => (element as HTMLElement).blur());
  const without = await desk.page.screenshot(options);
  await handle?.evaluate((element) => (element as HTMLElement).focus());
  return !held.equals(without);
}

describe('the keyboard alone', () => {
  const shared = sharedDesk(() => ({ demo: true }));

  it('reaches every control of the queue in an order, and the eye sees where it is', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await desk.queue.whenReady();
    await desk.queue.bandCount('overdue');
    // A walk from the top: the focus is taken away, and the first Tab leads to the first control.
    await desk.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await desk.page.mouse.click(2, 2);
    const { stops, unseen } = await walk(desk);
    const wanted = [
      words.app.search,
      words.app.newCase,
      words.app.rooms.today,
      words.app.rooms.settings,
      words.words.group.rights,
      words.queue.bands.overdue,
      words.queue.kind,
      `grid "${words.queue.title}"`,
      words.app.lockNow,
      words.app.keys,
    ];
    expect(wanted.filter((name) => !stops.some((stop) => stop.includes(name)))).toEqual([]);
    const places = wanted.map((name) => stops.findIndex((stop) => stop.includes(name)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(unseen).toEqual([]);
  });

  it('skips to the content', async () => {
    const { desk } = shared;
    await desk.page.reload();
    await desk.queue.whenReady();
    await desk.tabTo(desk.button(desk.words.app.skip));
    await desk.press('Enter');
    await desk.whenFocused(desk.page.getByRole('main'));
  });

  it('reaches everything of an open case and sees where it is', async () => {
    const { desk } = shared;
    await desk.queue.grid.focus();
    await desk.press('Home', 'Enter');
    await desk.case.ref();
    await desk.whenFocused(desk.case.pane.getByRole('heading', { level: 2 }));
    const { stops, unseen } = await walk(desk);
    for (const name of [desk.words.case.clock.why, desk.words.case.tabs.timeline]) {
      expect(stops.filter((stop) => stop.includes(name)).length).toBeGreaterThan(0);
    }
    expect(unseen).toEqual([]);
    await desk.press('Escape');
    await desk.whenFocused(desk.queue.grid);
  });

  it('moves between tabs by the arrows', async () => {
    const { desk } = shared;
    await desk.press('Enter');
    await desk.case.ref();
    const tab = (name: string) => desk.case.pane.getByRole('tab', { name: new RegExp(`^${name}`) });
    await desk.tabTo(tab(desk.words.case.tabs.timeline));
    await desk.press('ArrowRight');
    await desk.whenFocused(tab(desk.words.case.tabs.facts));
    expect(await tab(desk.words.case.tabs.facts).getAttribute('aria-selected')).toBe('true');
  });

  it('stays within a sheet, closes it with Escape, and is back where it was', async () => {
    const { desk } = shared;
    const opener = desk.page.getByRole('banner').getByRole('button', { name: new RegExp(`^${desk.words.app.newCase}`) });
    await opener.focus();
    await desk.press('Enter');
    await desk.intake.urgency.waitFor();
    for (let n = 0; n < 20; n += 1) {
      await desk.press('Tab');
      expect(await desk.intake.sheet.locator(':focus').count()).toBe(1);
    }
    await desk.press('Escape');
    await desk.intake.sheet.waitFor({ state: 'detached' });
    await desk.whenFocused(opener);
  });

  it('is not lost when the button that was pressed goes away', async () => {
    const { desk } = shared;
    await desk.press('Escape');
    await desk.queue.search.fill('');
    await desk.queue.toolbar
      .getByRole('combobox', { name: desk.words.queue.state })
      .selectOption({ label: desk.words.words.state.acknowledged });
    await desk.button(desk.words.queue.clear, desk.queue.toolbar).waitFor();
    await eventually(() => desk.queue.rowAt(1).textContent()).toContain(desk.words.words.state.acknowledged);
    await desk.queue.rowAt(1).click();
    await desk.case.ref();
    const start = desk.button(new RegExp(`^${desk.words.case.next['start-review'].button}`), desk.case.nextStep);
    await start.focus();
    await desk.press('Enter');
    await desk.case.whenNext('decide');
    await eventually(() => desk.focused()).not.toBe('nothing');
    await desk.tabTo(desk.button(desk.words.queue.clear, desk.queue.toolbar), 90);
    await desk.press('Enter');
    await desk.button(desk.words.queue.clear, desk.queue.toolbar).waitFor({ state: 'detached' });
    await eventually(() => desk.focused()).not.toBe('nothing');
  });

  it('is not lost when the queue is read anew under it', async () => {
    const { desk } = shared;
    await desk.press('Escape');
    await desk.queue.grid.focus();
    await desk.press('Home', 'j', 'j');
    const before = await desk.record();
    await desk.drop([
      {
        name: 'fresh.eml',
        bytes: Buffer.from('Subject: Fresh\nFrom: a@mail.example\nMessage-ID: <fresh@mail.example>\n\nAn invented text.'),
      },
    ]);
    await desk.intake.import(desk.words.words.platform.cocial);
    await desk.intake.close();
    await desk.whenRecordMoves(before);
    await desk.whenFocused(desk.queue.grid);
    await desk.queue.whenCursorAt(3);
  });

  it('finds its way back in after a lock', async () => {
    const { desk } = shared;
    await desk.lock();
    await desk.whenFocused(desk.entry.passphrase);
    await desk.entry.unlock('a sample desk with nothing real');
    await desk.queue.whenReady();
    await eventually(() => desk.focused()).not.toBe('nothing');
    await desk.press('j', 'Enter');
    await desk.case.ref();
  });

  it('leaves single letters alone where they are switched off', async () => {
    const { desk } = shared;
    await desk.press('Escape');
    await desk.goTo('settings');
    await desk.page.getByRole('switch', { name: desk.words.settings.singleKeys }).click();
    await desk.goTo('queue');
    await desk.queue.whenReady();
    await desk.queue.grid.focus();
    await desk.press('Home');
    await desk.queue.whenCursorAt(1);
    await desk.press('j', 'c', 'ArrowDown');
    await desk.queue.whenCursorAt(2);
    expect(await desk.intake.sheet.count()).toBe(0);
  });
});

describe('somebody whom motion disturbs', () => {
  const shared = sharedDesk(() => ({ demo: true }));

  it('sees sheets, menus and notices without any', async () => {
    const { desk } = shared;
    await desk.page.emulateMedia({ reducedMotion: 'reduce' });
    await desk.queue.whenReady();
    const moving = () =>
      desk.page.evaluate(() =>
        document
          .getAnimations()
          .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 1)
          .map((one) => (one as CSSTransition).transitionProperty ?? (one as CSSAnimation).animationName),
      );
    const seen: string[] = [];
    await desk.press('Control+n');
    seen.push(...(await moving()));
    await desk.intake.urgency.waitFor();
    seen.push(...(await moving()));
    await desk.press('Escape');
    seen.push(...(await moving()));
    await desk.intake.sheet.waitFor({ state: 'detached' });
    await desk.press('Control+k');
    seen.push(...(await moving()));
    await desk.page.getByRole('dialog').getByRole('textbox').waitFor();
    seen.push(...(await moving()));
    expect(seen).toEqual([]);
  });
});
