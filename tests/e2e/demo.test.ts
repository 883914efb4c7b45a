import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryFile } from '../shell/support/page-driver.ts';
import { cli } from '../support/cli.ts';
import { flatWordsOfPdf } from '../support/desk-page-pdf.ts';
import { newDataDir, removeWorkspace } from '../support/desk-page-workspaces.ts';

describe('the main job without a display', () => {
  const dataDir = newDataDir();
  const out = join(dataDir, 'out', 'demo');
  let told = '';

  beforeAll(async () => {
    // It writes below the folder it is started in.
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', repositoryFile('tools', 'demo.mjs')],
      {
        cwd: dataDir,
        encoding: 'utf8',
      },
    );
    told = stdout;
  });
  afterAll(() => removeWorkspace({ dataDir }));

  it('gives a short account: mail in, the queue, letters, a record that holds', () => {
    expect(readFileSync(join(out, 'account.txt'), 'utf8')).toBe(told);
    const mails = readdirSync(repositoryFile('resources', 'demo', 'mail')).filter((name) => name.endsWith('.eml'));
    for (const name of mails) expect(told).toContain(name);
    expect(told).toMatch(/The queue: \d+ open, next clock first/);
    expect(told).toMatch(/The record holds: \d+ entries/);
    expect(told).toMatch(/synthetic/i);
    expect(told.split('\n').length).toBeLessThan(100);
  });

  it('leaves sealed letters in English and Hindi that can be read', () => {
    const letters = readdirSync(join(out, 'letters'));
    expect(letters.length).toBeGreaterThanOrEqual(8);
    const texts = letters.map((name) => flatWordsOfPdf(join(out, 'letters', name)));
    for (const [n, name] of letters.entries()) expect(texts[n]).toContain(name.split(' ')[0]);
    expect(texts.filter((text) => /[\u0900-\u097f]{3}/u.test(text)).length).toBeGreaterThan(0);
    expect(texts.filter((text) => /We examined the matter/.test(text)).length).toBeGreaterThan(0);
  });

  it('leaves pictures of the window, light and dark', () => {
    const pictures = readdirSync(join(out, 'screens')).sort();
    expect(pictures).toEqual(['queue-dark.png', 'queue-light.png']);
    for (const name of pictures) expect(statSync(join(out, 'screens', name)).size).toBeGreaterThan(20_000);
  });

  it('leaves a workspace and a copy that the command line verifies', async () => {
    const W = ['--workspace', join(out, 'workspace'), '--passphrase-file', join(out, 'passphrase.txt')];
    const own = await cli('verify', ...W, '--deep', '--json');
    expect(own.json).toMatchObject({ ok: true, problems: [] });
    const copy = await cli('verify', '--copy', join(out, 'audit-copy.db'), '--against', join(out, 'checkpoint.txt'), '--json');
    expect(copy.json).toMatchObject({ ok: true, problems: [] });
  });
});
