import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src-main/desk/faults.ts';
import { parseMail } from '../../src-main/intake/mail/parse.ts';
import { mailLimits, type ParsedMail } from '../../src-main/intake/mail/parsed.ts';
import { greyPng, textPdf } from '../../tools/make-demo-mail.mjs';

const parse = (text: string) => parseMail(Buffer.from(text.replace(/\n/g, '\r\n'), 'utf8'));
const warningsOf = (mail: ParsedMail) => mail.warnings.join('\n');

async function faultOf(file: Uint8Array): Promise<Fault> {
  const error: unknown = await parseMail(file).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Fault);
  return error as Fault;
}

describe('a file that is not a message', () => {
  it.each([
    [
      'a JPEG picture',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1),
      /is a JPEG picture, not an e-mail message/,
    ],
    ['a PNG picture', greyPng(8), /is a PNG picture/],
    ['a PDF document', textPdf(['From: a', 'Subject: b']), /is a PDF document/],
    ['a ZIP archive', Buffer.from('504b0304140000000000000021000000000000000000000000000100000061', 'hex'), /is a ZIP archive/],
    [
      'an Outlook message',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      /Outlook message.*save it from Outlook as \.eml/,
    ],
    ['an empty file', new Uint8Array(0), /is empty/],
    ['blank lines', Buffer.from('\r\n \r\n\t\n'), /is empty/],
    ['text in UTF-16', Buffer.from('\ufeffFrom: a@person.example\r\n\r\nText', 'utf16le'), /UTF-16/],
    ['text in UTF-16 without a mark', Buffer.from('From: a@person.example\r\n\r\nText', 'utf16le'), /UTF-16/],
    ['a web page', Buffer.from('<!DOCTYPE html>\n<html><body>Subject: x</body></html>'), /web page/],
    ['plain text', Buffer.from('Dear officer,\n\nmy account was closed.\n'), /plain text without the headers/],
    ['a table', Buffer.from('From,To,Subject\na,b,c\n'), /plain text without the headers/],
    ['noise', createHash('shake256', { outputLength: 5_000 }).update('noise').digest(), /not an e-mail message/],
  ])('is refused by name: %s', async (_what, file, expected) => {
    const fault = await faultOf(file);
    expect(fault.code).toBe('bad-input');
    expect(fault.message).toMatch(expected);
    expect(fault.detail.issues?.[0]?.field).toBe('message');
  });

  it('is refused when it is larger than one message may be', async () => {
    const file = Buffer.alloc(mailLimits.messageBytes + 1, 'Subject: x\n');
    expect((await faultOf(file)).message).toMatch(/larger than 50 MB/);
  });
});

describe('a message', () => {
  it('needs no more than one header that mail has', async () => {
    expect((await parse('Content-Type: text/plain\n\nText')).text).toBe('Text');
    expect((await parse('From: a@person.example\n')).from).toEqual({ name: '', email: 'a@person.example' });
  });

  it.each([
    ['an mbox separator', 'From a@person.example Fri Nov 20 22:14:09 2026\n'],
    ['a byte order mark', '\ufeff'],
    ['blank lines', '\n\n'],
  ])('may begin with %s', async (_what, preface) => {
    expect(await parse(`${preface}Subject: One\nFrom: a@person.example\n\nText`)).toMatchObject({ subject: 'One', text: 'Text' });
  });

  it('may end its lines as old Macintoshes did', async () => {
    const mail = await parseMail(Buffer.from('From: a@person.example\rSubject: One\r\rFirst\rSecond'));
    expect(mail).toMatchObject({ subject: 'One', text: 'First\nSecond' });
  });

  it('gives people, ids and times', async () => {
    const mail = await parse(
      [
        'Received: by mx.cocial.example; Fri, 20 Nov 2026 22:14:09 +0530',
        'Received: by mx.person.example; Fri, 20 Nov 2026 22:14:01 +0530',
        'From: "A. Example" <a@person.example>',
        'Reply-To: b@person.example',
        'To: Desk: grievance@cocial.example, nodal@cocial.example;, c@person.example',
        'Cc: =?UTF-8?B?4KSWLiDgpKjgpK7gpYLgpKjgpL4=?= <d@person.example>',
        'Subject: =?UTF-8?Q?=E0=A4=A8=E0=A4=AE?= One',
        'Date: Fri, 20 Nov 2026 22:13:58 +0530',
        'Message-ID: <one@person.example>',
        'In-Reply-To: <zero@cocial.example>',
        'References: <minus@cocial.example> <zero@cocial.example>',
        '',
        'Text',
      ].join('\n'),
    );
    expect(mail).toMatchObject({
      messageId: 'one@person.example',
      inReplyTo: 'zero@cocial.example',
      references: ['minus@cocial.example', 'zero@cocial.example'],
      from: { name: 'A. Example', email: 'a@person.example' },
      replyTo: { name: '', email: 'b@person.example' },
      cc: [{ name: 'ख. नमूना', email: 'd@person.example' }],
      subject: 'नम One',
      topReceived: '2026-11-20T16:44:09.000Z',
      dateHeader: '2026-11-20T16:43:58.000Z',
      warnings: [],
    });
    expect(mail.to.map(({ email }) => email)).toEqual(['grievance@cocial.example', 'nodal@cocial.example', 'c@person.example']);
  });

  it('puts a name with a comma together again', async () => {
    const mail = await parse('From: K. Example, Advocate <k@chambers.example>\n\nText');
    expect(mail.from).toEqual({ name: 'K. Example, Advocate', email: 'k@chambers.example' });
  });

  it('says when its sender is named twice, its dates mean nothing or its subject is very long', async () => {
    const mail = await parse(
      `From: a@person.example\nFrom: b@person.example\nDate: soon\nReceived: by x; never\nSubject: ${'long '.repeat(100)}\n\nText`,
    );
    expect(mail).toMatchObject({ from: { email: 'a@person.example' }, dateHeader: null, topReceived: null });
    expect(mail.subject.length).toBeLessThanOrEqual(mailLimits.subjectLength);
    expect(warningsOf(mail)).toMatch(/more than once[\s\S]*subject is very long[\s\S]*no date that exists[\s\S]*cannot be read/);
  });

  it('names no more than 500 recipients', async () => {
    const many = Array.from({ length: 600 }, (_, n) => `p${n}@person.example`).join(',\n ');
    const mail = await parse(`From: a@person.example\nTo: ${many}\n\nText`);
    expect(mail.to).toHaveLength(mailLimits.addresses);
    expect(warningsOf(mail)).toMatch(/more than 500 recipients/);
  });
});

