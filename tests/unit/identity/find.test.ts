import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAadhaar, maskAadhaarIn, maskDeep } from '../../../src-main/identity/rules/find.ts';
import { sampleAadhaar, withCheckDigit } from './support.ts';

const masked = (text: string) => maskAadhaarIn(text).text;
const inScript = (digits: string, zero: number) => [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

describe('a number in free text', () => {
  it.each([
    ['bare', 'My number is 234123412346.', 'My number is XXXXXXXX2346.'],
    ['spaced', 'Aadhaar: 2341 2341 2346', 'Aadhaar: XXXX XXXX 2346'],
    ['dashed', 'no 2341-2341-2346, thanks', 'no XXXX-XXXX-2346, thanks'],
    ['with long dashes', '2341–2341–2346', 'XXXX–XXXX–2346'],
    ['with hard spaces', '2341\u00a02341\u00a02346', 'XXXX\u00a0XXXX\u00a02346'],
    ['dotted', '2341.2341.2346', 'XXXX.XXXX.2346'],
    ['in threes', '234 123 412 346', 'XXX XXX XX2 346'],
    ['digit by digit', '2 3 4 1 2 3 4 1 2 3 4 6', 'X X X X X X X X 2 3 4 6'],
    ['over a line end', '2341 2341\n2346', 'XXXX XXXX\n2346'],
    ['split by joiners', '2341\u200b23\u200d41\u20602346', 'XXXX\u200bXX\u200dXX\u20602346'],
    ['split by soft hyphens', '2341\u00ad2341\u00ad2346', 'XXXX\u00adXXXX\u00ad2346'],
    ['joined to Hindi words', 'मेरा नंबर234123412346है', 'मेरा नंबरXXXXXXXX2346है'],
    ['joined to its name', 'AADHAAR234123412346', 'AADHAARXXXXXXXX2346'],
    ['named behind it', '234123412346 is my adhar', 'XXXXXXXX2346 is my adhar'],
    ['in odd groups, but named', 'aadhar no. 23412 34123 46', 'aadhar no. XXXXX XXX23 46'],
    ['behind a sign', '(234123412346)', '(XXXXXXXX2346)'],
    ['in an address of mail', '234123412346@mail.example', 'XXXXXXXX2346@mail.example'],
    ['in a link that names it', 'https://x.example/?aadhaar=234123412346', 'https://x.example/?aadhaar=XXXXXXXX2346'],
    ['of an order, but named', 'order for Aadhaar 234123412346', 'order for Aadhaar XXXXXXXX2346'],
  ])('is masked: %s', (_how, text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it.each([0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x06f0, 0xff10])(
    'is masked in digits from U+%i',
    (zero) => {
      const [text, bare] = [`आधार ${inScript('2341 2341 2346'.replaceAll(' ', ''), zero)}।`, inScript(sampleAadhaar, zero)];
      expect(masked(text)).toBe(`आधार XXXXXXXX${inScript('2346', zero)}।`);
      expect(masked(bare)).toBe(`XXXXXXXX${inScript('2346', zero)}`);
    },
  );

  it('is masked as often as it stands there', () => {
    expect(maskAadhaarIn('234123412346, 4991 1866 5246 and 999941057058')).toEqual({
      text: 'XXXXXXXX2346, XXXX XXXX 5246 and XXXXXXXX7058',
      count: 3,
    });
  });

  it('is masked with its virtual ID', () => {
    expect(masked('VID 2341234123412341')).toBe('VID XXXXXXXXXXXX2341');
    expect(masked('2341 2341 2341 2341')).toBe('XXXX XXXX XXXX 2341');
  });
});

describe('what is no Aadhaar number', () => {
  it.each([
    ['a wrong check digit', '234123412347'],
    ['a first digit of 1', '123412341230'],
    ['a phone with its plus', `+${withCheckDigit('91987654321')}`],
    ['a phone without it', withCheckDigit('91987654321')],
    ['a phone in two halves', `${withCheckDigit('91987654321')}`.replace(/^(..)(.....)/, '$1 $2 ')],
    ['a phone that an Aadhaar is linked to', `Aadhaar linked mobile ${withCheckDigit('91987654321')}`],
    ['an order', `Order no: ${sampleAadhaar}`],
    ['a payment', `UTR ${sampleAadhaar}`],
    ['a transaction in Hindi', `लेनदेन ${sampleAadhaar}`],
    ['a post in a link', `https://posts.example/p/${sampleAadhaar}`],
    ['a part of a longer number', `9${sampleAadhaar}`],
    ['a part of a code', `AB${sampleAadhaar}`],
    ['a bank card', '4111 1111 1111 1111'],
    ['years', '2019 2020 2026'],
    ['a date with its time', '2026-11-21 0630'],
    ['a ticket', 'COC-2026-1000123-5'],
  ])('stays: %s', (_what, text) => {
    expect(masked(text)).toBe(text);
  });

  it('keeps the times of a year that would fit', () => {
    let fitting = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      const text = `2026112106${String(minute).padStart(2, '0')}`;
      if (findAadhaar(`aadhaar ${text}`).length > 0) fitting += 1;
      expect(masked(text)).toBe(text);
    }
    expect(fitting).toBeGreaterThan(0);
  });

  it('keeps the tickets of a desk beside the word, whatever their check digit', () => {
    for (let digit = 0; digit < 10; digit += 1) {
      const text = `Aadhaar of COC-2026-1000001-${digit}`;
      expect(masked(text)).toBe(text);
    }
    const fitting = withCheckDigit('20261000001');
    expect(masked(`Aadhaar ${fitting}`)).not.toContain(fitting);
  });

  it('stays in fields of machines, unless something names it', () => {
    expect(maskDeep({ messageId: `${sampleAadhaar}.1@mail.example`, value: sampleAadhaar }).count).toBe(0);
    expect(maskDeep({ messageId: `aadhaar-${sampleAadhaar}@mail.example`, text: sampleAadhaar }).count).toBe(2);
  });
});

describe('masking', () => {
  const gap = fc.constantFrom('', ' ', '-', '\u200b', ' \u200d', '\u00a0');
  const zero = fc.constantFrom(0x30, 0x0966, 0x0ce6);

  it('leaves no number whole, wherever it stands', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[3-8]\d{10}$/), gap, zero, fc.string({ maxLength: 30 }), (eleven, between, first, noise) => {
        const number = withCheckDigit(eleven);
        if (number === [...number].reverse().join('')) return;
        const written = [0, 4, 8].map((at) => inScript(number.slice(at, at + 4), first)).join(between);
        const { text, count } = maskAadhaarIn(`${noise} | आधार ${written} | ${noise}`);
        expect(count).toBeGreaterThanOrEqual(1);
        expect(text).not.toContain(inScript(number.slice(0, 4), first) + between + inScript(number.slice(4, 8), first));
        expect(maskAadhaarIn(text)).toEqual({ text, count: 0 });
      }),
    );
  });

  it('changes nothing but digits, and nothing where it finds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const answer = maskAadhaarIn(text);
        if (answer.count === 0) expect(answer.text).toBe(text);
        expect([...answer.text]).toHaveLength([...text].length);
      }),
    );
  });

  it('goes through everything that is about to be stored', () => {
    const body = { v: 1, text: `x ${sampleAadhaar}`, list: [{ note: sampleAadhaar }, 7, null], plain: 'kept' };
    expect(maskDeep(body)).toEqual({
      value: { v: 1, text: 'x XXXXXXXX2346', list: [{ note: 'XXXXXXXX2346' }, 7, null], plain: 'kept' },
      count: 2,
    });
    const clean = { text: 'kept' };
    expect(maskDeep(clean).value).toBe(clean);
  });

  it('reads a hostile text of two lakh signs in a moment', () => {
    const text = '1 2\u200b3-'.repeat(40_000);
    expect(maskAadhaarIn(text).text).toHaveLength(text.length);
  });
});
