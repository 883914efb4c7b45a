import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromQuotedPrintable, toBase64Lines, toQuotedPrintable } from '../../src-main/intake/mail/encodings.ts';
import { readMail } from '../../src-main/intake/mail/mask.ts';
import { maskSource, withoutParts } from '../../src-main/intake/mail/mask-source.ts';
import { parseMail } from '../../src-main/intake/mail/parse.ts';
import { greyPng, textPdf } from '../../tools/make-demo-mail.mjs';

const whole = '234123412346';
const spaced = '2341 2341 2346';
const source = (...lines: string[]) => Buffer.from(lines.join('\r\n'), 'utf8');
const encoded = (text: string) => toBase64Lines(Buffer.from(text)).trimEnd().split('\r\n');

/** Every form in which the number could still be read out of what is kept. */
async function textsOf(bytes: Uint8Array): Promise<string> {
  const { text, subject, from, to, attachments } = await parseMail(bytes);
  const inner = await Promise.all(attachments.filter((one) => one.mediaType === 'message/rfc822').map((one) => textsOf(one.bytes)));
  return [
    Buffer.from(bytes).toString(),
    text,
    subject,
    JSON.stringify([from, to]),
    ...attachments.map((one) => Buffer.from(one.bytes).toString()),
    ...inner,
  ].join('\n');
}

async function kept(bytes: Buffer) {
  const mail = await readMail(bytes);
  const shown = JSON.stringify({ ...mail, attachments: mail.attachments.map((one) => Buffer.from(one.bytes).toString()) });
  const all = `${shown}\n${await textsOf(mail.masked.original ?? bytes)}`;
  return { mail, all: all.replace(/\u200b|\u200d|\u00a0|\s|-/g, '') };
}

const head = ['From: A. Example <a@person.example>', 'To: desk@cocial.example', 'Date: Sat, 21 Nov 2026 11:00:00 +0530'];
const plain = [...head, 'Subject: Synthetic', 'Content-Type: text/plain; charset=utf-8'];

