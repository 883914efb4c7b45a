import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseReceipt, futureToleranceMs, guessLanguage, mailInstant, receivedInstant } from '../../../src-main/intake/rules.ts';

const importedAt = '2026-11-21T10:00:00.000Z';

describe('the receipt time of a message', () => {
  it('is the time of the topmost Received header, without asking', () => {
    const receipt = chooseReceipt({ topReceived: '2026-11-20T08:00:00.000Z', dateHeader: '2026-11-19T08:00:00.000Z', importedAt });
    expect(receipt).toEqual({ receivedAt: '2026-11-20T08:00:00.000Z', receivedFrom: 'received-header', confirm: false, why: null });
  });

  it('is the Date header, to be confirmed, where there is no Received header', () => {
    const receipt = chooseReceipt({ topReceived: null, dateHeader: '2026-11-19T08:00:00.000Z', importedAt });
    expect(receipt).toMatchObject({ receivedAt: '2026-11-19T08:00:00.000Z', receivedFrom: 'date-header', confirm: true });
    expect(receipt.why).toMatch(/sender wrote/);
  });

  it('is the time of import, to be confirmed, where the message holds no time', () => {
    const receipt = chooseReceipt({ topReceived: null, dateHeader: null, importedAt });
    expect(receipt).toMatchObject({ receivedAt: importedAt, receivedFrom: 'import-time', confirm: true });
  });

  it('falls back to the time of import when the message claims the future, even where its Date header is believable', () => {
    const receipt = chooseReceipt({ topReceived: '2026-11-21T10:02:01.000Z', dateHeader: '2026-11-20T08:00:00.000Z', importedAt });
    expect(receipt).toMatchObject({ receivedAt: importedAt, receivedFrom: 'import-time', confirm: true });
    expect(receipt.why).toMatch(/future/);
  });

  it('takes a time up to two minutes ahead as now', () => {
    const receipt = chooseReceipt({ topReceived: '2026-11-21T10:02:00.000Z', dateHeader: null, importedAt });
    expect(receipt).toEqual({ receivedAt: importedAt, receivedFrom: 'received-header', confirm: false, why: null });
  });

  it('does not believe a time before 1990', () => {
    const receipt = chooseReceipt({ topReceived: '1970-01-01T00:00:00.000Z', dateHeader: null, importedAt });
    expect(receipt).toMatchObject({ receivedAt: importedAt, receivedFrom: 'import-time', confirm: true });
    expect(receipt.why).toMatch(/1990/);
  });

  const instants = fc
    .date({ min: new Date('1960-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const evidence = fc.record({ topReceived: fc.option(instants), dateHeader: fc.option(instants), importedAt: instants });

  it('is never later than the import and never before 1990 unless the import is', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const { receivedAt } = chooseReceipt(given);
        expect(receivedAt <= given.importedAt).toBe(true);
        expect(receivedAt >= '1990' || receivedAt === given.importedAt).toBe(true);
      }),
    );
  });

  it('asks exactly when it did not come from a Received header, and then says why', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const receipt = chooseReceipt(given);
        expect(receipt.confirm).toBe(receipt.receivedFrom !== 'received-header');
        expect(receipt.why === null).toBe(!receipt.confirm);
      }),
    );
  });

  it('believes every Received time between 1990 and two minutes after the import', () => {
    const delays = fc.integer({ min: -futureToleranceMs, max: 20 * 365 * 86_400_000 });
    fc.assert(
      fc.property(delays, (delayMs) => {
        const topReceived = new Date(Date.parse(importedAt) - delayMs).toISOString();
        expect(chooseReceipt({ topReceived, dateHeader: null, importedAt }).receivedFrom).toBe('received-header');
      }),
    );
  });
});

