import { describe, expect, it } from 'vitest';
import { eventually, sharedDesk } from '../support/desk-page-session.ts';
import { makeWorkspace, removeWorkspace } from '../support/desk-page-workspaces.ts';

describe('the queue of the sample desk', () => {
  const shared = sharedDesk(() => ({ demo: true }));
  let total = 0;

  it('stands with its rows, counts and total, and says that all of it is invented', async () => {
    const { desk } = shared;
    await desk.queue.whenReady();
    await desk.text(desk.words.app.synthetic).waitFor();
    total = await desk.queue.rowCount();
    expect(total).toBeGreaterThan(150);
    await desk.queue.whenTotal(total);
    const bands = await Promise.all(
      (['overdue', 'under-2h', 'under-24h', 'under-3d', 'later'] as const).map((band) => desk.queue.bandCount(band)),
    );
    expect(bands.reduce((sum, n) => sum + n)).toBe(total);
    expect(bands[0]).toBeGreaterThan(0);
    expect(bands[1]).toBeGreaterThan(0);
  });

  it('is in the order of the limits, what is overdue first', async () => {
    const { desk } = shared;
    const late = await desk.queue.bandCount('overdue');
    for (const place of [1, late]) expect(await desk.queue.rowAt(place).textContent()).toContain('overdue');
    expect(await desk.queue.rowAt(late + 1).textContent()).not.toContain('overdue');
  });

  it('narrows by how near the limit is, and comes back', async () => {
    const { desk } = shared;
    const late = await desk.queue.bandCount('overdue');
    await desk.queue.band('overdue').click();
    expect(await desk.queue.band('overdue').getAttribute('aria-pressed')).toBe('true');
    await desk.queue.whenTotal(late);
    expect(await desk.queue.rowCount()).toBe(late);
    await desk.queue.clear();
    await desk.queue.whenTotal(total);
    expect(await desk.queue.band('overdue').getAttribute('aria-pressed')).toBe('false');
  });

  it('narrows by platform, kind and state together, and Alt with the arrow leads back', async () => {
    const { desk } = shared;
    const { words } = desk;
    const select = (name: string) => desk.queue.toolbar.getByRole('combobox', { name, exact: true });
    await select(words.queue.platform).selectOption({ label: words.words.platform.nojoto });
    await desk.button(words.queue.clear).waitFor();
    await eventually(() => desk.queue.rowCount()).toBeLessThan(total);
    const ofPlatform = await desk.queue.rowCount();
    await select(words.queue.state).selectOption({ label: words.words.state['under-review'] });
    await eventually(() => desk.queue.rowCount()).toBeLessThan(ofPlatform);
    for (const cell of await desk.queue.grid
      .getByRole('gridcell')
      .filter({ hasText: /^Under review/ })
      .all()) {
      await cell.waitFor();
    }
    expect(await desk.queue.refAt(1)).toMatch(/^NOJ-/);
    await desk.press('Alt+ArrowLeft');
    await eventually(() => desk.queue.rowCount()).toBe(ofPlatform);
    await desk.press('Alt+ArrowLeft');
    await desk.queue.whenTotal(total);
  });

  it('has ready views in the rail, closed cases among them', async () => {
    const { desk } = shared;
    const { words } = desk;
    const rights = desk.queue.view(words.words.group.rights);
    const count = Number(((await rights.textContent()) ?? '').replace(/\D/g, ''));
    await rights.click();
    await desk.queue.whenTotal(count);
    const closed = desk.queue.view(words.words.state.closed);
    const closedCount = Number(((await closed.textContent()) ?? '').replace(/\D/g, ''));
    await closed.click();
    await desk.queue.whenTotal(closedCount, 'totalClosed');
    expect(total + closedCount).toBe(240);
    await desk.queue.clear();
    await desk.queue.whenTotal(total);
  });

  it('finds words in English and in Hindi, and a case by its ticket', async () => {
    const { desk } = shared;
    await desk.press('/');
    await desk.whenFocused(desk.queue.search);
    await desk.type('subscriber details');
    await eventually(() => desk.queue.rowCount()).toBeLessThan(total);
    expect(await desk.queue.rowAt(1).textContent()).toContain('subscriber details');
    await desk.queue.search.fill('तस्वीर');
    await eventually(() => desk.queue.rowAt(1).textContent()).toContain('तस्वीर');
    await desk.queue.search.fill('no such words anywhere');
    await desk.text(desk.words.queue.emptyFiltered).waitFor();
    await desk.button(desk.words.queue.clear, desk.page.getByRole('main')).last().click();
    await desk.queue.whenTotal(total);
    const ref = await desk.queue.refAt(3);
    await desk.queue.search.fill(ref.toLowerCase());
    await desk.press('Enter');
    await desk.case.whenOpen(ref);
  });

  it('never puts what was searched for into the address of the window, which a browser keeps', async () => {
    const { desk } = shared;
    await desk.queue.search.fill('subscriber details');
    await desk.button(desk.words.queue.clear, desk.queue.toolbar).waitFor();
    const { search, hash, pathname } = new URL(desk.page.url());
    expect([search, hash, pathname]).toEqual(['', '', '/']);
    await desk.queue.clear();
    await desk.press('Escape');
  });

  it('is walked with j, k, PageDown, PageUp, Home and End, and End is the last row', async () => {
    const { desk } = shared;
    const { queue } = desk;
    await queue.whenTotal(total);
    await queue.grid.focus();
    await desk.press('Home');
    await queue.whenCursorAt(1);
    await desk.press('j', 'j');
    await queue.whenCursorAt(3);
    await desk.press('k');
    await queue.whenCursorAt(2);
    await desk.press('PageDown');
    await eventually(() => queue.cursor()).toBeGreaterThan(7);
    const afterPage = await queue.cursor();
    await desk.press('PageUp');
    await queue.whenCursorAt(2);
    expect(afterPage).toBeLessThan(30);
    await desk.press('End');
    await queue.whenCursorAt(total);
    const last = await queue.refAt(total);
    await desk.press('Enter');
    await desk.case.whenOpen(last);
    await desk.press('Escape');
    await desk.whenFocused(queue.grid);
    await desk.press('Home', 'Enter');
    await desk.case.whenOpen(await queue.refAt(1));
    await desk.press('Escape');
  });

  it('takes j and Enter wherever the focus is, as long as nobody types', async () => {
    const { desk } = shared;
    await desk.case.pane.waitFor({ state: 'detached' });
    await desk.queue.grid.focus();
    await desk.press('Home');
    await desk.queue.whenCursorAt(1);
    await desk.queue.grid.evaluate((grid) => (grid as HTMLElement).blur());
    await desk.press('j', 'Enter');
    await desk.case.whenOpen(await desk.queue.refAt(2));
    await desk.press('n');
    await desk.case.whenOpen(await desk.queue.refAt(3));
    await desk.press('Escape');
    await desk.case.pane.waitFor({ state: 'detached' });
    // In the search field they are letters.
    await desk.press('/');
    await desk.page.keyboard.type('jj');
    expect(await desk.queue.search.inputValue()).toBe('jj');
    await desk.queue.search.fill('');
    await desk.queue.whenTotal(total);
  });
});

