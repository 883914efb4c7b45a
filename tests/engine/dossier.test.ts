import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPlain } from '../../db/open.ts';
import { copyDesk, verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { parse } from '../../src-main/desk/parse.ts';
import { addIdentityFile } from '../../src-main/identity/index.ts';
import { parseCheckpoint } from '../../src-main/journal/index.ts';
import { sealLetter } from '../../src-main/letters/index.ts';
import { addPackageFile, buildPackage } from '../../src-main/packages/index.ts';
import { type DossierManifest, dossierOrderSchema, type RecordExtract } from '../../src-main/reports/contract.ts';
import { makeDossier, saveDossier } from '../../src-main/reports/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const scan = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A request for access worked to its end, with everything a report can hold. */
async function workedCase(): Promise<string> {
  const complainant = {
    name: 'A. Inventado',
    email: 'a.inventado@mail.example',
    phone: '98765 43210',
    address: '12 Sample Road',
    language: 'en',
  };
  const over = { platform: 'nojoto', kind: 'access', facts: {}, subject: 'Data of A. Inventado', complainant };
  const text = 'I am A. Inventado. Send me a copy of my data 😀, to a.inventado@mail.example.';
  const ref = addCase(made.desk, contentCase({ ...over, text })).ref;
  addCase(made.desk, contentCase({ subject: 'Another matter of somebody else', complainant: { name: 'Z. Other' } }));
  act(ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email' });
  act(ref, 'start-review');
  act(ref, 'note', { text: 'An ordinary note about A. Inventado' });
  act(ref, 'note', { text: 'Counsel says so', privileged: true });
  act(ref, 'verify-identity', { method: 'document', document: 'pan', value: 'ABCPE1234F', result: 'verified', reason: 'seen in person' });
  act(ref, 'search-system', { system: 'accounts', query: 'a.inventado@mail.example', found: 2 });
  act(ref, 'mark-category', { category: 'account', held: 'held' });
  const csv = { name: 'posts of A. Inventado.csv', bytes: Buffer.from('id\n1\n'), mediaType: 'text/csv' };
  const { files } = await addPackageFile(made.desk, ref, 'evidence', csv);
  act(ref, 'redaction', { file: files[0]?.id ?? '', decision: 'release' });
  await addPackageFile(made.desk, ref, 'evidence', { name: 'later.png', bytes: scan, mediaType: 'image/png' });
  await addIdentityFile(made.desk, ref, { name: 'card.txt', bytes: Buffer.from('a card'), mediaType: 'text/plain' });
  act(ref, 'decide', { outcome: 'complied', ground: 'policy-right', reasons: 'As the policy promises.\n\nNothing is left out.' });
  await sealLetter(made.desk, { ref, template: 'access-answer', language: 'en' });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(made.desk), mode: 'email', proof: 'M-1' });
  return ref;
}

const orderOf = (ref: string, over: Record<string, unknown> = {}) =>
  parse(dossierOrderSchema, { ref, reason: 'for counsel', ...over }, 'report');

async function saved(ref: string, over: Record<string, unknown> = {}, name = 'report') {
  const base = join(made.dir, name);
  const { files } = saveDossier(made.desk, await makeDossier(made.desk, orderOf(ref, over)), base);
  const folder = `${base}-unpacked`;
  execFileSync('unzip', ['-q', `${base}.zip`, '-d', folder]);
  const text = execFileSync('pdftotext', ['-raw', `${base}.pdf`, '-'], { encoding: 'utf8' });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as DossierManifest;
  return { base, files, folder, manifest, text, flat: text.replace(/\s+/g, ' ') };
}

const all = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name));

