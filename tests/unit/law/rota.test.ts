import { describe, expect, it } from 'vitest';
import { type Rota, rotaSchema } from '../../../src-main/law/contract.ts';
import { callAt, isQuiet, onCall } from '../../../src-main/law/rules.ts';
import { ist } from './support.ts';

const contact = (id: string) => ({ id, name: `${id.toUpperCase()}. Example`, phone: '+91 00000 00000', role: 'officer' });
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const rota: Rota = {
  contacts: ['a', 'b', 'c', 'd'].map(contact),
  shifts: [
    { weekdays: [...weekdays], from: '09:00', until: '18:00', contact: 'a', next: ['b', 'c'] },
    { weekdays: ['fri'], from: '18:00', until: '09:00', contact: 'd', next: [] },
    { weekdays: ['sat'], from: '00:00', until: '00:00', contact: 'b', next: ['c'] },
  ],
  leave: [
    { contact: 'a', from: '2026-11-25', until: '2026-11-26', cover: 'b' },
    { contact: 'b', from: '2026-11-26', until: '2026-11-26', cover: 'd' },
  ],
  quiet: { from: '22:00', until: '07:00' },
};
const who = (at: string) => onCall(rota, ist(at)).map(({ id }) => id);

describe('who is on call', () => {
  it('is the shift of that weekday and hour in India', () => {
    expect(who('2026-11-23 09:00:00')).toEqual(['a', 'b', 'c']);
    expect(who('2026-11-23 17:59:59')).toEqual(['a', 'b', 'c']);
    expect(who('2026-11-23 18:00:00')).toEqual([]);
    expect(who('2026-11-23 08:59:59')).toEqual([]);
  });

  it('goes on past midnight until the shift ends', () => {
    expect(who('2026-11-27 23:30:00')).toEqual(['d']);
    expect(who('2026-11-28 08:59:00')).toEqual(['d']);
    expect(who('2026-11-28 09:00:00')).toEqual(['b', 'c']);
    expect(who('2026-11-29 00:00:00')).toEqual([]);
  });

  it('is the cover of whoever is on leave, and nobody twice', () => {
    expect(who('2026-11-25 10:00:00')).toEqual(['b', 'c']);
    expect(who('2026-11-26 10:00:00')).toEqual(['d', 'c']);
  });

  it('ends where covers go round in a circle', () => {
    const leave = ['a', 'b'].map((id) => ({ contact: id, from: '2026-11-23', until: '2026-11-23', cover: id === 'a' ? 'b' : 'a' }));
    expect(onCall({ ...rota, leave }, ist('2026-11-23 10:00:00')).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('climbs as the end comes nearer', () => {
    const all = onCall(rota, ist('2026-11-23 10:00:00'));
    const climbed = (['50%', '75%', '90%', '30min', '10min', 'due'] as const).map((step) => callAt(step, all).length);
    expect(climbed).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-11-23 21:59:59', false],
    ['2026-11-23 22:00:00', true],
    ['2026-11-24 06:59:59', true],
    ['2026-11-24 07:00:00', false],
  ])('at %s: %s', (at, expected) => expect(isQuiet(rota, ist(at))).toBe(expected));

  it('are none where none are set', () => expect(isQuiet({ ...rota, quiet: null }, ist('2026-11-23 23:00:00'))).toBe(false));
});

describe('a rota', () => {
  it('is accepted when every name is known', () => expect(rotaSchema.safeParse(rota).success).toBe(true));

  it.each([
    ['a shift of a stranger', { shifts: [{ ...rota.shifts[0], contact: 'x' }] }, 'shifts.0.contact'],
    ['a stranger to call next', { shifts: [{ ...rota.shifts[0], next: ['x'] }] }, 'shifts.0.next.0'],
    ['a cover nobody knows', { leave: [{ ...rota.leave[0], cover: 'x' }] }, 'leave.0.cover'],
    ['leave that ends before it begins', { leave: [{ ...rota.leave[0], until: '2026-11-01' }] }, 'leave.0.until'],
    ['one id twice', { contacts: [...rota.contacts, contact('a')] }, 'contacts'],
    ['a time that does not exist', { quiet: { from: '24:00', until: '07:00' } }, 'quiet.from'],
  ])('with %s is refused by field', (_what, over, field) => {
    const result = rotaSchema.safeParse({ ...rota, ...over });
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
});
