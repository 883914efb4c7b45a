import { describe, expect, it } from 'vitest';
import { type CaseKind, caseKinds, contentCategories, type Facts } from '../../../src-main/cases/contract.ts';
import type { ClockInput } from '../../../src-main/law/contract.ts';
import { clocksAnswer, computeClocks, nextLegal, nextTarget, plainClasses } from '../../../src-main/law/rules.ts';
import { inputOf, ist, lawOf, rulebook } from './support.ts';

// Four days, one in each regime the table speaks of. † = counsel may disagree.
const first = '2021-06-01 10:00:00';
const before = '2026-02-10 10:00:00';
const after = '2026-03-10 10:00:00';
const dpdp = '2027-06-01 10:00:00';
const days = { first, before, after, dpdp };
type Day = keyof typeof days;

interface Row {
  kind: CaseKind;
  facts?: Facts;
  rest?: Partial<ClockInput>;
  expected: Partial<Record<Day, string>>;
}

const ack = 'IT-ACK-24H';
const kept = 'IT-PRES-180D';
const appeal = 'GAC-APPEAL-30D';
const significant = { classes: { ...plainClasses, significant: 'yes' } } as const;
const publisher = { classes: { ...plainClasses, publisher: 'yes' } } as const;
const removal: Facts = { removalSought: true, category: 'misleading' };

const rightsWithDuty = (duty: string): Partial<Record<Day, string>> => ({
  first: `${ack} IT-RES-15D† SPDI-GRV-1M†`,
  before: `${ack} IT-RES-15D† SPDI-GRV-1M†`,
  after: `${ack} IT-RES-7D† SPDI-GRV-1M†`,
  dpdp: `${duty} DP-GRV-90D† ${ack} IT-RES-7D†`,
});
const policyRight: Partial<Record<Day, string>> = {
  before: `${ack} IT-RES-15D† SPDI-GRV-1M†`,
  after: `${ack} IT-RES-7D† SPDI-GRV-1M†`,
  dpdp: `${ack} IT-RES-7D†`,
};
const accountChange: Partial<Record<Day, string>> = { after: `${ack} IT-RES-7D†`, dpdp: `${ack} IT-RES-7D†` };
const ownDate: Partial<Record<Day, string>> = { first: 'OWN-DATE', before: 'OWN-DATE', after: 'OWN-DATE', dpdp: 'OWN-DATE' };
const nothing: Partial<Record<Day, string>> = { first: '', before: '', after: '', dpdp: '' };

