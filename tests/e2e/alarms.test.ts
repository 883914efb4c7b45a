import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LaunchedProduct, launchProduct } from '../shell/support/launch-product.ts';
import { cli } from '../support/cli.ts';

// The built product on a desk of its own: two cases that came before it was opened, one about to alarm, one late already.
const passphrase = 'seven unlikely words in a row';
const minute = 60_000;
const dataDir = mkdtempSync(join(tmpdir(), 'nivaran-alarms-'));
const passFile = join(dataDir, 'pass.txt');
const inDesk = ['--workspace', join(dataDir, 'workspace'), '--passphrase-file', passFile, '--json'];
let product: LaunchedProduct;
let urgent = '';
let late = '';

async function add(over: Record<string, unknown>): Promise<string> {
  const file = join(dataDir, 'case.json');
  const plain = { platform: 'cocial', kind: 'content', channel: 'phone', subject: 'A sample', complainant: { name: 'A. Example' } };
  writeFileSync(file, JSON.stringify({ ...plain, lateReason: 'Taken by phone, entered now.', ...over }));
  const { json } = await cli('add', ...inDesk, '--file', file);
  return json.ref as string;
}

async function unlock(): Promise<void> {
  product = await launchProduct({ dataDir });
  await product.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await product.page.getByRole('button', { name: 'Unlock' }).click();
  await product.page.getByRole('grid').waitFor();
}

const room = (name: string) => product.page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name }).click();
const seen = (text: string | RegExp) => product.page.getByText(text).first().waitFor();
const button = (name: string | RegExp) => product.page.getByRole('button', { name });

async function openCase(ref: string): Promise<void> {
  await product.page.getByLabel('Search cases and people').fill(ref);
  await product.page.keyboard.press('Enter');
  await product.page.getByRole('article', { name: `Case ${ref}` }).waitFor();
  await product.page.getByRole('heading', { name: 'Clocks' }).waitFor();
}

