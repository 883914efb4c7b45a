import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from './support/launch-product.ts';

// The product as it was built: its own window, its own engine, nothing of the tests.
describe('the built product', () => {
  let product: LaunchedProduct;
  const complaints: string[] = [];
  beforeAll(async () => {
    product = await launchProduct();
    product.page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    product.page.on('pageerror', (error) => complaints.push(error.message));
    await product.page.reload();
  });
  afterAll(() => product.close());

  it('draws its first screen, styled under the policy, without a complaint', async () => {
    await product.page.getByRole('heading').first().waitFor();
    expect(await product.page.title()).toContain('Nivaran');
    expect(await product.page.evaluate(() => document.querySelectorAll('style[nonce]').length)).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('keeps an address of its own when the page is opened there', async () => {
    await product.page.goto(`${new URL(product.page.url()).protocol}//${new URL(product.page.url()).host}/queue`);
    await product.page.getByRole('heading').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
