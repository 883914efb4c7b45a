import { describe, expect, it } from 'vitest';
import type { CaseKind, Facts } from '../../../src-main/cases/contract.ts';
import type { CaseMoments } from '../../../src-main/law/contract.ts';
import { clockByRule, clocksAnswer, judgeIntimation } from '../../../src-main/law/rules.ts';
import { clockOf, clocksOf, inputOf, ist, rulebook, shown } from './support.ts';

interface Row {
  n: number;
  kind: CaseKind;
  received: string;
  rule: string;
  due: string;
  facts?: Facts;
  moments?: Omit<CaseMoments, 'received'>;
  onBehalf?: boolean;
}

const removal: Facts = { removalSought: true, category: 'obscene-or-invasive' };

// The worked examples of the law file that a kind of case carries; instants in IST.
const rows: Row[] = [
  { n: 1, kind: 'content', received: '2022-10-27 14:00:00', rule: 'IT-RES-15D', due: '2022-11-11 23:59:59', facts: removal },
  { n: 2, kind: 'content', received: '2022-10-27 14:00:00', rule: 'IT-ACK-24H', due: '2022-10-28 14:00:00', facts: removal },
  { n: 4, kind: 'content', received: '2022-10-28 09:00:00', rule: 'IT-FAST-72H', due: '2022-10-31 09:00:00', facts: removal },
  {
    n: 6,
    kind: 'content',
    received: '2024-02-28 22:15:00',
    rule: 'IT-NCII-24H',
    due: '2024-02-29 22:15:00',
    facts: { category: 'impersonation', aboutComplainant: true },
  },
  {
    n: 8,
    kind: 'removal-order',
    received: '2025-11-14 16:00:00',
    rule: 'IT-ORD-36H-a',
    due: '2025-11-16 04:00:00',
    facts: { source: 'police', officerRank: 'Superintendent of Police', reasoned: false },
  },
  {
    n: 11,
    kind: 'removal-order',
    received: '2026-02-10 12:00:00',
    rule: 'IT-ORD-36H-b',
    due: '2026-02-12 00:00:00',
    facts: { source: 'court' },
  },
  { n: 12, kind: 'account', received: '2026-02-15 11:00:00', rule: 'IT-RES-15D', due: '2026-03-02 23:59:59' },
  { n: 13, kind: 'content', received: '2026-02-15 10:00:00', rule: 'IT-NCII-24H', due: '2026-02-16 10:00:00', facts: { intimate: true } },
  {
    n: 16,
    kind: 'removal-order',
    received: '2026-02-19 23:59:59',
    rule: 'IT-ORD-36H-b',
    due: '2026-02-21 11:59:59',
    facts: { source: 'court' },
  },
  {
    n: 17,
    kind: 'removal-order',
    received: '2026-02-20 00:00:00',
    rule: 'IT-ORD-3H',
    due: '2026-02-20 03:00:00',
    facts: { source: 'court' },
  },
  {
    n: 19,
    kind: 'content',
    received: '2026-02-20 00:30:00',
    rule: 'IT-NCII-2H',
    due: '2026-02-20 02:30:00',
    facts: { intimate: true, aboutComplainant: false },
    onBehalf: true,
  },
  { n: 20, kind: 'account', received: '2026-02-20 00:00:00', rule: 'IT-RES-7D', due: '2026-02-27 23:59:59' },
  {
    n: 22,
    kind: 'content',
    received: '2026-03-01 08:00:00',
    rule: 'IT-RES-7D',
    due: '2026-03-08 23:59:59',
    facts: { category: 'intellectual-property' },
  },
  { n: 24, kind: 'account', received: '2026-03-10 23:59:59', rule: 'IT-RES-7D', due: '2026-03-17 23:59:59' },
  { n: 25, kind: 'account', received: '2026-03-10 23:59:59', rule: 'IT-ACK-24H', due: '2026-03-11 23:59:59' },
  { n: 28, kind: 'information-order', received: '2026-06-12 17:45:00', rule: 'IT-INFO-72H', due: '2026-06-15 17:45:00' },
  {
    n: 29,
    kind: 'removal-order',
    received: '2026-02-20 00:00:00',
    rule: 'IT-PRES-180D',
    due: '2026-08-19 23:59:59',
    moments: { firstRemoval: ist('2026-02-20 02:40:00') },
  },
  {
    n: 32,
    kind: 'account',
    received: '2026-03-25 10:00:00',
    rule: 'GAC-APPEAL-30D',
    due: '2026-04-30 23:59:59',
    moments: { complainantTold: ist('2026-03-31 18:00:00') },
  },
  { n: 33, kind: 'appeal-reply', received: '2026-04-30 12:00:00', rule: 'GAC-RES-30D', due: '2026-05-30 23:59:59' },
  { n: 35, kind: 'breach', received: '2026-07-31 22:10:00', rule: 'CERT-6H', due: '2026-08-01 04:10:00' },
  { n: 39, kind: 'processing-complaint', received: '2026-01-31 10:00:00', rule: 'SPDI-GRV-1M', due: '2026-02-28 23:59:59' },
  { n: 41, kind: 'consumer', received: '2026-10-30 21:00:00', rule: 'EC-ACK-48H', due: '2026-11-01 21:00:00' },
  { n: 43, kind: 'consumer', received: '2028-01-30 09:00:00', rule: 'EC-RES-1M', due: '2028-02-29 23:59:59' },
  { n: 46, kind: 'breach', received: '2026-11-13 08:00:00', rule: 'CERT-6H', due: '2026-11-13 14:00:00' },
  { n: 47, kind: 'processing-complaint', received: '2026-11-14 10:00:00', rule: 'SPDI-GRV-1M', due: '2026-12-14 23:59:59' },
  { n: 49, kind: 'breach', received: '2027-05-13 09:00:00', rule: 'DP-BR-72H', due: '2027-05-16 09:00:00' },
  { n: 52, kind: 'processing-complaint', received: '2027-05-14 10:00:00', rule: 'DP-GRV-90D', due: '2027-08-12 23:59:59' },
];

