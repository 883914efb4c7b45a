import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { contentCase } from '../support/desk.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const write = (name: string, content: unknown) => {
  writeFileSync(at(name), typeof content === 'string' ? content : JSON.stringify(content));
  return at(name);
};
const desk = () => ['--workspace', at('desk'), '--passphrase-file', at('pass.txt')];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nivaran-cli-files-'));
  write('pass.txt', 'seven invented words for one desk');
  const { code } = await cli('init', ...desk(), '--org', 'Example Organisation', '--platform', 'cocial', '--json');
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is written', () => {
  it('never takes the place of one that is there: a letter or a checkpoint is refused before anything is done', async () => {
    const received = new Date(Date.now() - 60_000).toISOString();
    const added = await cli('add', ...desk(), '--file', write('case.json', contentCase({ receivedAt: received })), '--json');
    const letter = (...more: string[]) =>
      cli('letter', ...desk(), '--case', added.json.ref, '--template', 'acknowledgement', '--out', at('letter.pdf'), ...more, '--json');
    write('letter.pdf', 'kept');
    for (const more of [[], ['--draft']]) {
      const { code, json } = await letter(...more);
      expect([code, json.error.code]).toEqual([1, 'already-exists']);
      expect(json.error.message).toContain(at('letter.pdf'));
    }
    expect(readFileSync(at('letter.pdf'), 'utf8')).toBe('kept');
    const kinds = (await cli('show', ...desk(), added.json.ref, '--json')).json.timeline.map((one: { kind: string }) => one.kind);
    expect(kinds).toEqual(['case.received']);
    rmSync(at('letter.pdf'));
    expect((await letter()).json).toMatchObject({ file: at('letter.pdf'), pages: 1 });
    write('note.txt', 'kept');
    expect((await cli('checkpoint', ...desk(), '--out', at('note.txt'), '--json')).json.error.code).toBe('already-exists');
    expect(readFileSync(at('note.txt'), 'utf8')).toBe('kept');
  });
});

describe('a report of a case', () => {
  it('is a PDF and a ZIP in the folder named, answered with their hashes, and never written over', async () => {
    const received = new Date(Date.now() - 60_000).toISOString();
    const { json: added } = await cli('add', ...desk(), '--file', write('case.json', contentCase({ receivedAt: received })), '--json');
    const report = (...more: string[]) =>
      cli('report', 'dossier', ...desk(), '--case', added.ref, '--out', at('reports'), ...more, '--json');
    const { code, json } = await report('--sections', 'summary,record', '--redaction', 'masked');
    expect(code).toBe(0);
    expect(Object.keys(json)).toEqual(['files']);
    expect(json.files.map(({ path }: { path: string }) => path)).toEqual([
      at(`reports/${added.ref}-dossier.pdf`),
      at(`reports/${added.ref}-dossier.zip`),
    ]);
    for (const { path, sha256 } of json.files) expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256);
    const again = await report();
    expect([again.code, again.json.error.code]).toEqual([1, 'already-exists']);
    const shown = (await cli('show', ...desk(), added.ref, '--json')).json.timeline;
    expect(shown.map((one: { kind: string }) => one.kind)).toEqual(['case.received', 'report.exported']);
    expect(shown[1].body.files.map((one: { sha256: string }) => one.sha256)).toEqual(
      json.files.map((one: { sha256: string }) => one.sha256),
    );
  });

  it('is named by its words: another report, section or level is no command', async () => {
    for (const words of [
      ['nothing', '--case', 'NOJ-2026-000001-1', '--out', at('x')],
      ['dossier', '--case', 'NOJ-2026-000001-1', '--out', at('x'), '--sections', 'summary,all'],
      ['dossier', '--case', 'NOJ-2026-000001-1', '--out', at('x'), '--redaction', 'some'],
    ])
      expect((await cli('report', ...words, ...desk(), '--json')).code).toBe(2);
  });
});

describe('a file that is read', () => {
  it('is named when it is no audit copy, whatever it is instead', async () => {
    mkdirSync(at('folder'));
    const database = readdirSync(at('desk')).find((name) => name.endsWith('.db') && name.startsWith('desk-'))!;
    for (const file of [write('plain.txt', 'hello'), write('empty.db', ''), at('folder'), join(at('desk'), database)]) {
      const { code, json } = await cli('verify', '--copy', file, '--json');
      expect([code, json.error.code]).toEqual([1, 'bad-input']);
      expect(json.error.message).toContain(file);
      expect(json.error.message).toMatch(/is not (an audit copy|a file)/);
    }
    expect((await cli('verify', '--copy', at('none.db'), '--json')).json.error).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('none.db'),
    });
  });

  it('is named when it is no checkpoint', async () => {
    for (const more of [desk(), ['--copy', at('any.db')]]) {
      const { code, json } = await cli('verify', ...more, '--against', write('letter.txt', 'Dear Sir'), '--json');
      expect([code, json.error.code]).toEqual([1, 'bad-input']);
      expect(json.error.message).toContain(`${at('letter.txt')} is not a checkpoint`);
    }
  });

  it('tells where a profile has a field with an empty name, and what is wrong with the whole file', async () => {
    const profile = JSON.parse(readFileSync('resources/platforms/cocial.json', 'utf8'));
    const odd = write('odd.json', JSON.stringify({ ...profile, contact: { ...profile.contact, '': 1 } }, null, 2));
    const { code, stdout } = await cli('check-profile', odd);
    expect(code).toBe(1);
    expect(stdout.trim()).toMatch(/^line \d+, contact\."": a field has an empty name$/);
    expect((await cli('check-profile', odd, '--json')).json.problems).toMatchObject([
      { field: 'contact.""', message: 'a field has an empty name' },
    ]);
    expect((await cli('check-profile', write('list.json', '[1]'))).stdout).toContain('the file as a whole:');
  });
});
