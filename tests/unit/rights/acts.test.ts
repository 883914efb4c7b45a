import { describe, expect, it } from 'vitest';
import { type ActName, actSchemas, type Platform } from '../../../src-main/cases/contract.ts';
import { type CaseFile, closingObstacle, planAct, type Standing } from '../../../src-main/cases/rules.ts';
import { Fault } from '../../../src-main/desk/faults.ts';
import type { WorkStanding } from '../../../src-main/rights/rules.ts';
import { decisionOf, fileOf, holdOf, now, receivedAt, rulesOf, standingOf } from './support.ts';

const remedies = [{ id: 'gac-appeal', cite: 'IT Rules 2021, rule 3A(3)' }];

function standing(file: CaseFile, over: Partial<WorkStanding> = {}): Standing {
  const work = {
    platform: rulesOf(file.platform as Platform),
    standing: standingOf(file, over),
    complainant: 'party:7',
    remedies,
  };
  return { file, items: [], letters: [], now, work };
}

function plan(act: ActName, file: CaseFile, input: unknown, over: Partial<WorkStanding> = {}) {
  const read = actSchemas[act].parse(input);
  return planAct(act, standing(file, over), read as never);
}

function faultOf(run: () => unknown): Fault {
  try {
    run();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const erasure = fileOf('erasure', { platform: 'nojoto', state: 'under-review' });
const access = fileOf('access', { state: 'under-review' });

describe('a decision', () => {
  const reasons = 'As written.';

  it('without a ground is refused, and told which there are', () => {
    for (const ground of [undefined, '', '  ']) {
      const fault = faultOf(() => plan('decide', access, { outcome: 'refused', ground, reasons }));
      expect(fault.detail.issues?.[0]).toMatchObject({ field: 'ground', message: expect.stringMatching(/identity-not-shown/) });
    }
  });

  it('by a coded ground copies the clause and its words as they stand, and the remedies', () => {
    const file = { ...access, platform: 'nojoto' as const };
    const body = plan('decide', file, { outcome: 'refused', ground: 'policy-exception', reasons })[0]?.body;
    expect(body).toMatchObject({
      ground: 'An exception of the policy applies',
      groundCode: 'policy-exception',
      clause: '§7',
      clauseText: expect.stringMatching(/privacy of other users/),
      remedy: remedies,
      open: expect.arrayContaining(['identity', 'search', 'categories']),
    });
  });

  it('by words of the officer’s own keeps them, and the words of a clause that the policy knows', () => {
    const file = { ...access, platform: 'nojoto' as const };
    expect(plan('decide', file, { outcome: 'refused', ground: 'too late', clause: '§9', reasons })[0]?.body).toMatchObject({
      ground: 'too late',
      groundCode: null,
      clause: '§9',
      clauseText: expect.stringMatching(/deleted for good/),
    });
  });

  it('whose ground or outcome does not fit is refused', () => {
    const field = (input: unknown) => faultOf(() => plan('decide', access, input)).detail.issues?.[0];
    expect(field({ outcome: 'upheld', ground: 'identity-not-shown', reasons })).toMatchObject({ field: 'ground' });
    expect(field({ outcome: 'challenged', ground: 'x', reasons })).toMatchObject({ field: 'outcome' });
  });

  it('to erase under a hold is refused with the hold and the clause, and goes on once released', () => {
    const input = { outcome: 'complied', ground: 'policy-right', reasons };
    const holds = [holdOf({ scope: 'connected', accounts: ['@other'] })];
    expect(faultOf(() => plan('decide', erasure, input, { holds })).message).toMatch(/legal hold .* 21-11-2026 .*sample court.*§6/s);
    expect(plan('decide', erasure, { ...input, outcome: 'refused', ground: 'legal-hold' }, { holds })).toHaveLength(1);
    expect(plan('decide', erasure, input)).toHaveLength(1);
    expect(plan('decide', access, { ...input, ground: 'policy-right' }, { holds })).toHaveLength(1);
  });
});

describe('work', () => {
  it.each<[ActName, unknown, string, RegExp]>([
    ['search-system', { system: 'moon', query: 'q', found: 1 }, 'system', /there are accounts, /],
    ['search-system', { system: 'accounts', query: 'q', found: 1, at: '2026-12-01T00:00:00Z' }, 'at', /future/],
    ['search-system', { system: 'backups', query: 'q', found: 1 }, 'system', /is not a system/],
    ['mark-category', { category: 'dreams', held: 'held' }, 'category', /there are account, /],
    ['mark-category', { category: 'logs', held: 'excluded' }, 'clause', /needs the clause/],
    ['redaction', { file: 'a.csv', decision: 'redact' }, 'reason', /what is taken out/],
    ['tell-recipient', { recipient: 'Google', at: '2026-11-01T00:00:00Z', how: 'mail' }, 'at', /before the case was received/],
    ['confirm-system', { system: 'backups', at: receivedAt, by: 'B. Example', reference: 'T-1' }, 'backupExpires', /until when copies/],
    [
      'confirm-system',
      { system: 'backups', at: receivedAt, by: 'B. Example', reference: 'T-1', backupExpires: '2026-01-01' },
      'backupExpires',
      /before/,
    ],
    ['hold', { scope: 'case', instrument: 'x', reason: 'y', until: '2026-01-01' }, 'until', /past/],
    ['hold', { scope: 'connected', instrument: 'x', reason: 'y' }, 'accounts', /name the connected accounts/],
    ['hold', { scope: 'person', accounts: ['a'], instrument: 'x', reason: 'y' }, 'accounts', /belongs to/],
  ])('%s with %o is refused at the field %s', (act, input, field, message) => {
    const file = { ...erasure, kind: act === 'mark-category' ? ('access' as const) : erasure.kind };
    expect(faultOf(() => plan(act, file, input)).detail.issues?.[0]).toMatchObject({ field, message: expect.stringMatching(message) });
  });

  it('is written down with what was asked, found and said', () => {
    const search = { system: 'logs', by: 'B. Example', query: 'user 12', found: 0, note: 'nothing' };
    expect(plan('search-system', erasure, search)[0]).toEqual({
      kind: 'work.done',
      body: {
        sort: 'search',
        name: 'logs',
        result: '0',
        at: now,
        detail: { by: 'B. Example', query: 'user 12', found: 0, note: 'nothing' },
      },
    });
    const confirmed = { system: 'backups', at: receivedAt, by: 'B. Example', reference: 'T-1', backupExpires: '2027-01-31' };
    expect(plan('confirm-system', erasure, confirmed)[0]?.body).toMatchObject({
      sort: 'confirmation',
      result: 'T-1',
      detail: { by: 'B. Example', backupExpires: '2027-01-31' },
    });
  });

  it('of erasing is stopped by a hold', () => {
    const confirmed = { system: 'accounts', at: receivedAt, by: 'B. Example', reference: 'T-1' };
    expect(faultOf(() => plan('confirm-system', erasure, confirmed, { holds: [holdOf()] })).code).toBe('refused');
  });
});

describe('a legal hold', () => {
  it('of the desk’s own needs the consent that a policy promises; one of law does not', () => {
    const file = fileOf('access');
    const hold = { scope: 'person', instrument: 'Our own inquiry', reason: 'fraud' };
    const until = '2027-01-31';
    const asked = { seq: 12, until, reason: 'r', askedAt: now, askedBy: 'user:a', answeredAt: now, how: 'mail' };
    const own = { ...hold, basis: 'own', until };
    expect(faultOf(() => plan('hold', file, own)).detail.issues?.[0]).toMatchObject({ field: 'basis' });
    const no = { consents: [{ ...asked, answer: 'refused' as const }] };
    expect(faultOf(() => plan('hold', file, own, no)).detail.issues?.[0]).toMatchObject({ field: 'basis' });
    const yes = { consents: [{ ...asked, answer: 'given' as const }] };
    expect(plan('hold', file, own, yes)[0]?.body).toMatchObject({ party: 'party:7', consent: 'consent:12' });
    expect(plan('hold', file, hold)[0]?.body).toMatchObject({ basis: 'law', until: null, scope: 'person' });
    expect(plan('hold', { ...file, platform: 'nojoto' }, { ...hold, basis: 'own' })).toHaveLength(1);
  });

  it('ends on the last moment of its day in India, and can be placed on a closed case', () => {
    const closed = fileOf('erasure', { ...decisionOf('refused'), state: 'closed' });
    const body = plan('hold', closed, { scope: 'case', instrument: 'x', reason: 'y', until: '2027-01-31' })[0]?.body;
    expect(body).toMatchObject({ until: '2027-01-31T18:29:59.999Z' });
  });

  it('is released where it was placed, by name where there are several', () => {
    const one = holdOf();
    const release = (holds: WorkStanding['holds'], input: unknown = { reason: 'over' }) => plan('release-hold', erasure, input, { holds });
    expect(release([one])[0]?.body).toEqual({ hold: 'hold:9', reason: 'over' });
    expect(faultOf(() => release([])).message).toMatch(/No legal hold/);
    expect(faultOf(() => release([holdOf({ ref: 'NOJ-2026-000002-2' })])).message).toMatch(/stands on NOJ-2026-000002-2/);
    const two = [one, holdOf({ id: 'hold:10' })];
    expect(faultOf(() => release(two)).detail.issues?.[0]?.message).toMatch(/hold:9, hold:10/);
    expect(release(two, { reason: 'over', hold: 'hold:10' })[0]?.body).toMatchObject({ hold: 'hold:10' });
  });
});

describe('closing', () => {
  const letter = (template: string) => ({ id: 'letter:1', template, sealedAt: now, sentAt: null, supersededBy: null });
  const told = fileOf('access', { ...decisionOf('refused', { sentAt: now }), moments: { received: receivedAt, acknowledgementSent: now } });

  it('waits for every sealed letter that somebody still expects', () => {
    expect(closingObstacle(told, [letter('missing-details')])).toMatch(/missing-details\) has not been sent/);
    expect(closingObstacle(told, [letter('acknowledgement'), letter('decision')])).toBeNull();
    expect(closingObstacle({ ...told, ...decisionOf('refused') }, [])).toMatch(/decision has not been sent/);
  });
});
