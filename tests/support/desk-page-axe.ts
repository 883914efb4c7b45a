import { AxeBuilder } from '@axe-core/playwright';
import type { DeskPage } from './desk-page.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Contrast is the dearest of all rules, and the only one that a theme can change. */
type Scope = 'all' | 'colours' | 'all but colours';

const scopes: Record<Scope, Parameters<AxeBuilder['options']>[0]> = {
  all: { runOnly: tags, rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  'all but colours': { runOnly: tags, rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } } },
};

/** What axe finds wrong with the screen as it stands: rule, place and what to do, one line each. */
export async function violationsOn(desk: DeskPage, scope: Scope = 'all'): Promise<string[]> {
  // Legacy mode: the other way needs a second page, and the desk closes every page but its own.
  const axe = new AxeBuilder({ page: desk.page }).setLegacyMode(true).options(scopes[scope]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${(failureSummary ?? '').split('\n').slice(1).join('; ').trim()}`,
    ),
  );
}

/** Waits until the whole window wears a theme: its parts change one after another. */
async function themed(desk: DeskPage, colorScheme: string): Promise<void> {
  await desk.page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  await desk.page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn));
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined)));
  });
}

/** The same in light, and its colours in dark; a line says in which of them it was found. */
export async function violationsInBothThemes(desk: DeskPage): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, so that nothing is looked at halfway through its fading in.
    await desk.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await themed(desk, colorScheme);
    found.push(...(await violationsOn(desk, colorScheme === 'light' ? 'all' : 'colours')).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}