const rows: Row[] = [
  { kind: 'unsorted', expected: { first: `${ack} IT-RES-15D`, before: `${ack} IT-RES-15D`, after: `${ack} IT-RES-7D` } },
  {
    kind: 'content',
    facts: {},
    expected: {
      first: `${ack} ${kept} IT-RES-15D`,
      before: `${appeal} ${ack} ${kept} IT-RES-15D`,
      after: `${appeal} ${ack} ${kept} IT-RES-7D`,
      dpdp: `${appeal} ${ack} ${kept} IT-RES-7D`,
    },
  },
  {
    kind: 'content',
    facts: removal,
    expected: {
      first: `${ack} ${kept} IT-RES-15D`,
      before: `${appeal} ${ack} IT-FAST-72H ${kept} IT-RES-15D`,
      after: `${appeal} ${ack} IT-FAST-36H ${kept} IT-RES-7D`,
    },
  },
  {
    kind: 'content',
    facts: { removalSought: true },
    expected: { after: `${appeal} ${ack} IT-FAST-36H ${kept} IT-RES-7D` },
  },
  {
    kind: 'content',
    facts: { intimate: true, aboutComplainant: true },
    expected: {
      first: `${ack} IT-NCII-24H ${kept} IT-RES-15D`,
      before: `${appeal} ${ack} IT-NCII-24H ${kept} IT-RES-15D`,
      after: `${appeal} ${ack} IT-NCII-2H ${kept} IT-RES-7D`,
    },
  },
  {
    kind: 'content',
    facts: { intimate: true, aboutComplainant: false },
    expected: { after: `${appeal} ${ack} IT-NCII-2H† ${kept} IT-RES-7D` },
  },
  {
    kind: 'content',
    facts: { category: 'impersonation', aboutComplainant: true },
    expected: { after: `${appeal} ${ack} IT-NCII-2H ${kept} IT-RES-7D` },
  },
  {
    kind: 'content',
    facts: { category: 'impersonation', aboutComplainant: false },
    expected: { after: `${appeal} ${ack} ${kept} IT-RES-7D` },
  },
  {
    kind: 'content',
    facts: { category: 'impersonation' },
    rest: { onBehalf: true },
    expected: { after: `${appeal} ${ack} IT-NCII-2H ${kept} IT-RES-7D` },
  },
  {
    kind: 'content',
    facts: { copyrightNotice: true, category: 'intellectual-property', removalSought: true },
    expected: { first: `CR-36H ${ack} ${kept} IT-RES-15D`, after: `CR-36H ${appeal} ${ack} ${kept} IT-RES-7D` },
  },
  {
    kind: 'content',
    facts: { sexualAndChild: true, synthetic: true },
    expected: {
      before: `${appeal} ${ack} ${kept} IT-RES-15D POCSO-RPT`,
      after: `${appeal} ${ack} ${kept} IT-RES-7D IT-SGI POCSO-RPT`,
    },
  },
  {
    kind: 'content',
    rest: publisher,
    expected: { after: `${appeal} ${ack} ${kept} IT-RES-7D PUB-ACK-24H PUB-DEC-15D` },
  },
  { kind: 'account', expected: { first: `${ack} IT-RES-15D`, before: `${appeal} ${ack} IT-RES-15D`, after: `${appeal} ${ack} IT-RES-7D` } },
  { kind: 'reinstatement', expected: { after: `${appeal} ${ack} IT-RES-7D` } },
  { kind: 'reinstatement', rest: significant, expected: { after: `${appeal} ${ack} IT-RES-7D SSMI-NOT` } },
  {
    kind: 'processing-complaint',
    expected: {
      first: `${ack} IT-RES-15D† SPDI-GRV-1M`,
      before: `${appeal}† ${ack} IT-RES-15D† SPDI-GRV-1M`,
      after: `${appeal}† ${ack} IT-RES-7D† SPDI-GRV-1M`,
      dpdp: `DP-GRV-90D† ${appeal}† ${ack} IT-RES-7D†`,
    },
  },
  { kind: 'consumer', expected: { after: 'EC-ACK-48H EC-RES-1M', dpdp: 'EC-ACK-48H EC-COPY EC-RES-1M' } },
  {
    kind: 'consumer',
    facts: { alsoUser: true },
    expected: { after: `EC-ACK-48H EC-RES-1M ${ack} IT-RES-7D†`, dpdp: `EC-ACK-48H EC-COPY EC-RES-1M ${ack} IT-RES-7D†` },
  },
  { kind: 'security-report', expected: { after: `${ack} IT-RES-7D`, dpdp: `${ack} IT-RES-7D` } },
  {
    kind: 'security-report',
    facts: { reportable: true, personalDataAffected: true },
    expected: { first: `${ack} IT-RES-15D`, after: `CERT-6H ${ack} IT-RES-7D`, dpdp: `CERT-6H DP-BR-72H DP-BR-NOW ${ack} IT-RES-7D` },
  },
  { kind: 'access', expected: rightsWithDuty('DP-ACCESS') },
  { kind: 'recipients', expected: rightsWithDuty('DP-ACCESS') },
  { kind: 'correction', expected: rightsWithDuty('DP-CORR') },
  {
    kind: 'erasure',
    expected: { ...rightsWithDuty('DP-ERASE'), dpdp: `DP-ERASE DP-GRV-90D† DP-RET-1Y ${ack} IT-RES-7D†` },
  },
  {
    kind: 'withdraw-consent',
    expected: { ...rightsWithDuty('DP-WD'), dpdp: `DP-GRV-90D† DP-WD ${ack} IT-RES-7D†` },
  },
  {
    kind: 'nominate',
    expected: { ...rightsWithDuty('DP-NOM'), dpdp: `DP-GRV-90D† DP-NOM ${ack} IT-RES-7D†` },
  },
  { kind: 'restriction', expected: policyRight },
  { kind: 'objection', expected: policyRight },
  { kind: 'portability', expected: policyRight },
  { kind: 'marketing-opt-out', expected: policyRight },
  { kind: 'deactivate', expected: accountChange },
  { kind: 'reactivate', expected: accountChange },
  {
    kind: 'delete-account',
    expected: { after: `${ack} IT-REG-180D IT-RES-7D†`, dpdp: `DP-RET-1Y ${ack} IT-REG-180D IT-RES-7D†` },
  },
  {
    kind: 'child-account',
    expected: { after: `${ack} IT-RES-7D† SPDI-GRV-1M`, dpdp: `DP-CHILD DP-GRV-90D† ${ack} IT-RES-7D†` },
  },
  {
    kind: 'child-account',
    facts: { sexualAndChild: true },
    expected: { after: `${ack} IT-RES-7D† POCSO-RPT SPDI-GRV-1M` },
  },
  {
    kind: 'removal-order',
    expected: {
      first: `IT-ORD-36H-a ${kept} OWN-DATE`,
      before: `IT-ORD-36H-b ${kept} OWN-DATE`,
      after: `IT-ORD-3H ${kept} OWN-DATE`,
      dpdp: `IT-ORD-3H ${kept} OWN-DATE`,
    },
  },
  {
    kind: 'removal-order',
    facts: { source: 'government', urlsGiven: false },
    expected: { first: `IT-ORD-36H-a ${kept} OWN-DATE`, before: `${kept} OWN-DATE`, after: `${kept} OWN-DATE` },
  },
  {
    kind: 'information-order',
    expected: { first: 'IT-INFO-72H OWN-DATE', after: 'IT-INFO-72H OWN-DATE', dpdp: 'DP-CALL IT-INFO-72H OWN-DATE' },
  },
  { kind: 'information-order', facts: { inWriting: false }, expected: { after: 'OWN-DATE' } },
  { kind: 'information-order', facts: { purposeStated: false }, expected: { after: 'OWN-DATE' } },
  {
    kind: 'information-order',
    facts: { instrument: 'BNSS section 94' },
    expected: { after: 'IT-INFO-72H OWN-DATE', dpdp: 'IT-INFO-72H OWN-DATE' },
  },
  { kind: 'blocking-direction', expected: { after: `BLK-ACK-2H BLK-ACT ${kept}†` } },
  {
    kind: 'blocking-direction',
    facts: { noticeToAppear: true },
    expected: { after: `BLK-ACK-2H BLK-ACT BLK-HEAR-48H ${kept}†` },
  },
  { kind: 'interception-direction', expected: { after: 'INT-ACK-2H INT-DEST-2M INT-LIST-15D' } },
  { kind: 'originator-order', expected: ownDate },
  { kind: 'court-summons', expected: ownDate },
  { kind: 'board-notice', expected: ownDate },
  { kind: 'appellate-order', expected: ownDate },
  { kind: 'preservation-request', expected: nothing },
  { kind: 'emergency-request', expected: nothing },
  { kind: 'foreign-request', expected: nothing },
  { kind: 'private-legal-notice', expected: { first: `${ack} IT-RES-15D`, after: `${ack} IT-RES-7D` } },
  {
    kind: 'private-legal-notice',
    facts: { ...removal, intimate: true },
    expected: { after: `${appeal} ${ack} IT-FAST-36H IT-NCII-2H ${kept} IT-RES-7D` },
  },
  { kind: 'appeal-reply', expected: { first: 'OWN-DATE', after: 'GAC-RES-30D OWN-DATE' } },
  { kind: 'breach', expected: { first: '', before: 'CERT-6H', after: 'CERT-6H', dpdp: 'CERT-6H DP-BR-72H† DP-BR-NOW†' } },
  { kind: 'voluntary-removal', expected: { after: kept } },
  { kind: 'voluntary-removal', rest: significant, expected: { after: `${kept} SSMI-NOT` } },
  { kind: 'user-notice', expected: nothing },
  {
    kind: 'periodic-notice',
    expected: { first: 'IT-NOTICE-1Y IT-RULES-1Y', before: 'IT-NOTICE-1Y† IT-RULES-1Y', after: 'IT-NOTICE-3M IT-RULES-1Y' },
  },
  { kind: 'compliance-report', expected: { first: 'SSMI-MCR', after: 'SSMI-MCR', dpdp: 'SSMI-MCR' } },
  { kind: 'compliance-report', rest: publisher, expected: { after: 'PUB-MCR SSMI-MCR' } },
];