beforeAll(async () => {
  writeFileSync(passFile, `${passphrase}\n`);
  await cli('init', ...inDesk, '--org', 'Example Organisation', '--officer', 'O. Sample', '--platform', 'cocial');
  late = await add({
    receivedAt: new Date(Date.now() - 25 * 60 * minute).toISOString(),
    facts: { intimate: false, category: 'misleading' },
  });
  // A clock of two hours that has half an hour left in a moment. A step is told only to a case entered before it, and on a slow
  // machine to enter one takes seconds.
  urgent = await add({ receivedAt: new Date(Date.now() - 90 * minute + 20_000).toISOString(), facts: { intimate: true } });
  await unlock();
});
afterAll(async () => {
  await product.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('an alarm', () => {
  it('rings in the header, names ticket, rule and time, and is acknowledged by key', async () => {
    await product.page.getByRole('link', { name: /^1 alarm/ }).waitFor({ timeout: 2 * minute });
    await product.page.keyboard.press('b');
    const list = product.page.getByRole('list', { name: 'Alarms to acknowledge' });
    expect(await list.textContent()).toContain(urgent);
    expect(await list.textContent()).toContain('30 minutes left');
    expect(await list.textContent()).toContain('Nobody is on call now');
    await product.page.keyboard.press('a');
    await seen('No alarm waits');
    await seen('Clocks are watched');
  });
});

describe('the rota', () => {
  it('says what is missing while it is edited, and is saved', async () => {
    await room('Settings');
    await product.page.getByRole('button', { name: 'Add a person', exact: true }).click();
    await product.page.getByLabel('Name', { exact: true }).fill('B. Placeholder');
    await product.page.getByLabel('Role').fill('Deputy');
    await product.page.getByLabel('Phone').fill('9876543210');
    await button('Add a shift').click();
    await seen(/Nobody is on call: Mon 18:00 to Tue 09:00/);
    await button('Save the rota').click();
    await seen('The rota is saved.');
  });
});

describe('a calendar', () => {
  it('is imported, looked at and adopted with a reason', async () => {
    const file = join(dataDir, 'Sample State 2026.ics');
    const event = (day: string, more: string) => ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${day}`, more, 'END:VEVENT'];
    const lines = [...event('20261201', 'SUMMARY:Sample Day'), ...event('20261202', 'RRULE:FREQ=YEARLY')];
    writeFileSync(file, ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
    const chooser = product.page.waitForEvent('filechooser');
    await button(/^Import a calendar/).click();
    await (await chooser).setFiles(file);
    expect(await product.page.getByLabel('Title').inputValue()).toBe('Sample State 2026');
    await button('Read the file').click();
    await seen('1 line was left out');
    await seen('Sample Day');
    await product.page.getByLabel('Why this calendar is used').fill('The list of our State.');
    await button('Use this calendar').click();
    await seen('Sample State 2026 is in use.');
  });
});

describe('a target of one case', () => {
  it('is set in working days, paused with its reason and resumed, beside the legal clock', async () => {
    await openCase(urgent);
    await button('Set a target').click();
    await product.page.getByLabel('Working days from today').check();
    await button(/^Set target/).click();
    await seen(/3 working days by sample-state/);
    await button('Pause').click();
    await product.page.getByLabel('Why', { exact: true }).selectOption('legal-opinion');
    await button(/^Pause target/).click();
    await seen('The legal clock runs on while the desk target is paused.');
    await button('Resume').click();
    await button(/^Resume target/).click();
    await seen(/Paused \d\d-\d\d-\d{4} .*: Waiting for a legal opinion/);
  });

  it('is put off with its basis; no clock of law is', async () => {
    await button('Put off').click();
    await seen('No rule of the rulebook lets the desk put off a clock of law');
    await product.page.getByLabel('Working days from today').check();
    await product.page.getByLabel('Working days', { exact: true }).fill('9');
    await product.page.getByLabel('Basis').fill('Agreed with the complainant.');
    await button(/^Put off/)
      .last()
      .click();
    await seen(/Put off .*: Agreed with the complainant\./);
  });
});

describe('a clock that turned late', () => {
  it('asks why, and keeps the answer', async () => {
    await openCase(late);
    await seen(/Late, and no reason recorded yet: .*Acknowledge/);
    await button('Say why').click();
    await product.page.getByLabel('Why', { exact: true }).selectOption('volume');
    await product.page.getByLabel('In words').fill('Nine hundred calls in one night.');
    await button(/^Record the reason/).click();
    await seen(/Too many at once .* Nine hundred calls/);
    expect(await button('Say why').count()).toBe(0);
  });
});

describe('a duty that no case owns', () => {
  it('has no date until it is recorded, and one after that', async () => {
    await room('Duties');
    await seen('3 months from the last notice; nobody has recorded it yet.');
    await button('Record what was done: Three-monthly notice to users').click();
    await product.page.getByLabel('What was done', { exact: true }).fill('Notice to all users.');
    await button(/^Record Ctrl/).click();
    await seen(/Last recorded/);
  });
});

describe('a platform’s profile', () => {
  it('is led to from a check, mended there and saved as a new version with its reason', async () => {
    await room('Platforms');
    await button('Go to the field of check 3').click();
    await product.page.getByLabel('PIN code').fill('487001');
    await product.page.getByLabel('Why it changes').fill('The right code of the post office.');
    await button('Save as a new version').click();
    await seen('Cocial: version 2026.11-2 is in force.');
    await product.page.getByRole('tab', { name: 'Versions' }).click();
    await button('What changed').click();
    await seen('48700 → 487001');
  });

  it('refuses what the format does not hold, naming the field', async () => {
    await product.page.getByRole('tab', { name: 'Edit' }).click();
    await product.page.locator('summary', { hasText: 'Name' }).first().click();
    await product.page.getByLabel('Name', { exact: true }).fill('');
    await seen('is empty');
    expect(await button('Save as a new version').isDisabled()).toBe(true);
    await button('Start again from the version in force').click();
  });
});

describe('after a restart', () => {
  it('the desk says that clocks are not watched until it is unlocked, and everything is there', async () => {
    await product.close();
    product = await launchProduct({ dataDir });
    await seen('Clocks are not watched until the desk is unlocked.');
    await product.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await button('Unlock').click();
    await product.page.getByRole('grid').waitFor();
    await openCase(urgent);
    await seen(/Put off .*: Agreed with the complainant\./);
    await openCase(late);
    await seen(/Too many at once .* Nine hundred calls/);
    await room('Duties');
    await seen(/Last recorded/);
    await room('Platforms');
    await seen(/Version 2026\.11-2/);
    await room('Settings');
    expect(await product.page.getByLabel('Name', { exact: true }).inputValue()).toBe('B. Placeholder');
    await seen('Sample State 2026');
  });
});