describe('a date in a message', () => {
  it.each([
    ['Fri, 20 Nov 2026 22:14:09 +0530', '2026-11-20T16:44:09.000Z'],
    ['20 Nov 2026 22:14 +0530', '2026-11-20T16:44:00.000Z'],
    ['Fri,20 Nov 2026 22:14:09 +0530 (India Standard Time (IST))', '2026-11-20T16:44:09.000Z'],
    ['Fri, 20 November 2026 22:14:09 +05:30', '2026-11-20T16:44:09.000Z'],
    ['Friday, 20-Nov-2026 22:14:09 GMT+0530', '2026-11-20T16:44:09.000Z'],
    ['Fri, 20 Nov 2026 22:14:09 +530', '2026-11-20T16:44:09.000Z'],
    ['Fri, 20 Nov 2026 10:14:09 PM +0530', '2026-11-20T16:44:09.000Z'],
    ['Fri, 20 Nov 2026 22:14:09 IST', '2026-11-20T16:44:09.000Z'],
    ['Fri, 20 Nov 26 11:44:09 EST', '2026-11-20T16:44:09.000Z'],
    ['Fri, 20 Nov 126 16:44:09 Z', '2026-11-20T16:44:09.000Z'],
    ['Sun, 6 Nov 94 08:49:37 GMT', '1994-11-06T08:49:37.000Z'],
    ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z'],
    ['Sun Nov 6 08:49:37 EST 1994', '1994-11-06T13:49:37.000Z'],
    ['2026-11-20T22:14:09.123+05:30', '2026-11-20T16:44:09.000Z'],
    ['2026-11-20 16:44:09Z', '2026-11-20T16:44:09.000Z'],
    ['शुक्र, 20 Nov 2026 22:14:09 +0530', '2026-11-20T16:44:09.000Z'],
    ['Wed, 31 Dec 2025 23:59:60 +0000', '2026-01-01T00:00:00.000Z'],
    ['Thu, 29 Feb 2024 12:00:00 +0000', '2024-02-29T12:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(mailInstant(text)).toBe(instant);
  });

  it.each([
    ['no zone', 'Fri, 20 Nov 2026 16:44:09'],
    ['a zone that says unknown', 'Fri, 20 Nov 2026 16:44:09 -0000'],
    ['a zone nobody knows', 'Fri, 20 Nov 2026 16:44:09 XYZT'],
    ['a military zone', 'Fri, 20 Nov 2026 16:44:09 Q'],
    ['a zone further away than any place', 'Fri, 20 Nov 2026 16:44:09 +9900'],
  ])('takes %s as UTC (RFC 5322 4.3)', (_what, text) => {
    expect(mailInstant(text)).toBe('2026-11-20T16:44:09.000Z');
  });

  it.each([
    '',
    'yesterday',
    'Fri, 31 Nov 2026 10:00:00 +0530',
    'Fri, 20 Nov 2026 25:00:00 +0530',
    'Fri, 20 Nov 2026 10:61:00 +0530',
    'Fri, 20 Foo 2026 10:00:00 +0530',
    '20 Nov 2026',
    'Fri, 29 Feb 2026 10:00:00 +0000',
    '2026-13-01T00:00:00Z',
    '1 Jan 0099 10:00 GMT',
    'Fri, 20 Nov 2026 13:00:00 PM +0530',
    '('.repeat(10_000),
  ])('finds no instant in %j', (text) => {
    expect(mailInstant(text)).toBeNull();
  });

  it('comes back from its RFC 5322 form, to the second', () => {
    const seconds = fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2400, 0, 1) / 1000 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -14 * 60, max: 14 * 60 }), (second, zone) => {
        const local = new Date((second + zone * 60) * 1000).toUTCString().replace('GMT', '');
        const sign = zone < 0 ? '-' : '+';
        const digits = `${Math.floor(Math.abs(zone) / 60)}`.padStart(2, '0') + `${Math.abs(zone) % 60}`.padStart(2, '0');
        expect(mailInstant(`${local}${sign}${digits}`)).toBe(new Date(second * 1000).toISOString());
      }),
    );
  });

  it('is an instant or nothing for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const found = mailInstant(text);
        expect(found === null || new Date(found).toISOString() === found).toBe(true);
      }),
    );
  });
});

describe('the time in a Received header', () => {
  it('stands behind the last semicolon', () => {
    const header = 'from a.example by b.example (b; c) with ESMTP id X; for <d@b.example>; Fri, 20 Nov 2026 22:14:09 +0530';
    expect(receivedInstant(header)).toBe('2026-11-20T16:44:09.000Z');
  });

  it('may be followed by a comment that holds a semicolon', () => {
    expect(receivedInstant('by b.example; Fri, 20 Nov 2026 22:14:09 +0530 (IST; clock 3)')).toBe('2026-11-20T16:44:09.000Z');
  });

  it('is found behind a bracket that never closes', () => {
    expect(receivedInstant('by b.example (broken; Fri, 20 Nov 2026 22:14:09 +0530')).toBe('2026-11-20T16:44:09.000Z');
  });

  it('is not guessed where there is no semicolon', () => {
    expect(receivedInstant('by b.example Fri, 20 Nov 2026 22:14:09 +0530')).toBeNull();
  });
});

describe('the language of a message', () => {
  it.each([
    ['hi', 'मेरी पोस्ट हटा दी गई है।'],
    ['hi', 'मेरी पोस्ट हटा दी गई है: https://cocial.example/post/1001?with=a-long-latin-address a.example@person.example'],
    ['hi', 'मेरा account बंद है, please चालू करें'],
    ['en', 'My post was removed.'],
    ['en', 'My shop "नमूना" was removed from the list without any reason that I can see.'],
    ['en', ''],
    ['en', '12345 !?'],
  ])('is taken as %s for %s', (language, text) => {
    expect(guessLanguage(text)).toBe(language);
  });
});
