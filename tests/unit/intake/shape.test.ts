import { describe, expect, it } from 'vitest';
import { measureMessage } from '../../../src-main/intake/mail/shape.ts';

const measure = (text: string) => measureMessage(Buffer.from(text));

describe('measuring a message', () => {
  it('finds where the headers end, with line ends of both kinds or no body at all', () => {
    expect(measure('A: b\nC: d\n\nText\n\n')).toMatchObject({ headerBytes: 10 });
    expect(measure('A: b\r\nC: d\r\n\r\nText')).toMatchObject({ headerBytes: 12 });
    expect(measure('A: b\nC: d')).toMatchObject({ headerBytes: 9 });
    expect(measure('')).toEqual({ headerBytes: 0, textLines: 0, parts: 0 });
  });

  it('does not count lines of base64 as lines of text', () => {
    const encoded = `${'QUJD'.repeat(19)}\r\n`;
    expect(measure(`A: b\r\n\r\n${encoded.repeat(100)}`).textLines).toBe(2);
    expect(measure(`A: b\r\n\r\n${'a line of text that is as long as a line of base64 in any message\r\n'.repeat(100)}`).textLines).toBe(
      102,
    );
    expect(measure(`A: b\r\n\r\n${`${'न'.repeat(25)}\r\n`.repeat(100)}`).textLines).toBe(102);
  });

  it('counts parts by the marks that are declared, not by rows of dashes', () => {
    const parts = (boundary: string) => `Content-Type: multipart/mixed; ${boundary}\r\n\r\n${'--x\r\n\r\n'.repeat(1_200)}--x--\r\n`;
    expect(measure(parts('boundary=x')).parts).toBe(1_200);
    expect(measure(parts('Boundary = "x"')).parts).toBe(1_200);
    expect(measure(`Subject: ruled paper\r\n\r\n${'----------\r\n'.repeat(5_000)}`).parts).toBe(0);
  });

  it('takes a message that declares thousands of marks for one without end', () => {
    const declared = Array.from({ length: 6_000 }, (_, n) => `boundary="m${n}"\r\n--m${n}\r\n`).join('');
    expect(measure(`Subject: one\r\n\r\n${declared}`).parts).toBe(Number.POSITIVE_INFINITY);
  });
});