describe('the worked examples of the law', () => {
  it.each(rows)('row $n: $rule of a $kind received $received is due $due', ({ rule, due, ...row }) => {
    const moments = row.moments ? { received: ist(row.received), ...row.moments } : undefined;
    expect(shown(clockOf(rule, { ...row, moments }).due)).toBe(due);
  });

  it.each([
    { n: 6, rule: 'IT-NCII-24H', start: '2024-02-28 22:15:00', due: '2024-02-29 22:15:00' },
    { n: 29, rule: 'IT-PRES-180D', start: '2026-02-20 02:40:00', due: '2026-08-19 23:59:59' },
    { n: 32, rule: 'GAC-APPEAL-30D', start: '2026-03-31 18:00:00', due: '2026-04-30 23:59:59' },
    { n: 54, rule: 'DP-48H', start: '2030-05-14 00:00:00', due: '2030-05-12 00:00:00' },
  ])('row $n: $rule started on its own at $start is due $due', ({ rule, start, due }) => {
    expect(shown(clockByRule(rule, ist(start), rulebook)?.due ?? null)).toBe(due);
  });
});

describe('the examples whose answer is no date', () => {
  const notice: Facts = { source: 'police', officerRank: 'SP', reasoned: false };

  it('row 1: before 28-10-2022 there is no fast limit, and a note says when it starts', () => {
    const asked = { kind: 'content', received: '2022-10-27 14:00:00', facts: removal } as const;
    expect(clocksOf(asked).map(({ rule }) => rule)).not.toContain('IT-FAST-72H');
    expect(clocksAnswer(inputOf(asked), rulebook, ist('2022-10-27 15:00:00')).notes.join(' ')).toContain('IT-FAST-72H (from 28-10-2022)');
  });

  it('row 9: from 15-11-2025 a bare police e-mail starts no limit; it is named non-compliant and answered the same day', () => {
    const input = inputOf({ kind: 'removal-order', received: '2025-11-15 00:00:00', facts: notice });
    const { clocks, notes } = clocksAnswer(input, rulebook, ist('2025-11-15 09:00:00'));
    expect(clocks.filter(({ rule }) => rule.startsWith('IT-ORD'))).toEqual([]);
    expect(clocks.find(({ rule }) => rule === 'DESK-NONCOMPLIANT')?.due).toBe('2025-11-15T23:59:59+05:30');
    expect(notes[0]).toBe(
      'NON-COMPLIANT NOTICE: it gives no reasons; the officer is below Joint Secretary (Director where no such rank is appointed), or below Deputy Inspector General in the police.',
    );
  });

  it('row 8: the day before, the same e-mail starts 36 hours, marked disputed', () => {
    expect(clockOf('IT-ORD-36H-a', { kind: 'removal-order', received: '2025-11-14 23:59:59', facts: notice }).disputed).toBe(true);
    expect(judgeIntimation(notice, ist('2025-11-14 16:00:00'), rulebook).verdict).toBe('unknown');
  });

  it('row 20: an instant in UTC is counted on the IST calendar', () => {
    const clock = clocksOf({ kind: 'account', received: '2026-02-20 00:00:00' }).find(({ rule }) => rule === 'IT-RES-7D');
    expect(clock).toMatchObject({ start: '2026-02-19T18:30:00.000Z', due: '2026-02-27T18:29:59.000Z' });
  });

  it('row 46: on 13-11-2026 the breach duties of the DPDP Act do not run yet', () => {
    const { clocks, notes } = clocksAnswer(
      inputOf({ kind: 'breach', received: '2026-11-13 08:00:00' }),
      rulebook,
      ist('2026-11-13 08:00:00'),
    );
    expect(clocks.map(({ rule }) => rule)).toEqual(['CERT-6H']);
    expect(notes).toContain('Not yet in force on 13-11-2026: DP-BR-NOW (from 13-05-2027), DP-BR-72H (from 13-05-2027).');
  });

  it('row 58: the monthly report has no day in law and a target of the desk', () => {
    const clocks = clocksOf({ kind: 'compliance-report', received: '2026-10-31 23:59:59' });
    expect(clocks.find(({ rule }) => rule === 'SSMI-MCR')).toMatchObject({ due: null, state: 'duty' });
    expect(shown(clocks.find(({ rule }) => rule === 'DESK-REPORT')?.due ?? null)).toBe('2026-11-30 23:59:59');
  });
});