describe('a message that holds an Aadhaar number', () => {
  it.each<[string, Buffer, RegExp | null]>([
    ['in its text', source(...plain, '', `Mine is ${spaced}.`), /Mine is XXXX XXXX 2346/],
    ['in its subject', source(...head, `Subject: Aadhaar ${whole}`, '', 'Text'), /Subject: Aadhaar XXXXXXXX2346/],
    ['in an encoded subject', source(...head, `Subject: =?utf-8?B?${Buffer.from(`आधार ${whole}`).toString('base64')}?=`, '', 'Text'), null],
    ['in a folded subject', source(...head, 'Subject: my number 2341 2341', ' 2346', '', 'Text'), null],
    ['in the name of the sender', source(`From: "A. Example ${whole}" <a@person.example>`, 'Subject: x', '', 'Text'), null],
    ['in a header of no use', source(...head, `X-Aadhaar: ${whole}`, '', 'Text'), /X-Aadhaar: XXXXXXXX2346/],
    ['in base64', source(...plain, 'Content-Transfer-Encoding: base64', '', ...encoded(`Synthetic words. ${spaced} and no more.`)), null],
    [
      'in quoted-printable',
      source(...plain, 'Content-Transfer-Encoding: quoted-printable', '', 'Mine is 2341=', '2341=32346 =E0=A4=86'),
      null,
    ],
    ['split by joiners', source(...plain, '', 'Mine is 2341\u200b2341\u200d2346.'), null],
    ['in Hindi digits', source(...plain, '', 'आधार २३४१ २३४१ २३४६'), null],
    [
      'in Latin-1',
      Buffer.concat([
        source(...head, 'Subject: x', 'Content-Type: text/plain; charset=iso-8859-1', '', ''),
        Buffer.from(`caf\xe9 ${spaced}`, 'latin1'),
      ]),
      null,
    ],
    [
      'in HTML between tags',
      source(...head, 'Subject: x', 'Content-Type: text/html', '', '<p>Aadhaar <b>2341</b> <i>2341</i> 2346</p>'),
      null,
    ],
    [
      'in HTML as entities',
      source(...head, 'Subject: x', 'Content-Type: text/html', '', `<p>${[...whole].map((d) => `&#${d.charCodeAt(0)};`).join('')}</p>`),
      null,
    ],
    [
      'in every part of several',
      source(
        ...head,
        'Subject: x',
        'Content-Type: multipart/mixed; boundary="cut"',
        '',
        `Preamble ${spaced}`,
        '--cut',
        'Content-Type: text/plain',
        '',
        spaced,
        '--cut',
        'Content-Type: text/csv; name="list.csv"',
        'Content-Disposition: attachment; filename="aadhaar 234123412346.csv"',
        'Content-Transfer-Encoding: base64',
        '',
        ...encoded(`name,aadhaar\nA. Example,${whole}\n`),
        '--cut',
        'Content-Type: message/rfc822',
        '',
        `Subject: Fwd ${spaced}`,
        'From: b@person.example',
        'Content-Transfer-Encoding: base64',
        '',
        ...encoded(`Forwarded ${whole}`),
        '--cut--',
        '',
      ),
      null,
    ],
    [
      'in parts without their marks',
      source(...head, 'Subject: x', 'Content-Type: multipart/mixed; boundary="gone"', '', `Only ${spaced}`),
      null,
    ],
  ])('is kept masked: %s', async (_where, bytes, expected) => {
    const { mail, all } = await kept(bytes);
    expect(mail.masked.count).toBeGreaterThan(0);
    expect(mail.masked.original).not.toBeNull();
    expect(all).not.toContain(whole);
    expect(all).not.toContain('२३४१२३४१२३४६');
    expect(mail.warnings.join(' ')).toMatch(/masked before anything was stored/);
    if (expected) expect(Buffer.from(mail.masked.original as Uint8Array).toString()).toMatch(expected);
  });

  it('keeps everything else of it, byte for byte', async () => {
    const picture = greyPng(8);
    const bytes = source(
      ...head,
      'Subject: x',
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      'Content-Type: text/plain',
      '',
      `Mine is ${spaced}.`,
      '--cut',
      'Content-Type: image/png; name=a.png',
      'Content-Transfer-Encoding: base64',
      '',
      ...toBase64Lines(Buffer.from(picture)).trimEnd().split('\r\n'),
      '--cut--',
      '',
    );
    const { masked, attachments } = await readMail(bytes);
    expect(Buffer.from(masked.original as Uint8Array).toString()).toBe(bytes.toString().replace(spaced, 'XXXX XXXX 2346'));
    expect(masked.isRewritten).toBe(false);
    expect(attachments[0]).toMatchObject({ mustWait: true, sha256: createHash('sha256').update(picture).digest('hex') });
  });
});

/** One leaf of a message that holds a text, in some encoding and type. */
const leaf = fc.record({
  type: fc.constantFrom('text/plain', 'text/html', 'text/csv', 'application/json', 'text/x-unknown'),
  charset: fc.constantFrom('utf-8', 'us-ascii', 'utf-8', 'x-nobody-knows'),
  encoding: fc.constantFrom('7bit', '8bit', 'base64', 'quoted-printable'),
  written: fc.constantFrom(whole, spaced, '2341-2341-2346', '2341\u200b2341\u200d2346', '२३४१ २३४१ २३४६', '&#50;341 2341 2346'),
  depth: fc.integer({ min: 0, max: 3 }),
});
type Leaf = typeof leaf extends fc.Arbitrary<infer T> ? T : never;

function entityOf({ type, charset, encoding, written }: Leaf): string[] {
  const text = Buffer.from(`Synthetic words, आधार ${written} and more of them to fill a line or two of the message.`);
  const body = encoding === 'base64' ? toBase64Lines(text) : encoding === 'quoted-printable' ? toQuotedPrintable(text) : text.toString();
  return [`Content-Type: ${type}; charset=${charset}`, `Content-Transfer-Encoding: ${encoding}`, '', body];
}

function wrapped(lines: string[], depth: number): string[] {
  if (depth === 0) return lines;
  const cut = `cut${depth}`;
  return wrapped([`Content-Type: multipart/mixed; boundary="${cut}"`, '', `--${cut}`, ...lines, `--${cut}--`, ''], depth - 1);
}

describe('whatever a message is made of', () => {
  it('keeps no number that can be read out of it again', async () => {
    await fc.assert(
      fc.asyncProperty(leaf, async (one) => {
        const { mail, all } = await kept(source(...head, 'Subject: Synthetic', ...wrapped(entityOf(one), one.depth)));
        // Entities are words only to a reader of HTML.
        if (one.written.startsWith('&') && one.type !== 'text/html') return;
        expect(mail.masked.count).toBeGreaterThan(0);
        expect(all).not.toContain(whole);
        expect(all).not.toContain('२३४१२३४१२३४६');
      }),
      { numRuns: 150 },
    );
  });
});

describe('a message without one', () => {
  it('is kept as it came', async () => {
    const bytes = source(...plain, '', 'Order no: 234123412346, call +91 98765 43210.');
    const mail = await readMail(bytes);
    expect(mail.masked).toEqual({ count: 0, original: null, isRewritten: false });
    expect(mail.text).toContain('Order no: 234123412346');
  });

  it('lets what a program can read pass, and what it cannot wait for a person', async () => {
    const part = (type: string, name: string, bytes: Uint8Array) => [
      '--cut',
      `Content-Type: ${type}; name="${name}"`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      ...toBase64Lines(Buffer.from(bytes)).trimEnd().split('\r\n'),
    ];
    const inner = source(
      'From: b@person.example',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(greyPng(8)).toString('base64'),
    );
    const bytes = source(
      ...head,
      'Subject: x',
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      ...part('text/plain', 'a.txt', Buffer.from('words')),
      ...part('application/octet-stream', 'b.log', Buffer.from('words')),
      ...part('application/pdf', 'c.pdf', textPdf(['words'])),
      ...part('text/plain', 'd.txt', greyPng(8)),
      ...part('message/rfc822', 'e.eml', inner),
      ...part('text/rtf', 'f.rtf', Buffer.from('{\\rtf1 2341{\\b 2341}2346}')),
      ...part('image/svg+xml', 'g.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      '--cut--',
    );
    const { attachments } = await readMail(bytes);
    expect(attachments.map(({ name, mustWait }) => [name, mustWait])).toEqual([
      ['a.txt', false],
      ['b.log', false],
      ['c.pdf', true],
      ['d.txt', true],
      ['e.eml', true],
      ['f.rtf', true],
      ['g.svg', true],
    ]);
  });
});

describe('the parts of a source', () => {
  it('can be taken out one by one', async () => {
    const picture = Buffer.from(greyPng(8));
    const bytes = source(
      ...head,
      'Subject: x',
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      'Content-Type: text/plain',
      '',
      'Words',
      '--cut',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      picture.toString('base64'),
      '--cut--',
      '',
    );
    const { bytes: left, count } = withoutParts(bytes, (part) => part.equals(picture), 'Taken out.');
    expect(count).toBe(1);
    expect(left.toString()).not.toContain(picture.toString('base64').slice(0, 40));
    const mail = await parseMail(left);
    expect(mail.text).toBe('Words');
    expect(Buffer.from(mail.attachments[0]?.bytes ?? []).toString()).toBe('Taken out.');
  });

  it('come back from quoted-printable as they went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = toQuotedPrintable(Buffer.from(bytes));
        expect(text.split('\r\n').every((line) => line.length <= 76)).toBe(true);
        const back = fromQuotedPrintable(text).toString('latin1').replace(/\r\n/g, '\n');
        expect(back).toBe(Buffer.from(bytes).toString('latin1').replace(/\r\n/g, '\n'));
      }),
    );
  });

  it('are masked in one go, whatever bytes come', () => {
    const piece = fc.constantFrom(
      `${spaced}\r\n`,
      'Content-Type: multipart/mixed; boundary=a\r\n',
      '\r\n',
      '--a\r\n',
      '--a--\r\n',
      'X: y\r\n',
      '=?utf-8?Q?=32?=',
      '\u00e9',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const masked = maskSource(Buffer.from(pieces.join('')));
        expect(maskSource(masked.bytes).count).toBe(0);
      }),
    );
  });
});
