import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';

const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<< L898902C36UTO7408122F1204159ZE184226B<<<<<10';

describe('check-id', () => {
  it.each([
    ['aadhaar', ['234123412346'], 0, { ok: true, masked: 'XXXX XXXX 2346' }],
    ['aadhaar', ['2341', '2341', '2347'], 1, { ok: false, masked: 'XXXX XXXX 2347' }],
    ['passport-mrz', [zone], 0, { ok: true, masked: 'XXXXX02C3' }],
    ['pin', ['48700'], 1, { ok: false, masked: '48700' }],
  ])('checks %s %j', async (type, value, code, answer) => {
    const { json, ...ran } = await cli('check-id', '--json', '--type', type, ...value);
    expect(ran.code).toBe(code);
    expect(json).toEqual({ ...answer, reason: expect.stringMatching(/\.$/) });
  });

  it('answers 2 where the grammar is wrong, and shows no number even then', async () => {
    const wrong = await cli('check-id', '--json', '--type', '234123412346', '1');
    expect([wrong.code, wrong.json.error.code]).toEqual([2, 'grammar']);
    expect(wrong.stdout + wrong.stderr).not.toContain('234123412346');
    expect((await cli('check-id', '--type', 'pan')).code).toBe(2);
  });
});

describe('acts on who asks', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'nivaran-cli-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('are acts of the command line', async () => {
    const put = (name: string, content: unknown) => {
      writeFileSync(join(dir, name), typeof content === 'string' ? content : JSON.stringify(content));
      return join(dir, name);
    };
    const where = ['--workspace', join(dir, 'desk'), '--passphrase-file', put('pass', 'seven unlikely words in a row')];
    expect((await cli('init', '--json', ...where, '--org', 'Example', '--platform', 'cocial')).code).toBe(0);
    const receivedAt = new Date(Date.now() - 60_000).toISOString();
    const file = put('case.json', {
      platform: 'cocial',
      kind: 'erasure',
      receivedAt,
      channel: 'email',
      subject: 'Erase',
      complainant: { name: 'A. Example' },
    });
    const { ref } = (await cli('add', '--json', ...where, '--file', file)).json;
    const check = put('check.json', { method: 'document', document: 'pan', value: 'ACUPA7085R', result: 'verified', reason: 'Seen.' });
    expect((await cli('act', '--json', ...where, '--case', ref, '--do', 'verify-identity', '--with', check)).json).toMatchObject({
      ref,
      state: 'received',
    });
    const bad = put('bad.json', { method: 'document', document: 'aadhaar', value: '234123412347', result: 'verified', reason: 'Seen.' });
    const refused = await cli('act', '--json', ...where, '--case', ref, '--do', 'verify-identity', '--with', bad);
    expect([refused.code, refused.json.error.code]).toEqual([1, 'bad-input']);
    expect((await cli('show', '--json', ...where, ref)).json.identity).toBe('verified');
    expect((await cli('verify', '--json', ...where, '--deep')).json.problems).toEqual([]);
  });
});
