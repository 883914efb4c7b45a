import { describe, expect, it } from 'vitest';
import { type Calendar, type ClockInput, stepSorts } from '../../../../src-main/law/contract.ts';
import { computeClocks, explanationOf, plainClasses } from '../../../../src-main/law/rules.ts';
import { en } from '../../../../src-renderer/app/i18n/en/index.ts';
import { copyTextOf, linesOf } from '../../../../src-renderer/law/explanation-lines.ts';
import { rulebook, sayIn } from './support.ts';

const calendar: Calendar = {
  format: 1,
  id: 'example',
  title: 'Example',
  version: '1',
  weeklyOff: ['sun'],
  years: [2026],
  holidays: [{ date: '2026-08-15', name: 'Independence Day', check: false }],
  sources: [],
  notes: [],
};
const receivedAt = '2026-08-13T04:30:00.000Z';
const input: ClockInput = { kind: 'account', receivedAt, facts: {}, classes: plainClasses, moments: { received: receivedAt } };

function told(rule: string, given: ClockInput = input) {
  const clock = computeClocks(given, rulebook).find((one) => one.rule === rule);
  if (!clock) throw new Error(`No clock ${rule}.`);
  return explanationOf(clock, given, rulebook, { ref: 'COC-2026-000001-1', calendar });
}

describe('the steps of an explanation', () => {
  it('are said in the language of the window, to the second, with the law in its own words', () => {
    const lines = linesOf(told('IT-RES-7D').steps, sayIn('en'));
    expect(lines.map(({ said }) => said)).toEqual([
      'Received 13-08-2026 10:00:00 IST; law counts in Indian Standard Time',
      'IT-RES-7D is the version in force at receipt (since 20-02-2026)',
      'The clock starts 13-08-2026 10:00:00 IST',
      '7 days: the day of the start (13-08-2026) is left out, the last day counts to 23:59:59 IST',
      'Holidays are not applied',
      'The clock ran on through: Sat 15-08-2026 (Independence Day), Sun 16-08-2026',
      'No pause is applied',
      'Due 20-08-2026 23:59:59 IST; an act in that second is in time',
    ]);
    expect(lines[1]?.law).toBe(`IT Rules 2021, rule 3(2)(a)(i). ${rulebook.counting.version}`);
    expect(lines[4]?.law).toBe(rulebook.counting.weekends);
  });

  it('are Hindi in the Hindi window, and leave the law as it is', () => {
    const lines = linesOf(told('IT-RES-7D').steps, sayIn('hi'));
    for (const { said } of lines) expect(said).toMatch(/\p{Script=Devanagari}/u);
    expect(lines[4]?.law).toBe(rulebook.counting.weekends);
    expect(lines[3]?.said).toContain('7 दिन');
  });

  it('leave no value unfilled, whatever the step', () => {
    const say = sayIn('en');
    const paused = { at: receivedAt, code: 'other' as const, text: 'a reason' };
    const own = {
      ...input,
      target: {
        setAt: receivedAt,
        due: '2026-08-20T18:29:59.000Z',
        reason: 'agreed',
        working: { days: 5, calendar: 'example', version: '1', hash: '' },
        paused,
        pauses: [{ ...paused, until: '2026-08-14T04:30:00.000Z', endedBy: 'person' as const }],
      },
    };
    const all = [own, { ...input, kind: 'content' as const, facts: { synthetic: true } }].flatMap((given) =>
      computeClocks(given, rulebook).flatMap((clock) => explanationOf(clock, given, rulebook, { ref: null, calendar }).steps),
    );
    expect(new Set(all.map(({ what }) => what)).size).toBeGreaterThan(12);
    for (const { said } of linesOf(all, say)) expect(said).not.toMatch(/\{\{|undefined|NaN|Invalid/);
  });

  it('have words for every sort', () => {
    expect(Object.keys(en.law.steps).sort()).toEqual([...stepSorts].sort());
  });
});

describe('the copy of an explanation', () => {
  const asOf = { version: rulebook.version, asOf: rulebook.asOf };

  it('is the desk’s own text in English', () => {
    const explanation = told('IT-RES-7D');
    expect(copyTextOf(explanation, asOf, 'COC-2026-000001-1', sayIn('en'))).toBe(explanation.text);
  });

  it('is framed in Hindi around the words of the law', () => {
    const text = copyTextOf(told('IT-RES-7D'), asOf, 'COC-2026-000001-1', sayIn('hi'));
    expect(text).toContain('COC-2026-000001-1 – IT-RES-7D');
    expect(text).toContain('G.S.R.');
    expect(text).toContain('20-08-2026 23:59:59 IST तक');
    expect(text).toContain(rulebook.counting.weekends);
    expect(text).toContain(`नियम-संग्रह ${rulebook.version}`);
  });

  it('says of a target that it is no law', () => {
    const given = { ...input, kind: 'foreign-request' as const };
    expect(copyTextOf(told('DESK-FOREIGN', given), asOf, null, sayIn('hi'))).toContain('विधि की सीमा नहीं');
  });
});