describe('a case report', () => {
  it('tells the case from its receipt to the answer, with why each date and the hash of each letter', async () => {
    const ref = await workedCase();
    const { flat, text, folder, manifest, files, base } = await saved(ref);
    for (const part of [
      /Case report/,
      /Complainant A\. Inventado/,
      /Send me a copy of my data \[\?\], to a\.inventado@mail\.example/,
      /Clocks, and why each date/,
      /1\. Received \d\d-\d\d-\d{4}/,
      /Acknowledgement|ACK/,
      /A document · PAN card/,
      /XXXXXX?234F/,
      /verified: seen in person/,
      /As the policy promises\./,
      /Clause §7/,
      /Answer with the/,
      /letters\/01-access- ?/,
      /no: not asked for/,
      /no: nobody has looked at it yet/,
      /no: it shows who somebody is/,
      new RegExp(`${ref}.*Page 1 of \\d`),
      /Record \d+ · [A-Z2-7]{32}/,
    ])
      expect(flat).toMatch(part);
    expect(flat).not.toMatch(/Another matter|Z\. Other|Counsel says|An ordinary note|ABCPE/);
    expect(text.split('\f').length - 1).toBeGreaterThan(3);
    expect(files.map(({ path }) => path)).toEqual([`${base}.pdf`, `${base}.zip`]);
    for (const { path, sha256: told } of files) expect(sha256(readFileSync(path))).toBe(told);
    expect(sha256(readFileSync(join(folder, 'report.pdf')))).toBe(files[0]?.sha256);
    expect(manifest.files.length).toBe(all(folder).length - 1);
    for (const file of manifest.files) expect(sha256(readFileSync(join(folder, file.path)))).toBe(file.sha256);
    expect(manifest.withheld.map(({ what, why }) => [what, why])).toEqual([
      ['later.png', 'waiting'],
      ['card.txt', 'identity'],
    ]);
    const letter = made.desk.db.prepare('SELECT sha256 FROM letter').get() as { sha256: string };
    expect(sha256(readFileSync(join(folder, 'letters', '01-access-answer-en.pdf')))).toBe(letter.sha256);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('gives the case’s entries so that each hash comes out again and stands in an audit copy', async () => {
    const ref = await workedCase();
    const { folder, manifest } = await saved(ref, { sections: ['record'] });
    const extract = JSON.parse(readFileSync(join(folder, 'record.json'), 'utf8')) as RecordExtract;
    for (const { seq, desk, at, actor, kind, subject, commitment, prev, hash } of extract.entries)
      expect(sha256(Buffer.from(`JRN1\n${[desk, seq, at, actor, kind, subject, commitment, prev].join('\n')}\n`))).toBe(hash);
    expect(parseCheckpoint(extract.checkpoint)).toMatchObject({ size: manifest.record.entries });
    expect(extract.checkpoint).toContain(manifest.record.head);
    const { file } = copyDesk(made.desk, { out: join(made.dir, 'copy.db'), bodies: 'none' });
    const copy = openPlain(file);
    const rows = copy.prepare('SELECT seq, lower(hex(hash)) AS hash FROM journal WHERE subject = ? ORDER BY seq').all(`case:${ref}`);
    copy.close();
    expect(rows.slice(0, extract.entries.length)).toEqual(extract.entries.map(({ seq, hash }) => ({ seq, hash })));
  });

  it('hides names and contacts everywhere when it is asked to, and then takes no letter along', async () => {
    const ref = await workedCase();
    const { folder, flat, manifest } = await saved(ref, {
      redaction: 'masked',
      sections: ['summary', 'complaint', 'timeline', 'work', 'letters', 'evidence', 'files', 'notes'],
    });
    const data = all(folder).filter((path) => path.endsWith('.json'));
    for (const shown of [flat, ...data.map((path) => readFileSync(path, 'utf8'))])
      expect(shown).not.toMatch(/Inventado|a\.inventado@|98765|Sample Road/);
    expect(flat).toMatch(/Complainant A… I…/);
    expect(flat).toMatch(/An ordinary note about A… I…/);
    expect(flat).toMatch(/posts of A… I…\.csv/);
    expect(manifest.files.map(({ path }) => path)).toEqual(['report.pdf', 'report.json']);
    expect(manifest.withheld.map(({ why }) => why).sort()).toEqual(['identity', 'masked', 'masked', 'waiting']);
  });

  it('takes files along when they are asked for, and never a package, an identity document or what waits', async () => {
    const ref = await workedCase();
    act(ref, 'redaction', {
      file: made.desk.db.prepare("SELECT id FROM attachment WHERE name = 'later.png'").pluck().get() as string,
      decision: 'withhold',
      reason: 'not hers',
    });
    await buildPackage(made.desk, { ref });
    const { folder, manifest } = await saved(ref, { sections: ['evidence', 'files', 'privileged-notes'] });
    expect(readFileSync(join(folder, 'evidence', '01.csv'), 'utf8')).toBe('id\n1\n');
    expect(all(join(folder, 'evidence')).length).toBe(1);
    expect(manifest.withheld.map(({ why }) => why).sort()).toEqual(['identity', 'package', 'waiting']);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toContain('Counsel says so');
  });

  it('holds privileged notes only by a named person and with a reason', async () => {
    const ref = await workedCase();
    const sections = ['summary', 'privileged-notes'];
    await expect(makeDossier(made.desk, orderOf(ref, { sections, reason: ' ' }))).rejects.toThrow(/only with a reason/);
    const nobody = { ...made.desk, person: { ...made.desk.person, id: 'system' } };
    await expect(makeDossier(nobody, orderOf(ref, { sections }))).rejects.toMatchObject({ code: 'not-allowed' });
    expect(JSON.stringify((await makeDossier(made.desk, orderOf(ref))).order.sections)).not.toContain('privileged');
  });

  it('is the same bytes twice, in Hindi too, and an entry of the record says who took what', async () => {
    const ref = await workedCase();
    const order = orderOf(ref, { language: 'hi' });
    const first = await makeDossier(made.desk, order);
    const second = await makeDossier(made.desk, order);
    expect(sha256(second.pdf)).toBe(sha256(first.pdf));
    expect(sha256(second.zip)).toBe(sha256(first.zip));
    const { files } = saveDossier(made.desk, second, join(made.dir, 'hindi'));
    const text = execFileSync('pdftotext', ['-layout', join(made.dir, 'hindi.pdf'), '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
    expect(text).toMatch(/प्रकरण प्रतिवेदन/);
    expect(text).toMatch(/समय-सीमाएँ, और हर तिथि का कारण/);
    expect(text).toMatch(/पृष्ठ 1 \/ \d/);
    const row = made.desk.db
      .prepare("SELECT actor, body FROM journal JOIN journal_body USING (seq) WHERE kind = 'report.exported'")
      .get() as { actor: string; body: string };
    expect(row.actor).toBe('user:officer00001');
    expect(JSON.parse(row.body)).toMatchObject({
      report: 'dossier',
      language: 'hi',
      redaction: 'full',
      reason: 'for counsel',
      files: files.map(({ sha256: hash }) => ({ sha256: hash })),
    });
  });

  it('writes over nothing, is stopped when asked, and of no case there is none', async () => {
    const ref = await workedCase();
    const order = orderOf(ref, { sections: ['summary'] });
    const report = await makeDossier(made.desk, order);
    mkdirSync(join(made.dir, 'out'));
    writeFileSync(join(made.dir, 'out', 'r.zip'), 'mine');
    expect(() => saveDossier(made.desk, report, join(made.dir, 'out', 'r'))).toThrow(/already there/);
    expect(existsSync(join(made.dir, 'out', 'r.pdf'))).toBe(false);
    const stop = new AbortController();
    stop.abort();
    await expect(makeDossier(made.desk, order, { signal: stop.signal })).rejects.toThrow(Fault);
    await expect(makeDossier(made.desk, { ...order, ref: 'COC-2026-000999-0' })).rejects.toThrow(Fault);
  });
});
