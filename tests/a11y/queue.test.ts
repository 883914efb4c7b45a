import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from '../shell/support/launch-product.ts';

let product: LaunchedProduct;
beforeAll(async () => {
  product = await launchProduct({ demo: true });
  await product.page.getByRole('grid').getByRole('row').nth(3).click();
  await product.page.getByText('Why this date?').first().waitFor();
});
afterAll(() => product.close());

describe('the queue with a case open', () => {
  it.each(['light', 'dark'] as const)('has no violation that axe can find in the %s theme', async (colorScheme) => {
    await product.page.emulateMedia({ colorScheme });
    // The shell closes every further page, so axe stays in this one.
    const axe = new AxeBuilder({ page: product.page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']);
    const { violations } = await axe.analyze();
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});
