import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import { caseView } from '../../src-main/cases/index.ts';
import { loadAttachment } from '../../src-main/desk/attachments.ts';
import { nowOf } from '../../src-main/desk/desk.ts';
import { importMail, type MailSource, sourcesOf } from '../../src-main/intake/index.ts';
import { makeDesk, type TestDesk } from '../support/desk.ts';

let made: TestDesk;
let folder: string;
beforeEach(() => {
  made = makeDesk();
  folder = mkdtempSync(join(tmpdir(), 'nivaran-mail-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await made.remove();
});

function message(over: { id?: string; received?: string; date?: string; reply?: string; subject?: string; text?: string } = {}): string {
  return [
    over.received ? `Received: from mx.example by desk.example; ${over.received}` : null,
    `From: "A. Example" <a@mail.example>`,
    'To: grievance@cocial.example',
    `Subject: ${over.subject ?? 'Please remove this'}`,
    over.date === undefined ? 'Date: Sat, 21 Nov 2026 11:00:00 +0530' : over.date && `Date: ${over.date}`,
    `Message-ID: <${over.id ?? 'one@mail.example'}>`,
    over.reply ? `In-Reply-To: <${over.reply}>` : null,
    'Content-Type: text/plain; charset=utf-8',
    '',
    over.text ?? 'The post is still there.',
    '',
  ]
    .filter((line) => line !== null && line !== '')
    .join('\r\n')
    .replace('charset=utf-8', 'charset=utf-8\r\n');
}

const source = (text: string | Buffer, name = 'message.eml'): MailSource => ({ source: name, bytes: Buffer.from(text) });
const take = (sources: Parameters<typeof importMail>[1]) => importMail(made.desk, sources, { platform: 'cocial' });
const view = (ref: string) => caseView(made.desk.db, ref, nowOf(made.desk));

describe('importing mail', () => {
  it('makes an unsorted case with the original kept byte for byte', async () => {
    const text = message({ received: 'Sat, 21 Nov 2026 11:10:00 +0530' });
    const { refs, ...answer } = await take([source(text)]);
    expect(answer).toMatchObject({ read: 1, created: 1, linked: 0, skipped: 0, failed: [] });
    const file = view(refs[0] as string);
    expect(file).toMatchObject({
      kind: 'unsorted',
      channel: 'email',
      receivedAt: '2026-11-21T05:40:00.000Z',
      receivedFrom: 'received-header',
      confirmReceipt: false,
      subject: 'Please remove this',
      complainant: { name: 'A. Example', email: 'a@mail.example' },
    });
    const original = file.attachments.find((one) => one.purpose === 'mail-original');
    expect(original?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(loadAttachment(made.desk, original?.id ?? '').bytes.toString()).toBe(text);
    expect(readFileSync(join(made.dir, 'desk-test.db')).includes('still there')).toBe(false);
  });

  it("flags a receipt time that is not the mail host's own, and asks for it first", async () => {
    const { refs } = await take([
      source(message({ id: '1@x' })),
      source(message({ id: '2@x', date: '' })),
      source(message({ id: '3@x', date: 'Sun, 22 Nov 2026 11:00:00 +0530' })),
    ]);
    expect(refs.map((ref) => view(ref)).map((file) => [file.receivedFrom, file.confirmReceipt, file.next.title])).toEqual([
      ['date-header', true, 'Confirm receipt time'],
      ['import-time', true, 'Confirm receipt time'],
      ['import-time', true, 'Confirm receipt time'],
    ]);
  });

  it('passes over the same file, and links an answer to the case of its thread', async () => {
    const first = message();
    const { refs } = await take([source(first)]);
    const again = await take([source(first), source(message({ id: 'two@mail.example', reply: 'one@mail.example', text: 'Any news?' }))]);
    expect(again).toMatchObject({ created: 0, skipped: 1, linked: 1 });
    expect(view(refs[0] as string).timeline.at(-1)).toMatchObject({
      kind: 'mail.linked',
      body: { text: expect.stringContaining('Any news?') },
    });
  });

  it('names what is no message and goes on with the rest', async () => {
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex');
    const answer = await take([
      source(jpeg, 'photo.eml'),
      source(message()),
      { source: 'gone.eml', reason: 'There is no such file or folder.' },
    ]);
    expect(answer).toMatchObject({ read: 3, created: 1 });
    expect(answer.failed.map((one) => one.source)).toEqual(['photo.eml', 'gone.eml']);
    expect(answer.failed[0]?.reason).toMatch(/JPEG/);
  });

  it('keeps a text over two lakh characters whole as the attachment and says that it shows the first part', async () => {
    const text = 'लंबी शिकायत। '.repeat(20_000);
    const { refs } = await take([source(message({ text }))]);
    const file = view(refs[0] as string);
    expect(file.text.length).toBeLessThanOrEqual(200_000);
    expect(file.text.length).toBeGreaterThan(190_000);
    const received = made.desk.db.prepare('SELECT body FROM journal_body WHERE seq = ?').get(file.seq) as { body: string };
    expect(JSON.parse(received.body)).toMatchObject({ mail: { textTruncated: true } });
    expect(loadAttachment(made.desk, file.attachments[0]?.id ?? '').bytes.toString()).toContain(text.trim());
  });

  it('reads folders deep and mbox files message by message, and the record holds', async () => {
    writeFileSync(join(folder, 'a.eml'), message({ id: 'a@x' }));
    writeFileSync(join(folder, 'notes.txt'), 'not a mail');
    const mbox = [message({ id: 'b@x' }), message({ id: 'c@x' })]
      .map((text) => `From a@mail.example Sat Nov 21 11:00:00 2026\n${text.replaceAll('\r\n', '\n')}\n\n`)
      .join('');
    writeFileSync(join(folder, 'box.mbox'), mbox);
    const answer = await take(sourcesOf(folder));
    expect(answer).toMatchObject({ read: 3, created: 3, failed: [] });
    expect(verifyDesk(made.desk, { deep: true }).problems).toEqual([]);
  });
});
