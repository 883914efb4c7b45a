import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, openDesk, readPassphraseFile } from '../../src-main/workspace/index.ts';
import { cli } from '../support/cli.ts';
import { contentCase } from '../support/desk.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const write = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
};
const desk = () => ['--workspace', at('desk'), '--passphrase-file', at('pass.txt')];
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nivaran-cli-'));
  write('pass.txt', 'seven unlikely words in a row\n');
  const { code, json } = await cli('init', ...desk(), '--org', 'Example Organisation', '--officer', 'A. Example', '--json');
  expect(code).toBe(0);
  expect(Object.keys(json).sort()).toEqual(['desk', 'recoveryCode', 'workspace']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the grammar', () => {
  it.each([
    [['gossip']],
    [['clocks', '--kind', 'gossip', '--received', ago(1)]],
    [['list']],
    [['add', '--file']],
    [['verify', '--shallow']],
    [['show', '--workspace', 'x', '--passphrase-file', 'y']],
  ])('refuses %j with exit code 2 and one JSON document', async (args) => {
    const { code, json } = await cli(...args, '--json');
    expect(code).toBe(2);
    expect(json.error).toMatchObject({ code: 'grammar', message: expect.any(String) });
  });

  it('helps with every command and exit code 0', async () => {
    const { code, stdout } = await cli('--help');
    expect(code).toBe(0);
    for (const name of [
      'init',
      'clocks',
      'add',
      'import',
      'list',
      'show',
      'act',
      'letter',
      'audit-copy',
      'checkpoint',
      'verify',
      'backup',
      'restore',
    ])
      expect(stdout).toContain(name);
  });
});

describe('clocks without a workspace', () => {
  it('answers the shape of the design, in IST', async () => {
    const { code, json } = await cli(
      'clocks',
      '--kind',
      'content',
      '--platform',
      'cocial',
      '--received',
      '2026-03-01T08:00:00+05:30',
      '--fact',
      'intimate=true',
      '--json',
    );
    expect(code).toBe(0);
    const byRule = Object.fromEntries(json.clocks.map((clock: { rule: string }) => [clock.rule, clock]));
    expect(byRule['IT-NCII-2H']).toMatchObject({
      sense: 'max',
      start: '2026-03-01T08:00:00+05:30',
      due: '2026-03-01T10:00:00+05:30',
      inForce: { from: '2026-02-20', until: null },
    });
    expect(Object.keys(byRule['IT-NCII-2H']).sort()).toEqual([
      'alternatives',
      'cite',
      'confidence',
      'disputed',
      'due',
      'inForce',
      'rule',
      'sense',
      'start',
      'status',
      'waitsFor',
    ]);
    expect(Array.isArray(json.notes)).toBe(true);
  });

  it('counts one rule from a start', async () => {
    const { json } = await cli('clocks', '--rule', 'SPDI-GRV-1M', '--start', '2026-01-31T10:00:00+05:30', '--json');
    expect(json.clocks).toMatchObject([{ rule: 'SPDI-GRV-1M', due: '2026-02-28T23:59:59+05:30' }]);
    expect((await cli('clocks', '--rule', 'NO-SUCH', '--start', ago(1), '--json')).code).toBe(1);
  });
});

describe('the way of a case', () => {
  it('goes from add to a closed case with sealed letters and a verified record', async () => {
    const file = write('case.json', contentCase({ receivedAt: ago(30) }));
    const added = await cli('add', ...desk(), '--file', file, '--json');
    expect(added.code).toBe(0);
    expect(Object.keys(added.json).sort()).toEqual(['clocks', 'ref', 'state']);
    const { ref } = added.json;
    const act = (name: string, input?: unknown) =>
      cli('act', ...desk(), '--case', ref, '--do', name, ...(input ? ['--with', write('act.json', input)] : []), '--json');

    const sealed = await cli('letter', ...desk(), '--case', ref, '--template', 'acknowledgement', '--out', at('ack.pdf'), '--json');
    expect(sealed.json).toEqual({ file: at('ack.pdf'), sha256: sha256(at('ack.pdf')), pages: 1, record: expect.any(Number) });
    expect((await act('acknowledge', { sentAt: ago(0), mode: 'email', proof: 'id' })).json.state).toBe('acknowledged');
    expect((await act('start-review')).json.state).toBe('under-review');
    expect(
      (
        await act('decide', {
          outcome: 'upheld',
          ground: 'policy',
          reasons: 'It misleads.',
          items: [{ value: 'https://posts.example/1', action: 'removed', at: ago(0) }],
        })
      ).json.state,
    ).toBe('decided');
    expect((await act('dispatch', { letter: 'decision', sentAt: ago(0), mode: 'email' })).code).toBe(0);
    const closed = await act('close');
    expect(closed.json.state).toBe('closed');
    expect(closed.json.clocks.find((clock: { rule: string }) => clock.rule === 'IT-RES-7D').status).toBe('met');

    const shown = await cli('show', ...desk(), ref, '--json');
    expect(shown.json).toMatchObject({
      ref,
      state: 'closed',
      outcome: 'upheld',
      letters: [{ template: 'acknowledgement', mode: 'email' }],
    });
    const verified = await cli('verify', ...desk(), '--deep', '--json');
    expect(verified).toMatchObject({ code: 0, json: { ok: true, problems: [] } });
    expect(Object.keys(verified.json).sort()).toEqual(['entries', 'head', 'ok', 'problems']);
  });
});

