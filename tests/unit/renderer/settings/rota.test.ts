import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rota, rotaSchema } from '../../../../src-main/law/contract/rota.ts';
import { onCall } from '../../../../src-main/law/rules.ts';
import { isGoodId, namesFor, needsNames } from '../../../../src-renderer/settings/calendars/names.ts';
import { freeId, plainPhone, problemsOf, toDraft, toRota, withoutContact } from '../../../../src-renderer/settings/rota/draft.ts';
import { gapsOf, isIndianNumber } from '../../../../src-renderer/settings/rota/gaps.ts';
import { weekdays } from '../../../../src-renderer/settings/weekdays.ts';

const person = (id: string) => ({ id, name: `${id}. Example`, phone: '+91 98765 43210', role: 'officer' });
const week = [...weekdays];
const rota: Rota = {
  contacts: [person('a'), person('b')],
  shifts: [{ weekdays: week, from: '00:00', until: '00:00', contact: 'a', next: ['b'] }],
  leave: [],
  quiet: null,
};
const named = (over: Partial<Rota>) => gapsOf({ ...rota, ...over }).map(({ gap }) => gap);

describe('the rota as it is typed', () => {
  it('goes to the desk with its dates and numbers in the desk’s form, and comes back as it was typed', () => {
    const leave = [{ contact: 'a', from: '2026-12-01', until: '2026-12-05', cover: 'b' }];
    const draft = toDraft({ ...rota, leave });
    expect(draft.leave[0]).toMatchObject({ from: '01-12-2026', until: '05-12-2026' });
    expect(rotaSchema.safeParse(toRota(draft)).success).toBe(true);
    expect(toRota(draft).leave).toEqual(leave);
  });

  it.each([
    ['9876543210', '+91 98765 43210'],
    ['+919876543210', '+91 98765 43210'],
    ['098765 43210', '+91 98765 43210'],
    ['1800 11 4000', '1800 11 4000'],
    ['+44 20 7946 0000', '+44 20 7946 0000'],
  ])('writes the number %s as %s', (typed, phone) => {
    expect(plainPhone(typed)).toBe(phone);
  });

  it('names what cannot be saved, by its place', () => {
    const broken = toDraft({
      contacts: [{ id: 'a', name: '', phone: '+91', role: 'x' }],
      shifts: [{ weekdays: [], from: '9', until: '24:00', contact: '', next: [] }],
      leave: [{ contact: 'a', from: '', until: '', cover: '' }],
      quiet: { from: 'x', until: '07:00' },
    });
    broken.leave = [{ contact: 'a', from: '31-02-2026', until: '05-03-2026', cover: '' }];
    expect(problemsOf(broken)).toEqual({
      'contacts.0.name': 'required',
      'shifts.0.weekdays': 'days',
      'shifts.0.from': 'time',
      'shifts.0.until': 'time',
      'shifts.0.contact': 'required',
      'leave.0.cover': 'required',
      'leave.0.from': 'date',
      'quiet.from': 'time',
    });
    expect(problemsOf(toDraft(rota))).toEqual({});
  });

  it('gives each person an id of their own and forgets one everywhere', () => {
    expect(freeId([{ id: 'person-2' }])).toBe('person-3');
    const left = withoutContact({ ...rota, leave: [{ contact: 'a', from: '', until: '', cover: 'b' }] }, 'b');
    expect([left.contacts.length, left.shifts[0]?.next, left.leave]).toEqual([1, [], []]);
  });
});

describe('what is missing in a rota', () => {
  it('is nothing where two can be called around the week', () => {
    expect(gapsOf(rota)).toEqual([]);
  });

  it('are the hours in which nobody is on call, past midnight and around the weekend', () => {
    const shifts: Rota['shifts'] = [
      { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', until: '18:00', contact: 'a', next: ['b'] },
      { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '18:00', until: '09:00', contact: 'b', next: ['a'] },
    ];
    expect(gapsOf({ ...rota, shifts })).toEqual([{ gap: 'uncovered', spans: [{ day: 5, from: '09:00', untilDay: 0, until: '09:00' }] }]);
    expect(gapsOf({ ...rota, shifts: [] })[0]).toEqual({
      gap: 'uncovered',
      spans: [{ day: 0, from: '00:00', untilDay: 6, until: '24:00' }],
    });
  });

  it('are also hours with one person alone, numbers that cannot be dialled, cover that is away, people without a part', () => {
    expect(named({ shifts: [{ ...rota.shifts[0]!, next: [] }] })).toEqual(['no-next', 'unused']);
    expect(named({ contacts: [person('a'), { ...person('b'), phone: '12345' }] })).toEqual(['bad-phone']);
    const away = (contact: string, cover: string) => ({ contact, from: '2026-12-01', until: '2026-12-05', cover });
    expect(named({ leave: [away('a', 'b'), away('b', 'a')] })).toEqual(['cover-away', 'cover-away']);
    expect(named({ leave: [away('a', 'a')] })).toEqual(['cover-self']);
    expect(named({ contacts: [] })).toEqual(['no-contacts']);
  });

  it('agrees with whom the desk would call, at every minute of the week', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((n) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`);
    const shift = fc.record({ weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1 }), from: time, until: time });
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 4 }), fc.integer({ min: 0, max: 7 * 1440 - 1 }), (shifts, minute) => {
        const mine: Rota = { ...rota, shifts: shifts.map((one) => ({ ...one, contact: 'a', next: ['b'] })) };
        // Monday 23 November 2026, 00:00 IST.
        const iso = new Date(Date.parse('2026-11-23T00:00:00+05:30') + minute * 60_000).toISOString();
        const gap = gapsOf(mine).find((one) => one.gap === 'uncovered');
        const spans = gap && 'spans' in gap ? gap.spans : [];
        const at = (day: number, text: string) => day * 1440 + Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
        const isIn = spans.some((span) => {
          const start = at(span.day, span.from);
          const end = at(span.untilDay, span.until);
          return end > start ? minute >= start && minute < end : minute >= start || minute < end;
        });
        expect(isIn).toBe(onCall(mine, iso).length === 0);
      }),
    );
  });

  it('takes an Indian number for one, however it is spaced', () => {
    expect(['+91 98765 43210', '+91-11-2301 0000', '9876543210', '+1 202 555 0100'].map(isIndianNumber)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a calendar’s file', () => {
  it('names itself in our own format, and is named by the person otherwise', () => {
    expect([needsNames('india.JSON'), needsNames('holidays.ics')]).toEqual([false, true]);
  });

  it('suggests a title and an id without the year', () => {
    expect(namesFor('Karnataka State 2026.ics')).toEqual({
      id: 'karnataka-state',
      title: 'Karnataka State 2026',
      weeklyOff: ['sat', 'sun'],
    });
    expect([isGoodId('karnataka-state'), isGoodId('2026'), isGoodId('')]).toEqual([true, false, false]);
  });
});