const cases = rows.flatMap(({ kind, facts, rest, expected }) =>
  Object.entries(expected).map(([day, ids]) => ({ kind, facts, rest, day: day as Day, ids, told: JSON.stringify(facts ?? {}) })),
);

describe('which clocks run for which kind', () => {
  it('the table speaks of every kind', () => {
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(caseKinds));
  });

  it.each(cases)('a $kind with $told ($day) carries: $ids', ({ kind, facts, rest, day, ids }) => {
    expect(lawOf(kind, days[day], facts, rest)).toEqual(ids === '' ? [] : ids.split(' ').sort());
  });

  it.each(
    contentCategories.map((category) => ({ category, isFast: !['ownership', 'intellectual-property', 'other-law'].includes(category) })),
  )('a removal sought for $category is fast: $isFast', ({ category, isFast }) => {
    expect(lawOf('content', after, { removalSought: true, category }).includes('IT-FAST-36H')).toBe(isFast);
  });

  it.each(caseKinds)('an open case of kind %s always has a legal date or an internal target', (kind) => {
    for (const received of [first, before, after, dpdp, '2005-01-01 00:00:00']) {
      const clocks = computeClocks(inputOf({ kind, received }), rulebook);
      expect(nextLegal(clocks) ?? nextTarget(clocks)).not.toBeNull();
    }
  });
});