describe('the text of a message', () => {
  it('is the plain one where there is one, and else the words of the HTML', async () => {
    const both =
      'Content-Type: multipart/alternative; boundary=b\n\n--b\n\nPlain\n--b\nContent-Type: text/html\n\n<p>Formatted</p>\n--b--\n';
    expect(await parse(both)).toMatchObject({ text: 'Plain', hasHtml: true });
    expect(await parse(both.replace('Plain', '  '))).toMatchObject({ text: 'Formatted', hasHtml: true });
    expect(await parse('Content-Type: text/html\n\n<p>Formatted</p>')).toMatchObject({ text: 'Formatted', hasHtml: true });
  });

  it('is cut at 200,000 characters, between two of them, and its whole length is told', async () => {
    const mail = await parse(`Content-Type: text/plain; charset=utf-8\n\n${'क्षि'.repeat(60_000)}`);
    expect(mail).toMatchObject({ textTruncated: true, textLength: 240_000 });
    expect(mail.text).toHaveLength(mailLimits.textLength);
    expect(mail.text.endsWith('क्षि')).toBe(true);
    expect(warningsOf(mail)).toMatch(/very long/);
  });

  it('is whole up to 200,000 characters', async () => {
    const mail = await parse(`Subject: One\n\n${'x'.repeat(mailLimits.textLength)}`);
    expect(mail).toMatchObject({ textTruncated: false, textLength: mailLimits.textLength, warnings: [] });
  });

  it('says how much of it could not be read', async () => {
    const mail = await parseMail(
      Buffer.concat([Buffer.from('Content-Type: text/plain; charset=utf-8\n\nab'), Buffer.from([0xff, 0xfe, 0x63])]),
    );
    expect(mail.text).toBe('ab\ufffd\ufffdc');
    expect(warningsOf(mail)).toMatch(/2 characters that could not be read/);
  });

  it('is its source where the headers are too long, the lines too many or the parts lost', async () => {
    const long = `From: a@person.example\n${'X-Filler: '.padEnd(900, 'x')}\n`.padEnd(1_200_000, `X-More: ${'y'.repeat(90)}\n`);
    const cases: [string, RegExp][] = [
      [`${long}\n\nThe text`, /headers of the message are too long/],
      [`From: a@person.example\n\nThe text${'\n'.repeat(mailLimits.textLines + 1)}`, /too many lines/],
      ['From: a@person.example\nContent-Type: multipart/mixed\n\nThe text', /marks between them are missing/],
      ['From: a@person.example\nContent-Transfer-Encoding: base64\n\n!?!?', /could not be decoded/],
    ];
    for (const [source, expected] of cases) {
      const mail = await parseMail(Buffer.from(source));
      expect(mail.from).toEqual({ name: '', email: 'a@person.example' });
      expect(mail.text).toMatch(/^(The text|!\?!\?)$/);
      expect(warningsOf(mail)).toMatch(expected);
    }
  });

  it('cannot be had from an encrypted message', async () => {
    const mail = await parse(
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nAAAA',
    );
    expect(warningsOf(mail)).toMatch(/encrypted/);
    expect(mail.attachments.map(({ name }) => name)).toEqual(['smime.p7m']);
  });
});

