import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from '../shell/support/launch-product.ts';

let product: LaunchedProduct;
beforeAll(async () => {
  product = await launchProduct({ demo: true });
  await product.page.getByRole('grid').waitFor();
});
afterAll(() => product.close());

const room = (name: string) => product.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name }).click();
const press = (name: string) => product.page.getByRole('button', { name }).first().click();

/** Each room as somebody meets it at work: with a form open, a part unfolded, an editor in use. */
const rooms: Record<string, () => Promise<unknown>> = {
  alarms: () => product.page.keyboard.press('b'),
  duties: async () => {
    await room('Duties');
    await press('Record what was done: Three-monthly notice to users');
    await press('What the law says');
  },
  'the checks of a platform': async () => {
    await room('Platforms');
    await product.page.getByText('A grievance officer is named').waitFor();
  },
  'the facts of a platform': () => product.page.getByRole('tab', { name: 'Facts' }).click(),
  'the editor of a profile': async () => {
    await product.page.getByRole('tab', { name: 'Edit' }).click();
    await press('Open all');
  },
  settings: async () => {
    await room('Settings');
    // The rota's, not the one that lets a colleague in.
    await product.page.getByRole('button', { name: 'Add a person', exact: true }).click();
    await press('Add a shift');
    await press('Show the days');
  },
};

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(Object.entries(rooms))('%s: no violation that axe can find', async (_name, enter) => {
    await product.page.emulateMedia({ colorScheme });
    await enter();
    // The shell closes every further page, so axe stays in this one.
    const axe = new AxeBuilder({ page: product.page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
