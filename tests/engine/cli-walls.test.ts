import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { blockingDirection, seededWords } from '../support/walled.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const desk = (as: string, pass = 'pass.txt') => ['--workspace', at('desk'), '--passphrase-file', at(pass), '--as', as];
const head = () => desk('A. Example');
const deputy = () => desk('D. Deputy', 'hers.txt');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nivaran-cli-'));
  writeFileSync(at('pass.txt'), 'seven unlikely words in a row\n');
  writeFileSync(at('hers.txt'), 'four other invented words here\n');
  const first = ['--workspace', at('desk'), '--passphrase-file', at('pass.txt')];
  await cli('init', ...first, '--org', 'Example Organisation', '--officer', 'A. Example', '--json');
  await cli('add-person', ...first, '--name', 'D. Deputy', '--roles', 'deputy', '--new-passphrase-file', at('hers.txt'), '--json');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('restricted cases from the command line', () => {
  it('are filed, listed, worked and shown by whose key opens them, and by nobody else', async () => {
    writeFileSync(at('order.json'), JSON.stringify(blockingDirection({ receivedAt: new Date(Date.now() - 60_000).toISOString() })));
    writeFileSync(at('note.json'), JSON.stringify({ text: 'Asked' }));
    const { json: added, code } = await cli('add', ...deputy(), '--file', at('order.json'), '--json');
    expect(code, JSON.stringify(added)).toBe(0);
    const { ref } = added;
    expect((await cli('list', ...deputy(), '--json')).json).toEqual({ rows: [], total: 0 });
    expect((await cli('list', ...deputy(), '--view', 'restricted', '--json')).json).toEqual({ rows: [], total: 0 });
    expect((await cli('show', ...deputy(), ref, '--json')).json.error).toMatchObject({ code: 'restricted' });
    expect((await cli('list', ...head(), '--json')).json.total).toBe(0);
    expect((await cli('list', ...head(), '--view', 'restricted', '--json')).json).toMatchObject({ rows: [{ ref }], total: 1 });
    expect((await cli('act', ...head(), '--case', ref, '--do', 'note', '--with', at('note.json'), '--json')).code).toBe(0);
    const { json } = await cli('show', ...head(), ref, '--json');
    expect(json).toMatchObject({ ref, text: expect.stringContaining(seededWords[1] ?? '') });
    expect((await cli('verify', ...deputy(), '--deep', '--json')).json).toMatchObject({ ok: true });
  }, 120_000);
});
