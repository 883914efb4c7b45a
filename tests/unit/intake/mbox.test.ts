import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src-main/desk/faults.ts';
import { splitMbox } from '../../../src-main/intake/mail/mbox.ts';
import { mailLimits } from '../../../src-main/intake/mail/parsed.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const split = (text: string) => [...splitMbox(bytes(text))].map((message) => Buffer.from(message).toString('utf8'));
const separator = 'From a@person.example Fri Nov 20 22:14:09 2026';

describe('splitting an mbox', () => {
  it('gives each message without its separator and the blank line before the next', () => {
    expect(split(`${separator}\nSubject: one\n\nText\n\n${separator}\nSubject: two\n\nMore\n`)).toEqual([
      'Subject: one\n\nText\n',
      'Subject: two\n\nMore\n',
    ]);
  });

  it('keeps line ends of both kinds', () => {
    expect(split(`${separator}\r\nSubject: one\r\n\r\nText\r\n\r\n${separator}\r\nSubject: two\r\n\r\n`)).toEqual([
      'Subject: one\r\n\r\nText\r\n',
      'Subject: two\r\n',
    ]);
  });

  it('restores quoted From lines', () => {
    expect(split(`${separator}\nSubject: one\n\n>From here\n>>From there\n> From afar\n`)).toEqual([
      'Subject: one\n\nFrom here\n>From there\n> From afar\n',
    ]);
  });

  it('does not take a sentence that begins with From for a separator', () => {
    expect(split(`${separator}\nSubject: one\n\nText\n\nFrom Monday on I will wait.\n`)).toHaveLength(1);
  });

  it('does not take a separator in the middle of a paragraph for one', () => {
    expect(split(`${separator}\nSubject: one\n\nText\n${separator}\nmore\n`)).toHaveLength(1);
  });

  it.each([
    ['is empty', ''],
    ['holds only blank lines', '\n\r\n\n'],
    ['begins with something else', 'Subject: one\n\nText\n'],
  ])('refuses a file that %s', (_what, text) => {
    expect(() => split(text)).toThrow(Fault);
    expect(() => split(text)).toThrow(/mailbox file/);
  });

  it('cuts a message that is too large one byte beyond the limit, and goes on', () => {
    const chunks = function* () {
      yield bytes(`${separator}\nSubject: one\n\n`);
      for (let sent = 0; sent <= mailLimits.messageBytes; sent += 8_000_000) yield new Uint8Array(8_000_000).fill(0x61);
      yield bytes(`\n\n${separator}\nSubject: two\n\nMore\n`);
    };
    expect([...splitMbox(chunks())].map((message) => message.length)).toEqual([
      mailLimits.messageBytes + 1,
      'Subject: two\n\nMore\n'.length,
    ]);
  });

  it('gives back the messages that were joined, however the file is cut into chunks', () => {
    const line = fc.constantFrom('', 'Text', 'From the start', '>From quoted', separator, 'मेरी पोस्ट', '--mark');
    const messages = fc.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 40 }), (list, chunkSize) => {
        const whole = list.map((lines) => `Subject: x\n\n${lines.join('\n')}\n`);
        const file = bytes(whole.map((text) => `${separator}\n${text.replace(/^(>*From )/gm, '>$1')}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(file.length / chunkSize) }, (_, i) =>
          file.subarray(i * chunkSize, (i + 1) * chunkSize),
        );
        expect([...splitMbox(chunks)].map((message) => Buffer.from(message).toString('utf8'))).toEqual(whole);
      }),
    );
  });
});