describe('a draft', () => {
  it('is the same file twice and no entry of the record', async () => {
    const { json } = await cli('add', ...desk(), '--file', write('draft.json', contentCase({ receivedAt: ago(9) })), '--json');
    const { ref } = json;
    await cli(
      'act',
      ...desk(),
      '--case',
      ref,
      '--do',
      'decide',
      '--with',
      write('decide.json', { outcome: 'refused', ground: 'g', reasons: 'No breach.' }),
      '--json',
    );
    const draft = await cli(
      'letter',
      ...desk(),
      '--case',
      ref,
      '--template',
      'decision',
      '--language',
      'hi',
      '--draft',
      '--out',
      at('draft.pdf'),
      '--json',
    );
    expect(draft.json).toMatchObject({ record: null, sha256: sha256(at('draft.pdf')) });
    const again = await cli(
      'letter',
      ...desk(),
      '--case',
      ref,
      '--template',
      'decision',
      '--language',
      'hi',
      '--draft',
      '--out',
      at('draft2.pdf'),
      '--json',
    );
    expect(again.json.sha256).toBe(draft.json.sha256);
    await cli('act', ...desk(), '--case', ref, '--do', 'void', '--with', write('void.json', { reason: 'test' }), '--json');
  });
});

describe('the queue', () => {
  it('lists it in the stated shape', async () => {
    await cli('add', ...desk(), '--file', write('case.json', contentCase({ receivedAt: ago(5) })), '--json');
    const { json } = await cli('list', ...desk(), '--limit', '5', '--json');
    expect(json.total).toBe(1);
    expect(json.rows).toMatchObject([
      { kind: 'content', platform: 'cocial', state: 'received', next: { rule: 'IT-ACK-24H', due: expect.stringMatching(/\+05:30$/) } },
    ]);
  });
});

describe('bad input', () => {
  it.each([
    ['an unknown kind', { kind: 'gossip' }, 'kind'],
    ['no receipt time', { receivedAt: undefined }, 'receivedAt'],
    ['a receipt in the future', { receivedAt: new Date(Date.now() + 3_600_000).toISOString() }, 'receivedAt'],
    ['too long a text', { text: 'x'.repeat(200_001) }, 'text'],
    ['a control character', { subject: 'a\u0007b' }, 'subject'],
  ])('refuses %s with exit code 1 and the field', async (_what, over, field) => {
    const { code, json } = await cli('add', ...desk(), '--file', write('bad.json', contentCase({ receivedAt: ago(5), ...over })), '--json');
    expect(code).toBe(1);
    expect(json.error.code).toBe('bad-input');
    expect(json.error.issues.map((issue: { field: string }) => issue.field)).toContain(field);
  });

  it('names the file that is no JSON or not there', async () => {
    for (const path of [write('no.json', '{"kind":'), at('nowhere.json')]) {
      const { code, json } = await cli('add', ...desk(), '--file', path, '--json');
      expect(code).toBe(1);
      expect(json.error.message).toContain(path);
    }
  });
});

