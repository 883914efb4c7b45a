import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { governmentKinds, platforms } from '../../../src-main/cases/contract.ts';
import type { Fault } from '../../../src-main/desk/faults.ts';
import type { InstrumentBook } from '../../../src-main/government/contract.ts';
import { readInstruments } from '../../../src-main/government/rules.ts';
import { book, bookText, rulebook } from './support.ts';

type Problem = { line: number | null; field: string; message: string };

function problemsOf(edit: (json: InstrumentBook) => void): Problem[] {
  const json = JSON.parse(bookText) as InstrumentBook;
  edit(json);
  try {
    readInstruments(JSON.stringify(json, null, 1));
  } catch (error) {
    return (error as Fault).detail['problems'] as Problem[];
  }
  return [];
}

const profileDir = new URL('../../../resources/platforms/', import.meta.url);
const wordingsOfPolicies = readdirSync(profileDir).flatMap((name) => {
  const profile = JSON.parse(readFileSync(new URL(name, profileDir), 'utf8')) as { legalRequests: { wording: string }[] };
  return profile.legalRequests.map(({ wording }) => wording);
});

describe('the instruments that ship', () => {
  it('serve every kind of government work', () => {
    expect(new Set(book.instruments.map(({ kind }) => kind))).toEqual(new Set(governmentKinds));
  });

  it.each(book.instruments.map(({ id, clocks }): [string, string[]] => [id, clocks]))(
    '%s names only rules of the rulebook',
    (_id, clocks) => {
      const known = new Set(rulebook.rules.map(({ id }) => id));
      expect(clocks.filter((rule) => !known.has(rule))).toEqual([]);
    },
  );

  it.each(book.instruments.map((one): [string, typeof one] => [one.id, one]))('%s names only rules that apply to its kind', (_id, one) => {
    const applying = rulebook.rules.filter(({ appliesTo }) => appliesTo.some(({ kinds }) => (kinds as string[]).includes(one.kind)));
    expect(one.clocks.filter((rule) => !applying.some(({ id }) => id === rule))).toEqual([]);
  });

  it('ask for every particular that they test or need', () => {
    for (const { id, fields, needs, void: bad, query } of book.instruments) {
      const tested = [...bad, ...query].map((name) => book.tests.find((test) => test.id === name)?.field);
      expect([id, [...tested, ...needs].filter((field) => field && !fields.includes(field))]).toEqual([id, []]);
    }
  });

  it('test an executive intimation as the rulebook does', () => {
    const { requires, ranks, from } = rulebook.intimationTest;
    for (const name of ['intimation-3-1-d', 'police-notice']) {
      const one = book.instruments.find(({ id }) => id === name);
      expect(one?.void).toHaveLength(requires.length + 1);
      expect(one?.voidSince).toBe(from);
    }
    const said = book.tests.map(({ missing }) => missing.en);
    expect(requires.map(({ missing }) => missing).filter((text) => !said.includes(text))).toEqual([]);
    expect(ranks.enough).toContain('deputy inspector general');
  });

  it('say what every wording of the five policies is in Indian law, or that it is none', () => {
    const known = new Set(book.wordings.map(({ words }) => words));
    expect(wordingsOfPolicies.filter((words) => !known.has(words))).toEqual([]);
    expect(book.wordings.filter(({ words }) => !wordingsOfPolicies.includes(words))).toEqual([]);
    expect(book.wordings.find(({ words }) => words.startsWith('Cyber Law'))?.instruments).toEqual([]);
    const subpoena = book.wordings.find(({ words }) => words === 'subpoena');
    expect(subpoena?.instruments.every((id) => book.instruments.find((one) => one.id === id)?.process === 'none')).toBe(true);
  });

  it('name no platform', () => {
    for (const name of platforms) expect(bookText.toLowerCase()).not.toContain(name);
  });

  it('wall off what the law keeps secret', () => {
    const walled = book.instruments.filter(({ confidentiality }) => confidentiality === 'walled').map(({ id }) => id);
    expect(walled.toSorted()).toEqual(['dpdp-36', 'dpdp-37', 'it-69', 'it-69a', 'it-69b']);
  });
});

describe('a book of instruments that is wrong', () => {
  it.each<[string, (json: InstrumentBook) => void, string, RegExp]>([
    ['an unknown test', (json) => json.instruments[0]?.query.push('moon'), 'instruments.0.query.3', /moon is no test/],
    ['an unknown kind', (json) => Object.assign(json.instruments[0] ?? {}, { kind: 'access' }), 'instruments.0.kind', /Invalid option/],
    ['a need that is not asked for', (json) => json.instruments[0]?.needs.push('danger'), 'instruments.0.needs.4', /danger is no field/],
    ['an instrument twice', (json) => json.instruments.push(json.instruments[0] as never), 'instruments.29.id', /stands twice/],
    [
      'a rank that nothing tests',
      (json) => Object.assign(json.instruments[0] ?? {}, { rank: 'secretary' }),
      'instruments.0.rank',
      /test of the rank/,
    ],
    ['an unknown field', (json) => Object.assign(json, { colour: 'red' }), 'colour', /\S/],
    ['a kind without instrument', (json) => json.instruments.splice(-1, 1), 'instruments', /none of the kind appellate-order/],
    ['a wording of nothing', (json) => json.wordings[0]?.instruments.push('moon'), 'wordings.0.instruments.0', /moon is no instrument/],
  ])('%s is refused with its field and line', (_name, edit, field, message) => {
    const [problem] = problemsOf(edit);
    expect(problem?.field).toBe(field);
    expect(problem?.message).toMatch(message);
    expect(problem?.line).toBeGreaterThan(0);
  });

  it('refuses a newer format', () => {
    expect(() => readInstruments(JSON.stringify({ ...JSON.parse(bookText), format: 2 }))).toThrow(/cannot be used/);
  });
});