describe('a queue of ten thousand', () => {
  const count = 10_000;
  const shared = sharedDesk(async () => {
    const made = await makeWorkspace({ demo: true, cases: count });
    return { dataDir: made.dataDir, demo: true, remove: () => removeWorkspace(made) };
  });
  let total = 0;

  it('opens at its first row and tells how long it is', async () => {
    const { desk } = shared;
    await desk.queue.whenReady();
    total = await desk.queue.rowCount();
    expect(total).toBeGreaterThan(count / 2);
    await desk.queue.whenTotal(total);
    await desk.queue.whenCursorAt(1);
  });

  it('goes to its end and back with one key, and draws the right rows there', async () => {
    const { desk } = shared;
    const { queue } = desk;
    const first = await queue.refAt(1);
    await queue.grid.focus();
    await desk.press('End');
    await queue.whenCursorAt(total);
    const last = await queue.refAt(total);
    const before = await queue.refAt(total - 1);
    expect(new Set([first, before, last]).size).toBe(3);
    await desk.press('Enter');
    await desk.case.whenOpen(last);
    await desk.press('Escape');
    await desk.whenFocused(queue.grid);
    await desk.press('Home');
    await queue.whenCursorAt(1);
    expect(await queue.refAt(1)).toBe(first);
    await desk.press('End', 'k');
    await queue.whenCursorAt(total - 1);
    expect(await queue.refAt(total - 1)).toBe(before);
  });

  it('draws only what is seen', async () => {
    const { desk } = shared;
    expect(await desk.queue.grid.getByRole('row').count()).toBeLessThan(100);
  });

  it('narrows to the last case of a view, and its end is there too', async () => {
    const { desk } = shared;
    const { queue } = desk;
    await queue.search.fill('subscriber details');
    await eventually(() => queue.rowCount()).toBeLessThan(total);
    await eventually(() => queue.rowAt(1).textContent()).toContain('subscriber details');
    const found = await queue.rowCount();
    await queue.grid.focus();
    await desk.press('End');
    await queue.whenCursorAt(found);
    expect(await queue.rowAt(found).textContent()).toContain('subscriber details');
  });
});
