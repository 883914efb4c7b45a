import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from '../shell/support/launch-product.ts';

let product: LaunchedProduct;
beforeAll(async () => {
  product = await launchProduct({ demo: true });
  await product.page.getByRole('grid').waitFor();
});
afterAll(() => product.close());

async function violations(): Promise<string[]> {
  // The shell closes every further page, so axe stays in this one.
  const axe = new AxeBuilder({ page: product.page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
  return (await axe.analyze()).violations.map((one) => one.id);
}

/** Each part of the law room, opened as by a person. */
const parts: [string, () => Promise<void>][] = [
  [
    'a rule with its versions',
    async () => {
      await product.page.getByRole('link', { name: 'Law', exact: true }).click();
      await product.page.getByRole('list', { name: 'Rules' }).getByRole('button').nth(1).click();
      await product.page.getByRole('table').waitFor();
    },
  ],
  [
    'the editor of a rule',
    async () => {
      await product.page
        .getByRole('link', { name: /^Change this rule/ })
        .first()
        .click();
      await product.page.getByLabel('In force from').waitFor();
    },
  ],
  [
    'the calculator',
    async () => {
      await product.page.keyboard.press('Control+d');
      await product.page.getByText('From receipt to the due second').first().waitFor();
    },
  ],
  [
    'what if',
    async () => {
      await product.page.getByRole('link', { name: /^Queue/ }).click();
      await product.page.getByRole('grid').getByRole('row').nth(3).click();
      await product.page.getByText('Why this date?').first().click();
      await product.page.getByRole('button', { name: 'What if…' }).first().click();
      await product.page.getByText('Nothing moves').waitFor();
    },
  ],
];

describe.each(parts)('%s', (_name, open) => {
  it('has no violation that axe can find in either theme', async () => {
    await open();
    for (const colorScheme of ['light', 'dark'] as const) {
      await product.page.emulateMedia({ colorScheme });
      expect(await violations()).toEqual([]);
    }
  });
});
