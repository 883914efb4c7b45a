import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdType } from '../../../src-main/identity/contract.ts';
import { contactMatches, emailKey, phoneKey } from '../../../src-main/identity/rules/contact.ts';
import { isLuhn, isVerhoeff } from '../../../src-main/identity/rules/digits.ts';
import { maskContact } from '../../../src-main/identity/rules/mask.ts';
import { isMinor, mrzCheckDigit } from '../../../src-main/identity/rules/mrz.ts';
import { checkId } from '../../../src-main/identity/rules.ts';
import { passportZone, sampleAadhaar, withCheckDigit } from './support.ts';

const today = '2026-11-22';
const check = (type: IdType, value: string) => checkId(type, value, today);

describe('an Aadhaar number', () => {
  it.each([
    '234123412346',
    '2341 2341 2346',
    '2341-2341-2346',
    '999941057058',
    '4991 1866 5246',
    '३९७७ ८८०० ०२३४',
    '2341\u200b2341\u200d2346',
  ])('%s is right in form', (value) => expect(check('aadhaar', value)).toMatchObject({ ok: true, reason: 'The check digit is right.' }));

  it.each([
    ['234123412347', /check digit is wrong/],
    ['243123412346', /check digit is wrong/],
    ['123412341234', /never begins with 0 or 1/],
    ['034123412346', /never begins/],
    ['643343121', /twelve digits/],
    ['2341234123461', /twelve digits/],
    ['XXXX XXXX 2346', /masked already/],
    ['', /twelve digits/],
  ])('%s is not', (value, reason) => {
    expect(check('aadhaar', value)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('does not read the same backwards', () => {
    const mirrored = ['222222222222', '234554332']
      .concat(['299999999992', '266666666662'])
      .filter((one) => one.length === 12 && isVerhoeff(one));
    for (const one of mirrored) expect(check('aadhaar', one).reason).toMatch(/backwards/);
    expect(check('aadhaar', '222222222222').ok).toBe(false);
  });

  it('is told from a virtual ID, which is refused by name', () => {
    const { ok, reason } = check('aadhaar', '2341234123412341');
    expect([ok, isVerhoeff('2341234123412341')]).toEqual([false, true]);
    expect(reason).toMatch(/virtual ID/);
  });

  it('never comes back whole, right or wrong', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-9]\d{10}$/), fc.constantFrom('', ' ', '-', '\u200b'), (eleven, gap) => {
        const number = withCheckDigit(eleven);
        const typed = [number.slice(0, 4), number.slice(4, 8), number.slice(8)].join(gap);
        const { masked } = check('aadhaar', typed);
        expect(masked).toBe(`XXXX XXXX ${number.slice(8)}`);
        const mistyped = number.slice(0, 11) + String((Number(number[11]) + 1) % 10);
        const wrong = check('aadhaar', mistyped);
        expect(wrong.ok).toBe(false);
        expect(JSON.stringify(wrong)).not.toContain(mistyped.slice(0, 8));
      }),
    );
  });

  it('shows every single wrong digit and every swap of unlike neighbours by its check digit', () => {
    for (let place = 0; place < 12; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const other = sampleAadhaar.slice(0, place) + digit + sampleAadhaar.slice(place + 1);
        expect(isVerhoeff(other)).toBe(other === sampleAadhaar);
      }
      const [a, b] = [sampleAadhaar[place], sampleAadhaar[place + 1]];
      if (b !== undefined && a !== b)
        expect(isVerhoeff(sampleAadhaar.slice(0, place) + b + a + sampleAadhaar.slice(place + 2))).toBe(false);
    }
  });
});

describe('a PAN', () => {
  it.each([
    ['ACUPA7085R', /a person/],
    ['aaapl1234c', /a person/],
    ['AABCE1234F', /a company/],
    ['AAAHA1234A', /Hindu undivided family/],
  ])('%s names its holder', (value, reason) => {
    expect(check('pan', value)).toMatchObject({
      ok: true,
      reason: expect.stringMatching(reason),
      masked: `XXXXXX${value.toUpperCase().slice(-4)}`,
    });
  });

  it.each([
    ['234123412347', /five letters/],
    ['ABMMA3211G', /kind of holder; M names none/],
    ['ACUPA0000R', /never 0000/],
    ['ACUPA7085', /five letters/],
  ])('%s is none', (value, reason) => expect(check('pan', value)).toMatchObject({ ok: false, reason: expect.stringMatching(reason) }));
});

describe('a voter card', () => {
  it.each(['WKH1186253', 'wkh 1186253'])('%s is right', (value) => expect(check('epic', value).ok).toBe(true));
  it.each(['WKH1186243', 'WKH118624', '1231186253', 'WKH11862533'])('%s is not', (value) => expect(check('epic', value).ok).toBe(false));
  it('of the older form is compared by eye', () => {
    expect(check('epic', 'GJ/01/001/123456')).toMatchObject({ ok: true, reason: expect.stringMatching(/no check digit/) });
  });
  it('ends in a Luhn digit as cards do', () => {
    expect([isLuhn('79927398713'), isLuhn('79927398710'), isLuhn('4111111111111111')]).toEqual([true, false, true]);
  });
});

