import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';

let dir = '';
const at = (name: string) => join(dir, name);
const as = (who: string, ...more: string[]) => ['--json', '--workspace', at('desk'), '--passphrase-file', at(`${who}.txt`), ...more];
const newPerson = ['--name', 'B. Example', '--new-passphrase-file'];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'nivaran-cli-people-'));
  writeFileSync(at('first.txt'), 'seven unlikely words in a row\n');
  writeFileSync(at('second.txt'), 'eight other words in a row\n');
  await cli('init', ...as('first', '--org', 'Example Organisation', '--officer', 'A. Example'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('add-person', () => {
  it('refuses an unknown role as grammar', async () => {
    const { code, json } = await cli('add-person', ...as('first', ...newPerson, at('second.txt'), '--roles', 'gossip'));
    expect([code, json.error.code]).toEqual([2, 'grammar']);
  });

  it('adds a person, and from then on asks who opens the desk', async () => {
    const added = await cli('add-person', ...as('first', ...newPerson, at('second.txt'), '--roles', 'auditor,legal'));
    expect(added.code).toBe(0);
    expect(added.json).toMatchObject({ name: 'B. Example', roles: ['legal', 'auditor'], id: expect.stringMatching(/^user:/) });
    const unsaid = await cli('list', ...as('first'));
    expect([unsaid.code, unsaid.json.error.code]).toEqual([1, 'bad-input']);
    expect(unsaid.json.error.message).toMatch(/as/);
    expect((await cli('list', ...as('second', '--as', 'B. Example'))).code).toBe(0);
    expect((await cli('list', ...as('second', '--as', 'A. Example'))).json.error.code).toBe('wrong-key');
  });

  it('lets nobody do what her roles do not allow', async () => {
    const third = await cli(
      'add-person',
      ...as('second', '--as', 'B. Example', '--name', 'C. Example', '--new-passphrase-file', at('first.txt'), '--roles', 'admin'),
    );
    expect([third.code, third.json.error.code, third.json.error.needs]).toEqual([1, 'not-allowed', ['admin']]);
    const backup = await cli('backup', ...as('second', '--as', 'B. Example', '--out', at('a.backup')));
    expect(backup.json.error.code).toBe('not-allowed');
  });
});
