import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { DeskPage } from '../support/desk-page.ts';
import { sharedDesk } from '../support/desk-page-session.ts';

/** A window of 1366 × 768 enlarged: what is left in CSS pixels. */
const sizes = [
  { zoom: '200 %', width: 683, height: 384 },
  { zoom: '400 %', width: 341, height: 192 },
];

/** By how much the page is wider than the window, and what sticks out. */
function overhang(desk: DeskPage): Promise<string[]> {
  return desk.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth && document.body.scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40) ?? ''}`);
  });
}

/** Brings a control into view as a person would scroll to it, and asks whether a click would reach it. */
async function isReachable(place: Locator): Promise<boolean> {
  await place.scrollIntoViewIfNeeded();
  return place.click({ trial: true, timeout: 5_000 }).then(
    () => true,
    () => false,
  );
}

describe.each(sizes)('a window enlarged to $zoom', ({ width, height }) => {
  const shared = sharedDesk(() => ({ demo: true }));

  it('shows each room without scrolling sideways, its main controls within reach', async () => {
    const { desk } = shared;
    await desk.page.setViewportSize({ width, height });
    await desk.queue.whenReady();
    for (const room of ['today', 'audit', 'settings', 'queue'] as const) {
      await desk.goTo(room);
      await desk.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
      expect([room, ...(await overhang(desk))]).toEqual([room]);
    }
    await desk.queue.whenReady();
    const { words } = desk;
    const controls: [string, Locator][] = [
      ['search', desk.queue.search],
      ['new case', desk.page.getByRole('banner').getByRole('button', { name: new RegExp(`^${words.app.newCase}`) })],
      ['today', desk.rail.getByRole('link', { name: new RegExp(`^${words.app.rooms.today}`) })],
      ['overdue', desk.queue.band('overdue')],
      ['first row', desk.queue.rowAt(1)],
      ['lock', desk.button(new RegExp(words.app.lockNow), desk.foot)],
    ];
    const unreachable: string[] = [];
    for (const [name, place] of controls) if (!(await isReachable(place))) unreachable.push(name);
    expect(unreachable).toEqual([]);
  });

  it('shows a case whole, and its next step can be taken', async () => {
    const { desk } = shared;
    const { words } = desk;
    await desk.queue.rowAt(1).click();
    await desk.case.ref();
    expect(await overhang(desk)).toEqual([]);
    const next = desk.case.nextStep.getByRole('button').first();
    expect(await isReachable(next)).toBe(true);
    for (const tab of ['facts', 'items', 'letters', 'evidence', 'timeline'] as const) {
      await desk.case.tab(tab);
      expect([tab, ...(await overhang(desk))]).toEqual([tab]);
    }
    await desk.press('d');
    if ((await desk.case.panel(words.act.decide.name).count()) > 0) expect(await overhang(desk)).toEqual([]);
    await desk.press('Escape');
    await desk.button(words.case.close, desk.case.pane).click();
    await desk.queue.whenReady();
  });

  it('shows the sheet of a new case, and it can be filled in and saved', async () => {
    const { desk } = shared;
    const { words } = desk;
    const ref = await desk.intake.file({ subject: `Filed at ${width} pixels`, items: ['https://posts.example/1'] });
    expect(ref).toMatch(/^[A-Z]{3}-\d{4}-\d{6}-\d$/);
    expect(await overhang(desk)).toEqual([]);
    // What says that the case is filed lies over the foot of the window until it is put away or its time is up.
    await desk.button(words.common.close, desk.page.getByRole('alert')).first().click();
    await desk.press('Control+n');
    await desk.intake.urgency.waitFor();
    expect(await overhang(desk)).toEqual([]);
    expect(await isReachable(desk.button(new RegExp(`^${words.intake.save}`), desk.intake.sheet))).toBe(true);
    await desk.press('Escape');
  });
});
