import { spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { actOnCase, addCase, caseView } from '../../src-main/cases/index.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { headCode, parseCheckpoint } from '../../src-main/journal/index.ts';
import { letterPdf, previewLetter, sealLetter } from '../../src-main/letters/index.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
beforeEach(() => {
  made = makeDesk();
});
afterEach(() => made.remove());

const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));

function textOf(pdf: Uint8Array): string {
  const file = join(made.dir, 'letter.pdf');
  writeFileSync(file, pdf);
  const { stdout, status } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout;
}

function decided(language: 'en' | 'hi'): string {
  const { ref } = addCase(made.desk, contentCase({ complainant: { name: 'A. Example', language } }));
  actOnCase(made.desk, ref, 'decide', {
    outcome: 'upheld',
    ground: 'rule 3(1)(b)',
    clause: '§4',
    reasons: 'The post misleads about its origin.',
    items: [{ value: 'https://posts.example/1', action: 'removed' }],
  });
  return ref;
}

describe('a sealed letter', () => {
  it('prints record, head and ticket, and is kept with its hash', async () => {
    const ref = decided('en');
    const { id, pdf, sha256, record } = await sealLetter(made.desk, { ref, template: 'decision' });
    const text = textOf(pdf);
    const entry = made.desk.db.prepare('SELECT kind, hash FROM journal WHERE seq = ?').get(record) as { kind: string; hash: Buffer };
    expect(entry.kind).toBe('letter.prepared');
    expect(text).toContain(`Record ${record} · ${headCode(entry.hash.toString('hex'))}`);
    for (const part of [ref, 'The post misleads about its origin.', 'https://posts.example/1', '§4', 'A. Example'])
      expect(text).toContain(part);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
    expect(Buffer.compare(letterPdf(made.desk, id).pdf, Buffer.from(pdf))).toBe(0);
    const { note } = made.desk.db.prepare('SELECT note FROM checkpoint WHERE size = ?').get(record) as { note: string };
    expect(parseCheckpoint(note)).toMatchObject({ size: record });
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });

  it('is signed by the officer over the entry that seals it', async () => {
    const ref = decided('en');
    await sealLetter(made.desk, { ref, template: 'decision' });
    const rows = made.desk.db
      .prepare('SELECT j.kind, j.hash, j.seq, b.body FROM journal j JOIN journal_body b USING (seq) ORDER BY seq DESC LIMIT 2')
      .all() as { kind: string; hash: Buffer; seq: number; body: string }[];
    const [signed, sealed] = rows as [(typeof rows)[0], (typeof rows)[0]];
    expect([signed.kind, sealed.kind]).toEqual(['signed', 'letter.sealed']);
    const { signing_key: key } = made.desk.db.prepare('SELECT signing_key FROM desk_person').get() as { signing_key: string };
    const publicKey = createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'base64')]),
      format: 'der',
      type: 'spki',
    });
    const { seq, sig } = JSON.parse(signed.body) as { seq: number; sig: string };
    expect(seq).toBe(sealed.seq);
    expect(verify(null, sealed.hash, publicKey, Buffer.from(sig, 'base64'))).toBe(true);
  });

  it('stops its clock when it is sent, not when it is sealed', async () => {
    const { ref } = addCase(made.desk, contentCase());
    await sealLetter(made.desk, { ref, template: 'acknowledgement' });
    expect(view(ref).clocks.find((clock) => clock.rule === 'IT-ACK-24H')?.status).toBe('running');
    actOnCase(made.desk, ref, 'acknowledge', { sentAt: nowOf(made.desk), mode: 'email', proof: 'id 1' });
    expect(view(ref).clocks.find((clock) => clock.rule === 'IT-ACK-24H')?.status).toBe('met');
    expect(view(ref).letters).toMatchObject([{ template: 'acknowledgement', mode: 'email', proof: 'id 1' }]);
  });

  it('speaks Hindi to who asked in Hindi', async () => {
    const ref = decided('hi');
    const { pdf } = await sealLetter(made.desk, { ref, template: 'decision' });
    expect(textOf(pdf)).toMatch(/[\u0900-\u097f]{3,}/);
    expect(view(ref).letters[0]?.language).toBe('hi');
  });
});

describe('a draft', () => {
  it('says DRAFT where the record would stand, is the same bytes twice, and writes nothing', async () => {
    const ref = decided('en');
    const before = made.desk.journal.head();
    const first = await previewLetter(made.desk, { ref, template: 'decision' });
    const second = await previewLetter(made.desk, { ref, template: 'decision' });
    expect(Buffer.compare(Buffer.from(first.pdf), Buffer.from(second.pdf))).toBe(0);
    expect(textOf(first.pdf)).toContain('DRAFT');
    expect(made.desk.journal.head()).toEqual(before);
  });

  it('names what a letter still needs', async () => {
    const { ref } = addCase(made.desk, contentCase());
    const { missing, pages } = await previewLetter(made.desk, { ref, template: 'decision' });
    expect(pages).toBe(0);
    expect(missing.map((one) => one.field)).toContain('reasons');
    await expect(sealLetter(made.desk, { ref, template: 'decision' })).rejects.toMatchObject({ code: 'refused' });
    await expect(previewLetter(made.desk, { ref, template: '../../secrets' })).rejects.toMatchObject({ code: 'bad-input' });
  });
});
