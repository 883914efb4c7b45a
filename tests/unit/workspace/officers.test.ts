import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../../../src-main/workspace/contract/appointments.ts';
import { lintOfficers, officerOn } from '../../../src-main/workspace/rules.ts';

const appointment = (over: Partial<Appointment> = {}): Appointment => ({
  id: 'appointment:1',
  office: 'grievance-officer',
  platform: null,
  name: 'A. Example',
  designation: null,
  email: 'a@mail.example',
  phone: null,
  address: null,
  from: '2026-01-01',
  until: null,
  ...over,
});
const cocial = [{ platform: 'cocial', isSignificant: false }];

describe('the officer of record', () => {
  it('is the one appointed for the platform, before one for the whole organisation', () => {
    const all = [appointment(), appointment({ id: 'appointment:2', platform: 'cocial', name: 'B. Example', from: '2026-06-01' })];
    expect(officerOn(all, 'grievance-officer', 'cocial', '2026-05-31')?.name).toBe('A. Example');
    expect(officerOn(all, 'grievance-officer', 'cocial', '2026-06-01')?.name).toBe('B. Example');
    expect(officerOn(all, 'grievance-officer', 'nojoto', '2026-06-01')?.name).toBe('A. Example');
    expect(officerOn(all, 'nodal-contact', 'cocial', '2026-06-01')).toBeNull();
  });

  it('holds the office on her first and her last day, and not beside them', () => {
    const all = [appointment({ from: '2026-02-01', until: '2026-02-28' })];
    const on = (day: string) => officerOn(all, 'grievance-officer', 'cocial', day) !== null;
    expect(['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01'].map(on)).toEqual([false, true, true, false]);
  });
});

describe('the list of officers', () => {
  it('has nothing wrong with it where one follows the other', () => {
    const all = [appointment({ until: '2026-05-31' }), appointment({ id: 'appointment:2', from: '2026-06-01' })];
    expect(lintOfficers(all, cocial)).toEqual([]);
  });

  it('names the days on which nobody holds the office', () => {
    const all = [appointment({ until: '2026-05-31' }), appointment({ id: 'appointment:2', from: '2026-06-10', until: '2026-12-31' })];
    expect(lintOfficers(all, cocial)).toMatchObject([
      { sort: 'gap', from: '2026-06-01', until: '2026-06-09' },
      { sort: 'gap', from: '2027-01-01', until: null },
    ]);
  });

  it('names the days on which several hold it', () => {
    const all = [appointment({ until: '2026-06-15' }), appointment({ id: 'appointment:2', name: 'B. Example', from: '2026-06-01' })];
    expect(lintOfficers(all, cocial)).toMatchObject([
      { sort: 'overlap', from: '2026-06-01', until: '2026-06-15', names: ['A. Example', 'B. Example'] },
    ]);
  });

  it('asks for a grievance officer everywhere, and for the others on significant platforms', () => {
    const found = (isSignificant: boolean) => lintOfficers([], [{ platform: 'cocial', isSignificant }]).map(({ office }) => office);
    expect(found(false)).toEqual(['grievance-officer']);
    expect(found(true)).toEqual(['grievance-officer', 'nodal-contact', 'compliance-chief']);
  });

  it('calls a day empty exactly when nobody holds the office on it', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    const one = fc.tuple(day, fc.option(day)).map(([a, b]) => {
      const [from = a, until = a] = [a, b ?? a].toSorted();
      return { from, until: b === null ? null : until };
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), day, (spans, on) => {
        const all = spans.map((span, n) => appointment({ id: `appointment:${n}`, ...span }));
        const first = all.map(({ from }) => from).toSorted()[0] as string;
        const isEmpty = lintOfficers(all, cocial).some(
          ({ sort, from, until }) => sort === 'gap' && (from ?? '') <= on && (until === null || on <= until),
        );
        expect(isEmpty).toBe(on >= first && officerOn(all, 'grievance-officer', 'cocial', on) === null);
      }),
    );
  });
});