describe('the attachments of a message', () => {
  const part = (head: string, body: string) => `--b\n${head}\n\n${body}\n`;
  const withParts = (...parts: string[]) =>
    parse(`From: a@person.example\nContent-Type: multipart/mixed; boundary=b\n\n${parts.join('')}--b--\n`);

  it('keep their bytes, hash, declared and real type', async () => {
    const png = greyPng(8);
    const mail = await withParts(
      part(
        'Content-Type: image/png\nContent-Disposition: attachment; filename=a.png\nContent-Transfer-Encoding: base64',
        Buffer.from(png).toString('base64'),
      ),
    );
    const [only] = mail.attachments;
    expect(Buffer.from(only?.bytes ?? [])).toEqual(Buffer.from(png));
    expect(only).toMatchObject({
      name: 'a.png',
      mediaType: 'image/png',
      sniffedType: 'image/png',
      disposition: 'attachment',
      related: false,
      sha256: createHash('sha256').update(png).digest('hex'),
    });
  });

  it('are reported when their bytes are of another kind than they say', async () => {
    const pdf = Buffer.from(textPdf(['x'])).toString('base64');
    const mail = await withParts(part('Content-Type: image/png; name=photo.png\nContent-Transfer-Encoding: base64', pdf));
    expect(mail.attachments[0]).toMatchObject({ mediaType: 'image/png', sniffedType: 'application/pdf' });
    expect(warningsOf(mail)).toMatch(/sent as image\/png, but its bytes are application\/pdf/);
  });

  it('are not reported when a text begins like a program', async () => {
    const mail = await withParts(part('Content-Type: text/csv; name=a.csv\nContent-Disposition: attachment', 'MZ,BM\n1,2'));
    expect(mail.attachments[0]?.sniffedType).toBeNull();
    expect(warningsOf(mail)).not.toMatch(/a\.csv/);
  });

  it('include messages within the message, whole and unread', async () => {
    const inner = 'From: c@person.example\nSubject: Inner\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nInner text\n--c--';
    const mail = await withParts(part('Content-Type: text/plain', 'Outer text'), part('Content-Type: message/rfc822', inner));
    expect(mail.text).toBe('Outer text');
    expect(mail.attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([['forwarded message.eml', 'message/rfc822']]);
    const again = await parseMail(mail.attachments[0]?.bytes ?? new Uint8Array(0));
    expect(again).toMatchObject({ subject: 'Inner', text: 'Inner text' });
  });

  it('have names that differ, also where the message gives none', async () => {
    const mail = await withParts(
      part('Content-Type: image/gif; name=a.gif', 'x'),
      part('Content-Type: image/gif; name=A.gif', 'y'),
      part('Content-Type: text/csv', 'z'),
    );
    expect(mail.attachments.map(({ name }) => name)).toEqual(['a.gif', 'A (2).gif', 'attachment 3.csv']);
  });

  it('know the pictures that the HTML shows', async () => {
    const related =
      'Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src="cid:one">\n--b\nContent-Type: image/gif\nContent-ID: <one>\n\nGIF89a\n--b--\n';
    expect((await parse(related)).attachments[0]).toMatchObject({ related: true, contentId: 'one' });
  });
});

describe('what machines say of their mail', () => {
  it.each([
    [
      'a delivery report',
      'Content-Type: multipart/report; report-type="delivery-status"; boundary=b',
      { isBounce: true, isAutoSubmitted: true },
    ],
    ['a message of the mailer', 'Return-Path: <>\nFrom: MAILER-DAEMON@mx.person.example', { isBounce: true, isAutoSubmitted: true }],
    ['a message with failed recipients', 'X-Failed-Recipients: a@person.example', { isBounce: true }],
    ['an automatic reply', 'Auto-Submitted: auto-replied (vacation)', { isAutoSubmitted: true, isBounce: false }],
    ['a message that says it is not automatic', 'Auto-Submitted: no', { isAutoSubmitted: false }],
    ['mail of a list', 'List-Id: <sample.list.example>', { isListMail: true }],
    ['bulk mail', 'Precedence: bulk', { isListMail: true }],
    ['a sample', 'X-Nivaran-Sample: synthetic', { isSample: true }],
    ['ordinary mail', 'From: postmaster@person.example', { isBounce: false, isAutoSubmitted: false, isListMail: false, isSample: false }],
  ])('is read: %s', async (_what, headers, flags) => {
    expect(await parse(`Subject: One\n${headers}\n\nText`)).toMatchObject(flags);
  });
});
