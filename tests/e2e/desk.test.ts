import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from '../shell/support/launch-product.ts';

// The built product on its sample desk, in a real browser, on a real encrypted workspace.
let product: LaunchedProduct;
beforeAll(async () => {
  product = await launchProduct({ demo: true });
  await product.page.getByRole('grid').waitFor();
});
afterAll(() => product.close());

describe('the sample desk', () => {
  it('shows the queue with the next clock of every case', async () => {
    const rows = product.page.getByRole('grid').getByRole('row');
    await rows.nth(3).waitFor();
    expect(await rows.nth(3).textContent()).toMatch(/[A-Z]{3}-2026-\d{6}-\d/);
  });

  it('opens a case beside the queue and says why a clock is due when it is', async () => {
    await product.page.getByRole('grid').getByRole('row').nth(3).click();
    await product.page.getByText('Why this date?').first().click();
    await product.page.getByText('law counts in Indian Standard Time').first().waitFor();
  });

  it('asks for a new case whether it is urgent before anything else', async () => {
    await product.page.keyboard.press('Control+n');
    await product.page.getByText('Is it urgent?').first().waitFor();
    await product.page.keyboard.press('Escape');
  });

  it('verifies its record from the window', async () => {
    await product.page.getByRole('link', { name: /Audit/ }).first().click();
    await product.page.getByRole('button', { name: 'Verify now' }).click();
    await product.page.getByText('The record is whole').first().waitFor();
  });
});
