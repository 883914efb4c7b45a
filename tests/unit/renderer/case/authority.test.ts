import { describe, expect, it } from 'vitest';
import { actSchemas } from '../../../../src-main/cases/contract.ts';
import { authorityObstacle } from '../../../../src-main/people/rules.ts';
import { authorityProblems, firstAuthority, sentAuthority, standingOf } from '../../../../src-renderer/case/identity/authority.ts';

const today = '2026-11-22';
const filled = {
  ...firstAuthority({ onBehalfOf: null, kind: 'access' }),
  type: 'power-of-attorney' as const,
  name: 'B. Example',
  instrument: 'Registered power of attorney',
  datedOn: '01-10-2026',
};

describe('the form of an authority', () => {
  it('begins with the person the case is on behalf of', () => {
    expect(firstAuthority({ onBehalfOf: 'C. Example', kind: 'access' })).toMatchObject({ side: 'complainant-acts', name: 'C. Example' });
    expect(firstAuthority({ onBehalfOf: null, kind: 'access' })).toMatchObject({ side: 'other-acts', name: '', kinds: ['access'] });
  });

  it('says at each field what is missing or cannot be', () => {
    expect(authorityProblems(firstAuthority({ onBehalfOf: null, kind: 'access' }), today)).toEqual({
      type: 'required',
      name: 'required',
      instrument: 'required',
      datedOn: 'required',
    });
    expect(authorityProblems({ ...filled, datedOn: '23-11-2026' }, today)).toEqual({ datedOn: 'future' });
    expect(authorityProblems({ ...filled, expiresOn: '30-09-2026' }, today)).toEqual({ expiresOn: 'before-dated' });
    expect(authorityProblems({ ...filled, expiresOn: 'soon' }, today)).toEqual({ expiresOn: 'not-day' });
    expect(authorityProblems({ ...filled, scope: 'some', kinds: [] }, today)).toEqual({ kinds: 'required' });
    expect(authorityProblems(filled, today)).toEqual({});
  });

  it('sends the one of the two who is not the complainant, as the desk takes it', () => {
    const sent = sentAuthority({ ...filled, scope: 'some', expiresOn: '01-10-2027' });
    expect(sent).toEqual({
      type: 'power-of-attorney',
      instrument: 'Registered power of attorney',
      datedOn: '2026-10-01',
      expiresOn: '2027-10-01',
      scope: ['access'],
      notarised: false,
      representative: { name: 'B. Example' },
    });
    expect(actSchemas['record-authority'].parse(sent)).toEqual(sent);
    expect(sentAuthority({ ...filled, side: 'complainant-acts' })).toMatchObject({ principal: { name: 'B. Example' } });
  });
});

describe('how an authority stands', () => {
  const base = { type: 'agent' as const, datedOn: '2026-10-01', expiresOn: null, endedOn: null, scope: null };
  const cases = [
    [base, 'in-force'],
    [{ ...base, expiresOn: '2026-11-22' }, 'in-force'],
    [{ ...base, expiresOn: '2026-11-21' }, 'expired'],
    [{ ...base, endedOn: '2026-11-22' }, 'ended'],
    [{ ...base, datedOn: '2026-11-23' }, 'not-yet'],
    [{ ...base, scope: ['erasure'] }, 'out-of-scope'],
    [{ ...base, scope: ['access'] }, 'in-force'],
  ] as const;

  it.each(cases)('%o is %s, and the desk agrees whether it covers the request', (one, standing) => {
    const limits = { ...one, scope: one.scope === null ? null : [...one.scope] };
    expect(standingOf(limits, 'access', today)).toBe(standing);
    expect(authorityObstacle(limits, 'access', today) === null).toBe(standing === 'in-force');
  });
});