describe('the zone of a passport', () => {
  // The specimen of ICAO Doc 9303-4 and the worked examples of 9303-3.
  const specimen = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';

  it('has the check digits of the published examples', () => {
    expect([mrzCheckDigit('520727'), mrzCheckDigit('AB2134<<<'), mrzCheckDigit('L898902C3'), mrzCheckDigit('ZE184226B<<<<<')]).toEqual([
      '3',
      '5',
      '6',
      '1',
    ]);
  });

  it('is right for the specimen, which expired in 2012', () => {
    const answer = check('passport-mrz', specimen);
    expect(answer).toMatchObject({ ok: true, masked: 'XXXXX02C3', facts: { expiresOn: '2012-04-15', bornOn: '1974-08-12' } });
    expect(answer.reason).toMatch(/expired on 15-04-2012/);
    expect(checkId('passport-mrz', specimen, '2012-04-15').reason).toBe('All check digits are right.');
  });

  it('may be typed in one line, with spaces and in small letters', () => {
    expect(check('passport-mrz', specimen.replace('\n', '')).ok).toBe(true);
    expect(check('passport-mrz', specimen.replace('\n', ' ').toLowerCase()).ok).toBe(true);
  });

  it('of a child says so', () => {
    const answer = check('passport-mrz', passportZone('120101', '300101'));
    expect(answer).toMatchObject({ ok: true, facts: { bornOn: '2012-01-01', expiresOn: '2030-01-01' }, masked: 'XXXX4567' });
    expect(answer.reason).toMatch(/under 18/);
  });

  it('shows every single altered sign of its numbers', () => {
    const at = (place: number) => specimen.replace('\n', '').slice(0, 44 + place);
    for (const place of [0, 5, 9, 13, 18, 19, 21, 26, 27, 28, 36, 42, 43]) {
      // A sign whose weight differs modulo 10: letters ten apart weigh the same.
      const sign = specimen.replace('\n', '').charAt(44 + place);
      const value = sign === '<' ? 0 : Number.parseInt(sign, 36);
      const altered = `${at(place)}${(value + 1) % 10}${specimen.replace('\n', '').slice(44 + place + 1)}`;
      expect(check('passport-mrz', altered).ok, `place ${place}`).toBe(false);
    }
  });

  it.each(['', 'P<UTO', 'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10'])(
    '%j is none',
    (value) => expect(check('passport-mrz', value).ok).toBe(false),
  );

  it('ends childhood with the eighteenth birthday', () => {
    expect([isMinor('2008-11-23', today), isMinor('2008-11-22', today), isMinor('2008-02-29', '2026-02-28')]).toEqual([true, false, true]);
  });
});

describe('a driving licence', () => {
  it.each([
    ['HR-0619850034761', 'Haryana'],
    ['DL-1420110012345', 'Delhi'],
    ['MH12 20110012345', 'Maharashtra'],
    ['KA-05-2011-0012345', 'Karnataka'],
    ['TN01A20110012345', 'Tamil Nadu'],
    ['MH-12-04-12345', 'Maharashtra'],
  ])('%s names its State', (value, about) => expect(check('driving-licence', value)).toMatchObject({ ok: true, facts: { about } }));
  it.each(['ZZ1420110012345', 'DL1420290012345', 'DL1419110012345', '1420110012345', 'DL', ''])('%j is none', (value) =>
    expect(check('driving-licence', value).ok).toBe(false),
  );
});

describe('a mobile number', () => {
  it.each(['9876543210', '+91 98765 43210', '09876543210', '0091-98765-43210', '919876543210', '९८७६५४३२१०', '(+91) 9876543210'])(
    '%s is Indian and masked',
    (value) => expect(check('mobile', value)).toMatchObject({ ok: true, masked: '+91 XXXXXX3210' }),
  );
  it.each(['+91 00000 00000', '1234567890', '98765', '+1 415 555 0123', 'call me', '9999999999'.slice(0, 9)])('%s is not', (value) =>
    expect(check('mobile', value).ok).toBe(false),
  );
  it('is compared in E.164, foreign ones too', () => {
    expect([phoneKey('+1 (415) 555-0123'), phoneKey('022 2345 6789'), phoneKey('98765 43210')]).toEqual([
      '+14155550123',
      '+912223456789',
      '+919876543210',
    ]);
  });
});

describe('a PIN code', () => {
  it.each([
    ['110001', 'Delhi'],
    ['487001', 'Madhya Pradesh and Chhattisgarh'],
    ['122010', 'Haryana'],
    ['560 001', 'Karnataka'],
    ['९००००१', 'the Army Postal Service'],
  ])('%s lies in %s', (value, about) => expect(check('pin', value)).toMatchObject({ ok: true, facts: { about } }));
  it.each(['48700', '010001', '291234', '86000a', '1100011', ''])('%j is none', (value) => expect(check('pin', value).ok).toBe(false));
});

describe('a contact', () => {
  it('matches the registered one however it is written', () => {
    expect(contactMatches('+91-98765-43210', { phone: '09876543210' })).toBe(true);
    expect(contactMatches('A@Mail.Example', { email: 'a@mail.example ' })).toBe(true);
    expect(contactMatches('a@mail.example', { email: 'b@mail.example' })).toBe(false);
    expect(contactMatches('a@mail.example', { phone: '9876543210' })).toBeNull();
    expect(emailKey('no address')).toBeNull();
  });
  it('is shown without what tells it', () => {
    expect([maskContact('someone@mail.example'), maskContact('+91 98765 43210')]).toEqual(['s…@mail.example', 'XXXXXXXXX3210']);
  });
});
