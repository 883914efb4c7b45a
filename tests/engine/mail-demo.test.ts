import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseKinds, platforms } from '../../src-main/cases/contract.ts';
import { parseMail } from '../../src-main/intake/mail/parse.ts';
import { chooseReceipt } from '../../src-main/intake/rules.ts';
import { demoMail } from '../../tools/make-demo-mail.mjs';

interface DemoEntry {
  file: string;
  platform: string;
  kind: string;
  language: 'en' | 'hi';
  about: string;
  topReceived: string | null;
  attachments: string[];
  warns?: string;
  hostile?: boolean;
  threadOf?: string;
  duplicateOf?: string;
}

const folder = new URL('../../resources/demo/mail/', import.meta.url);
const entries = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as DemoEntry[];
const read = (file: string) => readFileSync(new URL(file, folder));
const importedAt = '2026-11-21T06:00:00.000Z';

describe('the sample mail', () => {
  it('is listed in its index, file by file', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    expect(entries.map(({ file }) => file).sort()).toEqual(files.sort());
  });

  it('reaches all five platforms and asks for many kinds of case in two languages', () => {
    expect(new Set(entries.map(({ platform }) => platform))).toEqual(new Set(platforms));
    expect(new Set(entries.map(({ language }) => language))).toEqual(new Set(['en', 'hi']));
    const kinds = new Set(entries.map(({ kind }) => kind));
    expect(kinds.size).toBeGreaterThanOrEqual(18);
    expect(caseKinds).toEqual(expect.arrayContaining([...kinds]));
  });

  it('is what the tool writes, where the tool writes it', () => {
    const made = Object.entries(demoMail());
    expect(made.length).toBeGreaterThan(0);
    for (const [file, bytes] of made) expect(read(file).equals(bytes), file).toBe(true);
  });

  it.each(entries)('is read as its index says: $file', async (entry) => {
    const mail = await parseMail(read(entry.file));
    expect(mail).toMatchObject({ isSample: true, language: entry.language, topReceived: entry.topReceived });
    expect(mail.attachments.map(({ name }) => name)).toEqual(entry.attachments);
    expect(mail.messageId).not.toBeNull();
    expect(mail.warnings.join('\n')).toContain(entry.warns ?? '');
    if (!entry.hostile) expect(mail.warnings).toEqual([]);
    expect(mail.to.map(({ email }) => email).join()).toContain(`@${entry.platform}.example`);
  });

  it.each(entries.filter(({ file }) => file !== 'hostile-empty-body.eml'))(
    'says in its text that it is a sample: $file',
    async ({ file }) => {
      const { text } = await parseMail(read(file));
      // A very long text is shown without its end, which is in the original.
      const shown = file === 'hostile-long-line.eml' ? read(file).toString('latin1') : text;
      expect(shown).toMatch(/synthetic sample message|बनावटी नमूना संदेश/);
    },
  );

  it('uses only invented domains', () => {
    for (const { file } of entries) {
      const hosts = read(file)
        .toString('latin1')
        .matchAll(/(?:\w@|https?:\/\/)([a-z0-9.-]+\.[a-z]+)/gi);
      for (const [, host] of hosts) expect(host, file).toMatch(/\.example$/);
    }
  });

  it('has one message without any time, and one from the future', async () => {
    const receiptOf = async (file: string) => chooseReceipt({ ...(await parseMail(read(file))), importedAt });
    expect(await receiptOf('hostile-no-date.eml')).toMatchObject({ receivedAt: importedAt, receivedFrom: 'import-time', confirm: true });
    expect(await receiptOf('hostile-future-date.eml')).toMatchObject({
      receivedAt: importedAt,
      receivedFrom: 'import-time',
      confirm: true,
    });
    expect(await receiptOf('content-three-posts.eml')).toMatchObject({ receivedAt: '2026-11-16T05:12:05.000Z', confirm: false });
  });

  it('has a reply that names the message it answers', async () => {
    const reply = entries.find(({ threadOf }) => threadOf);
    const first = await parseMail(read(reply?.threadOf ?? ''));
    expect((await parseMail(read(reply?.file ?? ''))).references).toContain(first.messageId);
  });
});
