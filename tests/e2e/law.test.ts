import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from '../shell/support/launch-product.ts';

// The law room of the built product on its sample desk, in a real browser, on a real encrypted workspace.
let product: LaunchedProduct;
beforeAll(async () => {
  product = await launchProduct({ demo: true });
  await product.page.getByRole('grid').waitFor();
});
afterAll(() => product.close());

const open = (name: string) => product.page.getByRole('link', { name, exact: true }).click();
const say = (text: string) => product.page.getByText(text).first().waitFor();

async function openRule(id: string): Promise<void> {
  await open('Law');
  await product.page.getByRole('textbox', { name: 'Search rules' }).fill(id);
  await product.page.getByRole('list', { name: 'Rules' }).getByRole('button').first().click();
}

/** What was copied, by pasting it as a person would. */
async function pasted(): Promise<string> {
  const { page } = product;
  await open('Law');
  const field = page.getByRole('textbox', { name: 'Search rules' });
  await field.fill('');
  await field.press('Control+v');
  return field.inputValue();
}

describe('the rulebook', () => {
  it('is searched, and a rule shows its versions side by side', async () => {
    await openRule('IT-RES-7D');
    const table = product.page.getByRole('table');
    const heads = await table.getByRole('columnheader').allTextContents();
    expect(heads.map((head) => head.slice(0, 9))).toEqual(['IT-RES-7D', 'IT-RES-15']);
    expect(await table.getByRole('row', { name: /^Period/ }).textContent()).toMatch(/at most 7 days.*at most 15 days/);
    expect(await table.getByRole('row', { name: /^Gazette/ }).textContent()).toContain('G.S.R. 120(E)');
  });

  it('leaves as a signed file, and the same file comes back as the rulebook in force', async () => {
    const { page } = product;
    await open('Changes');
    await page.getByRole('button', { name: 'Save as a signed file…' }).click();
    const saved = await page.getByText('SHA-256').first().textContent();
    const path = /Saved as (.+?\.json)\./.exec(saved ?? '')?.[1] ?? '';
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ what: 'nivaran-rulebook', name: 'O. Sample' });
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file…' }).click();
    await (await chosen).setFiles([path]);
    await say('Signed by O. Sample');
    await say('Nothing would change.');
  });
});

describe('the deadline calculator', () => {
  it('opens by a key and counts one rule to the second', async () => {
    const { page } = product;
    await page.keyboard.press('Control+d');
    await page.getByText('One rule').click();
    await page.getByRole('combobox', { name: 'Rule' }).pressSequentially('IT-ORD-3H');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'From' }).fill('25-02-2026 10:00:15');
    await say('Due 25-02-2026 13:00:15 IST');
  });

  it('counts every clock of a kind, with the version that was in force', async () => {
    const { page } = product;
    await page.getByText('A kind of case').click();
    await page.getByRole('textbox', { name: 'Received' }).fill('19-02-2026 23:59:59');
    await say('Due 06-03-2026 23:59:59 IST');
    await page.getByRole('textbox', { name: 'Received' }).fill('20-02-2026 00:00:00');
    await say('Due 27-02-2026 23:59:59 IST');
  });
});

describe('a rule edited in the window', () => {
  it('has each problem shown at its field', async () => {
    const { page } = product;
    await openRule('IT-RES-7D');
    await page.getByRole('link', { name: 'Change this rule: IT-RES-7D' }).click();
    await page.getByLabel('Id of the new version').fill('IT-RES-5D');
    await page.getByLabel('In force from').fill('01-01-2020');
    await page.getByLabel('Number').fill('5');
    await page.getByRole('button', { name: 'Preview the change' }).click();
    await say('ends on 31-12-2019, before it starts on 20-02-2026');
    expect(await page.getByLabel('In force from').getAttribute('aria-invalid')).toBe('true');
  });

  it('is previewed as a diff with the cases that would move, then adopted with a reason', async () => {
    const { page } = product;
    await page.getByLabel('In force from').fill('01-11-2026');
    await page.getByRole('button', { name: 'Preview the change' }).click();
    await say('New: IT-RES-5D');
    await say('Changed: IT-RES-7D');
    await page.getByText(/^\d+ of \d+ open cases move\./).waitFor();
    await page.getByLabel('Reason').fill('A synthetic amendment, to try the desk.');
    await page.getByLabel('Type 2026.11-2 to confirm').fill('2026.11-2');
    await page.getByRole('button', { name: /^Adopt/ }).click();
    await say('Rulebook 2026.11-2 is in force.');
    await page.getByText(/^\d+ of \d+ open cases moved\./).waitFor();
  });

  it('is what the clocks of a case go by from then on, with the Gazette number and the dates', async () => {
    const { page } = product;
    await page.getByRole('table').getByRole('rowheader').getByRole('button').first().click();
    await page.getByRole('button', { name: 'All clocks side by side' }).click();
    const row = page.getByRole('dialog').getByRole('row', { name: /IT-RES-5D/ });
    expect(await row.textContent()).toMatch(/Dispose.*IT Rules 2021.*G\.S\.R\..*since 01-11-2026/);
    await page.keyboard.press('Escape');
    await row.waitFor({ state: 'detached' });
  });
});

describe('a case', () => {
  it('explains a date from receipt to the due second, and copies the explanation', async () => {
    const { page } = product;
    await page.getByText('Why this date?').first().click();
    await say('law counts in Indian Standard Time');
    await page.getByRole('button', { name: 'Copy: Copy as text' }).click();
    await say('Copied');
  });

  it('is supposed otherwise, both results side by side', async () => {
    const { page } = product;
    await page.getByRole('button', { name: 'What if…' }).first().click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('Nothing moves').waitFor();
    await sheet.getByRole('button', { name: 'older rule, 31-10-2026' }).click();
    const row = sheet.getByRole('row', { name: /^Dispose/ });
    await row.getByText(/2 d 0 h later/).waitFor();
    expect(await row.textContent()).toMatch(/IT-RES-5D.*IT-RES-7D/);
    await page.keyboard.press('Escape');
    expect(await pasted()).toMatch(/^[A-Z]{3}-2026-\d{6}-\d – IT-.*G\.S\.R\. 139\(E\).*1\. Received .* IST.*Rulebook 2026\.11-2/);
  });
});

describe('the check of drift', () => {
  it('finds every stored clock to be what its events give', async () => {
    await open('Drift check');
    await product.page.getByRole('button', { name: 'Check now' }).click();
    await say('No drift: the stored clocks of all');
  });
});
