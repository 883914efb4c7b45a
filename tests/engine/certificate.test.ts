import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { disclosuresOf } from '../../src-main/government/index.ts';
import { letterPdf, previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { messageOf } from '../support/faults.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(made.desk, ref, name, input);
const hashes = ['a'.repeat(64), 'b'.repeat(64)];

/** A case with two files hashed for production, and what Part A says. */
function ready() {
  const order = { instrument: 'bnss-94-police', agency: 'Example Police Station', purpose: 'investigation', inWriting: true };
  const ref = addCase(made.desk, contentCase({ kind: 'information-order', complainant: undefined, facts: {}, order })).ref;
  for (const [n, sha256] of hashes.entries()) act(ref, 'record-production', { name: `rows-${n + 1}.csv`, sizeBytes: 123_456 + n, sha256 });
  const files = disclosuresOf(made.desk.db, ref).productions.map(({ seq, sha256 }) => ({ production: seq, sha256 }));
  const who = { name: 'A. Example', relation: 'daughter', relative: 'B. Example', address: 'Example Technologies, Plot 12, Example Road' };
  const device = {
    sources: ['server', 'cloud'],
    makeModel: 'Example Rack 9',
    colour: 'Grey',
    serial: 'SN-0001',
    identifier: 'MAC 00:00:5E:00:53:01',
  };
  return {
    ref,
    input: { ...who, ...device, control: ['managed', 'operated'], place: 'Bengaluru', at: '2026-11-21T11:45:00+05:30', files },
  };
}

describe('a certificate under section 63(4)(c) BSA', () => {
  it('is the form of the Schedule: Part A filled, Part B blank, and the hash report', async () => {
    const { ref, input } = ready();
    act(ref, 'record-certificate', input);
    const { text, pages } = await previewLetter(made.desk, { ref, template: 'evidence-certificate' });
    expect(pages).toBe(3);
    const [partA = '', rest = ''] = text.replaceAll('\u00A0', ' ').split('PART B');
    const [partB = '', report = ''] = rest.split('HASH REPORT');
    expect(partA).toMatch(/I, A\. Example \(Name\), Daughter of B\. Example, residing\/employed at Example Technologies/);
    expect(partA).toMatch(/\[X\] Server +\[X\] Cloud +\[ \] Other/);
    expect(partA).toMatch(/\[ \] SHA1 +\[X\] SHA256/);
    expect(partA).toMatch(/Date \(DD\/MM\/YYYY\) 21\/11\/2026\nTime \(IST\) 11:45 hours/);
    expect(partA).toMatch(/lawful control/);
    expect(partB).not.toMatch(/Example|\[X\]|lawful control|[0-9a-f]{64}/);
    expect(report).toMatch(new RegExp(`1 rows-1\\.csv 1,23,456 21-11-2026 12:00 ${hashes[0]}`));
    expect(report).toContain(hashes[1]);
  });

  it('is sealed into the record like every letter, in either language', async () => {
    const { ref, input } = ready();
    act(ref, 'record-certificate', input);
    const sealed = await sealLetter(made.desk, { ref, template: 'evidence-certificate', language: 'hi' });
    expect(letterPdf(made.desk, sealed.id).pdf.subarray(0, 4).toString()).toBe('%PDF');
    expect(caseView(made.desk.db, ref, nowOf(made.desk)).handling.certificates).toMatchObject([{ name: 'A. Example', files: [{}, {}] }]);
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('of a file that changed after it was hashed is refused, when it is recorded and when it is sealed', async () => {
    const { ref, input } = ready();
    const files = input.files.map((file) => ({ ...file, sha256: 'c'.repeat(64) }));
    expect(messageOf(() => act(ref, 'record-certificate', { ...input, files }))).toMatch(/files\.0\.sha256.*rows-1\.csv.*changed since/);
    act(ref, 'record-certificate', input);
    act(ref, 'record-production', { name: 'rows-2.csv', sizeBytes: 9, sha256: 'c'.repeat(64) });
    await expect(sealLetter(made.desk, { ref, template: 'evidence-certificate' })).rejects.toThrow(/rows-2\.csv was hashed again/);
  });

  it('cannot be sealed before Part A was recorded', async () => {
    const { ref } = ready();
    await expect(sealLetter(made.desk, { ref, template: 'evidence-certificate' })).rejects.toThrow(/Record first who certifies/);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['without a device', { sources: [] }, /sources.*names no device/],
    ['from another source without its name', { sources: ['other'] }, /other.*name the other source/],
    ['signed in the future', { at: '2026-11-22T10:00:00+05:30' }, /at.*future/],
    ['of a file that was never hashed', { files: [{ production: 1, sha256: hashes[0] }] }, /not a file hashed for this case/],
  ])('%s is refused', (_name, over, message) => {
    const { ref, input } = ready();
    expect(messageOf(() => act(ref, 'record-certificate', { ...input, ...over }))).toMatch(message);
  });
});
