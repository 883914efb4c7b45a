import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { forbiddenCharacter } from '../../src-main/cases/contract.ts';
import { Fault } from '../../src-main/desk/faults.ts';
import { createPool } from '../../src-main/desk/pool.ts';
import type { ParsedMail } from '../../src-main/intake/mail/parsed.ts';
import { chooseReceipt } from '../../src-main/intake/rules.ts';

const folder = new URL('../../resources/demo/mail/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.eml'))
  .map((name) => readFileSync(new URL(name, folder)));
const pool = createPool();
afterAll(() => pool.close());

/** Pieces that mean something to a mail reader, so that mutations reach deeper than noise would. */
const pieces = [
  '\r\n',
  '\r\n\r\n',
  '\n--',
  '--',
  ': ',
  '=?UTF-8?B?',
  '=?utf-8?Q?=00=0D=0A?=',
  'Content-Type: multipart/mixed; boundary=""',
  'boundary="',
  'Content-Transfer-Encoding: base64\r\n',
  'charset=utf-16',
  "filename*0*=UTF-8''%",
  '\0',
  '\xff\xfe',
  '<title>',
  '<!--',
  '(((((',
  '"',
  '<',
  'Received: ;',
  'From ',
];

interface Edit {
  /** Where, as a share of the length. */
  at: number;
  /** How many bytes are taken out there. */
  drop: number;
  put: Uint8Array;
  times: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(2_000)),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(...pieces).map((piece) => Buffer.from(piece, 'latin1')),
  ),
  times: fc.oneof(fc.constant(1), fc.nat(3), fc.nat(300)),
});

function mutate(message: Uint8Array, edits: Edit[]): Uint8Array {
  return edits.reduce<Uint8Array>((bytes, { at, drop, put, times }) => {
    const start = Math.floor(at * bytes.length);
    const inserted = Buffer.concat(Array.from({ length: times }, () => put));
    return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + drop)]);
  }, message);
}

function checkMail(mail: ParsedMail): void {
  expect(forbiddenCharacter(mail.text, true)).toBeNull();
  for (const line of [
    mail.subject,
    mail.messageId ?? '',
    ...[mail.from, mail.replyTo, ...mail.to].flatMap((one) => [one?.name ?? '', one?.email ?? '']),
  ]) {
    expect(forbiddenCharacter(line, false)).toBeNull();
  }
  expect(mail.text.isWellFormed() && mail.subject.isWellFormed()).toBe(true);
  const names = mail.attachments.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[^/\\\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u);
  const importedAt = '2026-11-21T06:00:00.000Z';
  expect(chooseReceipt({ ...mail, importedAt }).receivedAt <= importedAt).toBe(true);
}

it('reads five hundred broken messages or refuses them by name, and never hangs or dies', async () => {
  const broken = fc.tuple(fc.constantFrom(...corpus), fc.array(edit, { minLength: 1, maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(broken, async ([message, edits]) => {
      const answer: unknown = await pool.run('mail', mutate(message, edits)).catch((error: unknown) => error);
      // A worker that died or ran out of time would answer `refused`.
      if (answer instanceof Error) expect(answer).toMatchObject({ name: 'Fault', code: 'bad-input' } satisfies Partial<Fault>);
      else checkMail(answer as ParsedMail);
    }),
    { numRuns: 500 },
  );
});

it('reads messages glued from two others', async () => {
  const cut = fc.tuple(fc.constantFrom(...corpus), fc.double({ min: 0, max: 1, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(cut, cut, async ([first, from], [second, to]) => {
      const glued = Buffer.concat([first.subarray(0, Math.floor(from * first.length)), second.subarray(Math.floor(to * second.length))]);
      const answer: unknown = await pool.run('mail', glued).catch((error: unknown) => error);
      expect(!(answer instanceof Error) || (answer instanceof Fault && answer.code === 'bad-input')).toBe(true);
    }),
    { numRuns: 100 },
  );
});