describe('where lawyers could disagree, the other reading is shown', () => {
  const otherDues = (rule: string, kind: CaseKind, received: string, facts: Facts = {}) =>
    clockOf(rule, { kind, received, facts }).alternatives.map(({ due }) => shown(due));

  it.each([
    { n: 12, rule: 'IT-RES-15D', kind: 'account', received: '2026-02-15 11:00:00', other: '2026-02-27 23:59:59' },
    {
      n: 16,
      rule: 'IT-ORD-36H-b',
      kind: 'removal-order',
      received: '2026-02-19 23:59:59',
      other: '2026-02-20 03:00:00',
      facts: { source: 'court' },
    },
    { n: 39, rule: 'SPDI-GRV-1M', kind: 'processing-complaint', received: '2026-01-31 10:00:00', other: '2026-03-03 23:59:59' },
    { n: 4, rule: 'IT-FAST-72H', kind: 'content', received: '2022-10-28 09:00:00', other: null, facts: removal },
    { n: 49, rule: 'DP-BR-72H', kind: 'breach', received: '2027-05-13 09:00:00', other: null },
  ] as const)('row $n: $rule received $received may instead be due $other', ({ rule, kind, received, other, ...rest }) => {
    expect(otherDues(rule, kind, received, 'facts' in rest ? rest.facts : {})).toEqual([other]);
    expect(clockOf(rule, { kind, received, facts: 'facts' in rest ? rest.facts : {} }).disputed).toBe(true);
  });

  it('row 28: an earlier date of the order itself is named beside the 72 hours', () => {
    const respondBy = ist('2026-06-13 10:00:00');
    const asked = { kind: 'information-order', received: '2026-06-12 17:45:00', facts: { respondBy } } as const;
    expect(otherDues('IT-INFO-72H', asked.kind, asked.received, asked.facts)).toEqual(['2026-06-13 10:00:00']);
    expect(clockOf('OWN-DATE', asked).due).toBe(respondBy);
  });

  it.each([
    { rule: 'IT-RES-15D', received: '2026-01-20 11:00:00', why: 'ends before the amendment' },
    { rule: 'IT-RES-7D', received: '2026-02-20 00:00:00', why: 'was received under it' },
  ])('$rule received $received shows no conservative date, because it $why', ({ rule, received }) => {
    expect(clockOf(rule, { kind: 'account', received })).toMatchObject({ alternatives: [], disputed: false });
  });

  it('a conservative date is no longer shown once the clock was stopped before the amendment', () => {
    const received = '2026-02-15 11:00:00';
    const moments = { received: ist(received), decisionSent: ist('2026-02-18 11:00:00') };
    expect(clockOf('IT-RES-15D', { kind: 'account', received, moments }).alternatives).toEqual([]);
  });

  it('on 13-05-2027 the SPDI limit is gone by one reading and noted as running by the other', () => {
    const answer = clocksAnswer(
      inputOf({ kind: 'processing-complaint', received: '2027-05-13 10:00:00' }),
      rulebook,
      ist('2027-05-13 10:00:00'),
    );
    expect(answer.clocks.map(({ rule }) => rule)).not.toContain('SPDI-GRV-1M');
    expect(answer.notes.join(' ')).toContain('SPDI-GRV-1M would still run under another reading');
  });

  it('an SPDI limit that would end after the Rules lost their basis is marked', () => {
    expect(otherDues('SPDI-GRV-1M', 'processing-complaint', '2027-05-12 23:59:59')).toEqual([null]);
    expect(otherDues('SPDI-GRV-1M', 'processing-complaint', '2027-03-01 10:00:00')).toEqual([]);
  });
});
