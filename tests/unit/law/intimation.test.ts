import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src-main/cases/contract.ts';
import { judgeIntimation } from '../../../src-main/law/rules.ts';
import { ist, rulebook } from './support.ts';

const judge = (facts: Facts, received = '2026-03-10 10:00:00') => judgeIntimation(facts, ist(received), rulebook);
const whole: Facts = {
  source: 'police',
  officerRank: 'Deputy Inspector General of Police',
  inWriting: true,
  reasoned: true,
  legalBasis: 'section 79(3)(b)',
  unlawfulAct: 'impersonation',
  urlsGiven: true,
  authorised: true,
};

describe('the test of an intimation under rule 3(1)(d)', () => {
  it('passes one that has everything', () => {
    expect(judge(whole)).toEqual({ verdict: 'valid', reasons: [] });
  });

  it.each([
    ['inWriting', 'writing'],
    ['reasoned', 'reasons'],
    ['legalBasis', 'legal basis'],
    ['unlawfulAct', 'unlawful act'],
    ['urlsGiven', 'URL'],
    ['authorised', 'authorised'],
  ] as const)('fails one that lacks %s, and says so', (fact, word) => {
    const { verdict, reasons } = judge({ ...whole, [fact]: false });
    expect(verdict).toBe('invalid');
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(word);
  });

  it('names every defect', () => {
    expect(judge({ source: 'police', officerRank: 'SHO', reasoned: false, urlsGiven: false }).reasons).toHaveLength(3);
  });

  it.each(['inWriting', 'reasoned', 'legalBasis', 'unlawfulAct', 'urlsGiven', 'authorised', 'officerRank', 'source'] as const)(
    'leaves it open while %s is not known',
    (fact) => {
      expect(judge({ ...whole, [fact]: undefined }).verdict).toBe('unknown');
    },
  );

  it('exempts court orders', () => {
    expect(judge({ source: 'court', reasoned: false, officerRank: 'Inspector' }).verdict).toBe('valid');
  });

  it.each(['2025-11-14 23:59:59.999', '2021-03-01 10:00:00'])('is not part of the rule at %s', (received) => {
    expect(judge({ ...whole, reasoned: false }, received).verdict).toBe('unknown');
  });

  it('is part of the rule from the first second of 15-11-2025', () => {
    expect(judge({ ...whole, reasoned: false }, '2025-11-15 00:00:00').verdict).toBe('invalid');
  });

  it.each([
    'DIG',
    'D.I.G.',
    'Dy. Inspector General',
    'Inspector-General of Police',
    'ADGP (Cyber)',
    'Commissioner of Police',
    'Joint Commissioner of Police',
    'Joint Secretary',
    'Jt. Secretary (Home)',
    'Principal Secretary',
    'Director',
  ])('takes the rank %s as sufficient', (officerRank) => {
    expect(judge({ ...whole, officerRank }).verdict).toBe('valid');
  });

  it.each([
    'SP',
    'S.P., Cyber Cell',
    'Superintendent of Police',
    'Addl. SP',
    'Sub-Inspector',
    'Inspector of Police',
    'Assistant Commissioner of Police',
    'Deputy Commissioner of Police',
    'Assistant Inspector General',
    'Under Secretary',
    'Deputy Secretary to Government',
    'Deputy Director',
    'Section Officer',
  ])('takes the rank %s as too low', (officerRank) => {
    expect(judge({ ...whole, officerRank }).verdict).toBe('invalid');
  });

  it.each(['District Magistrate', 'SP, office of the DIG', 'nodal officer', '???'])('leaves the rank %s to a person', (officerRank) => {
    expect(judge({ ...whole, officerRank }).verdict).toBe('unknown');
  });
});