describe('the change of a rule falls on 00:00:00 IST', () => {
  it.each([
    { kind: 'account', last: '2026-02-19 23:59:59.999', next: '2026-02-20 00:00:00', old: 'IT-RES-15D', fresh: 'IT-RES-7D' },
    {
      kind: 'content',
      last: '2026-02-19 23:59:59.999',
      next: '2026-02-20 00:00:00',
      old: 'IT-FAST-72H',
      fresh: 'IT-FAST-36H',
      facts: removal,
    },
    {
      kind: 'content',
      last: '2026-02-19 23:59:59.999',
      next: '2026-02-20 00:00:00',
      old: 'IT-NCII-24H',
      fresh: 'IT-NCII-2H',
      facts: { intimate: true },
    },
    { kind: 'removal-order', last: '2025-11-14 23:59:59.999', next: '2025-11-15 00:00:00', old: 'IT-ORD-36H-a', fresh: 'IT-ORD-36H-b' },
    { kind: 'removal-order', last: '2026-02-19 23:59:59.999', next: '2026-02-20 00:00:00', old: 'IT-ORD-36H-b', fresh: 'IT-ORD-3H' },
    { kind: 'periodic-notice', last: '2026-02-19 23:59:59.999', next: '2026-02-20 00:00:00', old: 'IT-NOTICE-1Y', fresh: 'IT-NOTICE-3M' },
    { kind: 'child-account', last: '2027-05-12 23:59:59.999', next: '2027-05-13 00:00:00', old: 'SPDI-GRV-1M', fresh: 'DP-GRV-90D' },
  ] as const)('$kind: $old at the last millisecond, $fresh at the first of $next', ({ kind, last, next, old, fresh, ...rest }) => {
    const facts = 'facts' in rest ? rest.facts : {};
    const ids = (received: string) => lawOf(kind, received, facts).map((id) => id.replace('†', ''));
    expect(ids(last)).toEqual(expect.arrayContaining([old]));
    expect(ids(last)).not.toContain(fresh);
    expect(ids(next)).toEqual(expect.arrayContaining([fresh]));
    expect(ids(next)).not.toContain(old);
  });
});

describe('what is not known is said', () => {
  const notes = (kind: CaseKind, received: string, facts: Facts = {}, rest: Partial<ClockInput> = {}) =>
    clocksAnswer(inputOf({ kind, received, facts, ...rest }), rulebook, ist(received)).notes;

  it('an unset category is counted as a fast one, marked assumed', () => {
    const clocks = computeClocks(inputOf({ kind: 'content', received: after, facts: { removalSought: true } }), rulebook);
    expect(clocks.find(({ rule }) => rule === 'IT-FAST-36H')?.assumed).toEqual(['category']);
    expect(notes('content', after, { removalSought: true }).join(' ')).toContain('IT-FAST-36H is assumed: category');
  });

  it('an unanswered question about intimacy shows how short the limit may be', () => {
    expect(notes('content', after).join(' ')).toContain('may be 2 h');
    expect(notes('content', before).join(' ')).toContain('may be 24 h');
    expect(notes('content', after, { intimate: false }).join(' ')).not.toContain('may be');
  });

  it('an order with open facts counts as valid and says what is assumed', () => {
    const clocks = computeClocks(inputOf({ kind: 'removal-order', received: after, facts: { source: 'police' } }), rulebook);
    expect(clocks.find(({ rule }) => rule === 'IT-ORD-3H')?.assumed).toContain('officerRank');
  });

  it('a court order is exempt from the test of the intimation', () => {
    expect(lawOf('removal-order', after, { source: 'court', reasoned: false, inWriting: false })).toContain('IT-ORD-3H');
  });

  it('an instant before any rule is answered with a note instead of silence', () => {
    expect(notes('content', '2010-01-01 00:00:00')).toContain('No rule of this rulebook was in force for this kind of case on 01-01-2010.');
  });

  it('a platform that denies or disputes the class of a rule gets its clocks marked disputed', () => {
    const classes = { ...plainClasses, intermediary: 'disputed', 'e-commerce': 'no' } as const;
    expect(lawOf('account', after, {}, { classes })).toEqual([`${appeal}`, `${ack}†`, 'IT-RES-7D†']);
    expect(lawOf('consumer', after, {}, { classes })).toEqual(['EC-ACK-48H†', 'EC-RES-1M†']);
    expect(notes('consumer', after, {}, { classes }).join(' ')).toContain('does not record the platform for certain as: e-commerce');
  });

  it('imported history is called history', () => {
    expect(notes('account', after, {}, { historical: true })[0]).toContain('Imported history');
  });
});
