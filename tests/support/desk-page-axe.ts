import { AxeBuilder } from '@axe-core/playwright';
import type { DeskPage } from './desk-page.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with the screen as it stands: rule, place and what to do, one line each. */
export async function violationsOn(desk: DeskPage): Promise<string[]> {
  // Legacy mode: the other way needs a second page, and the desk closes every page but its own.
  const axe = new AxeBuilder({ page: desk.page })
    .setLegacyMode(true)
    .options({ runOnly: tags, rules: { 'target-size': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${(failureSummary ?? '').split('\n').slice(1).join('; ').trim()}`,
    ),
  );
}

/** The same in light and in dark; a line says in which of them it was found. */
export async function violationsInBothThemes(desk: DeskPage): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, so that nothing is looked at halfway through its fading in.
    await desk.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await violationsOn(desk)).map((line) => `${colorScheme}: ${line}`));
  }
  return found;
}