describe('opening', () => {
  it('refuses a passphrase file of two lines, an empty one and a missing one by name', async () => {
    for (const path of [write('two.txt', 'one line\nand another\n'), write('empty.txt', ''), at('missing.txt')]) {
      const { code, json } = await cli('list', '--workspace', at('desk'), '--passphrase-file', path, '--json');
      expect(code).toBe(1);
      expect(json.error.code).toBe('bad-input');
      expect(json.error.message).toContain(path.split('/').at(-1));
    }
  });

  it('refuses a workspace path that is a file, a folder that is none, and making one twice', async () => {
    const file = write('plain.txt', 'hello');
    expect((await cli('init', '--workspace', file, '--passphrase-file', at('pass.txt'), '--org', 'X', '--json')).json.error).toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('is a file'),
    });
    expect((await cli('list', '--workspace', at('none'), '--passphrase-file', at('pass.txt'), '--json')).json.error.code).toBe(
      'not-a-workspace',
    );
    expect(existsSync(at('none'))).toBe(false);
    expect((await cli('init', ...desk(), '--org', 'X', '--json')).json.error.code).toBe('already-exists');
    mkdirSync(at('photos'));
    writeFileSync(at('photos/one.jpg'), '');
    expect(
      (await cli('init', '--workspace', at('photos'), '--passphrase-file', at('pass.txt'), '--org', 'X', '--json')).json.error,
    ).toMatchObject({
      code: 'not-a-workspace',
      message: expect.stringContaining('one.jpg'),
    });
    expect(readdirSync(at('photos'))).toEqual(['one.jpg']);
  });

  it('answers locked with the holder while another process has the workspace', async () => {
    const open = await openDesk(at('desk'), { passphrase: readPassphraseFile(at('pass.txt')) }, { holder: 'window' });
    try {
      const { code, json } = await cli('list', ...desk(), '--json');
      expect(code).toBe(1);
      expect(json.error).toMatchObject({ code: 'locked', holder: { pid: process.pid, what: 'window' } });
    } finally {
      await closeDesk(open);
    }
  });

  it('refuses a wrong passphrase and leaves the workspace as it was', async () => {
    const { code, json } = await cli(
      'list',
      '--workspace',
      at('desk'),
      '--passphrase-file',
      write('wrong.txt', 'not this passphrase'),
      '--json',
    );
    expect(code).toBe(1);
    expect(json.error.code).toBe('wrong-key');
    expect((await cli('list', ...desk(), '--json')).code).toBe(0);
  });
});

describe('what leaves', () => {
  it('writes an audit copy and a checkpoint that the Python verifier accepts', async () => {
    const checkpoint = await cli('checkpoint', ...desk(), '--out', at('checkpoint.txt'), '--json');
    expect(Object.keys(checkpoint.json).sort()).toEqual(['entries', 'file', 'head', 'sha256']);
    const copy = await cli('audit-copy', ...desk(), '--out', at('copy.db'), '--json');
    expect(copy).toMatchObject({ code: 0, json: { file: at('copy.db'), sha256: sha256(at('copy.db')) } });
    const python = spawnSync('python3', ['docs/nivaran-verify.py', at('copy.db'), '--against', at('checkpoint.txt')], { encoding: 'utf8' });
    expect(JSON.parse(python.stdout)).toMatchObject({ ok: true, entries: copy.json.entries, head: copy.json.head });
    expect((await cli('verify', '--copy', at('copy.db'), '--against', at('checkpoint.txt'), '--json')).json).toMatchObject({
      ok: true,
      entries: copy.json.entries,
    });
    expect((await cli('verify', ...desk(), '--against', at('checkpoint.txt'), '--json')).json.ok).toBe(true);
  });

  it('backs up into one file and restores it into a new place under a new desk', async () => {
    const backup = await cli('backup', ...desk(), '--out', at('desk.nivaran-backup'), '--json');
    expect(backup.json).toEqual({
      file: at('desk.nivaran-backup'),
      sha256: sha256(at('desk.nivaran-backup')),
      entries: expect.any(Number),
    });
    const restored = await cli(
      'restore',
      '--from',
      at('desk.nivaran-backup'),
      '--workspace',
      at('second'),
      '--passphrase-file',
      at('pass.txt'),
      '--json',
    );
    expect(restored).toMatchObject({ code: 0, json: { sha256: backup.json.sha256, entries: backup.json.entries } });
    const verified = await cli(
      'verify',
      '--workspace',
      at('second'),
      '--passphrase-file',
      at('pass.txt'),
      '--deep',
      '--against',
      at('checkpoint.txt'),
      '--json',
    );
    expect(verified.json).toMatchObject({ ok: true, problems: [] });
    const second = await cli(
      'add',
      '--workspace',
      at('second'),
      '--passphrase-file',
      at('pass.txt'),
      '--file',
      write('case.json', contentCase({ receivedAt: ago(2) })),
      '--json',
    );
    expect(second.code).toBe(0);
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
