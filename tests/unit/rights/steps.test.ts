import { describe, expect, it } from 'vitest';
import { type CaseKind, caseKinds, type Platform, platforms } from '../../../src-main/cases/contract.ts';
import { recipientsOf, systemsOf } from '../../../src-main/rights/rules/platform.ts';
import { nextStep } from '../../../src-main/rights/rules.ts';
import { decisionOf, fileOf, holdOf, now, rulesOf, standingOf, workOf } from './support.ts';

const pairs = caseKinds.flatMap((kind) => platforms.map((platform): [CaseKind, Platform] => [kind, platform]));
const acknowledged = { received: '2026-11-21T06:30:00.000Z', acknowledgementSent: now };
const actOf = (kind: CaseKind, platform: Platform, over = {}, more = {}) =>
  nextStep(kind, rulesOf(platform), standingOf(fileOf(kind, { platform, ...over }), more)).next;

describe.each(pairs)('the next step of %s on %s', (kind, platform) => {
  const rules = rulesOf(platform);

  it('leads from receipt through every step of its workflow to the close', () => {
    const { steps, done, missing, next } = nextStep(kind, rules, standingOf(fileOf(kind, { platform })));
    expect([...done, ...missing].map(({ id }) => id).sort()).toEqual(steps.map(({ id }) => id).sort());
    expect(next.step).toBe(missing[0]?.id);
    expect(steps.at(-1)?.evidence).toBe('closed');
    expect(steps.map(({ evidence }) => evidence)).toEqual(expect.arrayContaining(['decided', 'letter-sealed', 'letter-sent']));
  });

  it('asks first for a doubtful receipt, and ends with nothing once closed', () => {
    expect(actOf(kind, platform, { confirmReceipt: true })).toMatchObject({ act: 'amend', step: 'receipt' });
    expect(actOf(kind, platform, { ...decisionOf('refused'), state: 'closed' }).act).toBeNull();
  });

  it('is to close once the request was withdrawn', () => {
    expect(actOf(kind, platform, { moments: { ...acknowledged, withdrawn: now } }).act).toBe('close');
  });

  it('is the letter after a refusal, its dispatch once sealed, the close once sent', () => {
    if (kind === 'unsorted') return;
    const { template } = actOf(kind, platform, { ...decisionOf('refused'), moments: { ...acknowledged, reportSent: now } });
    expect(template).not.toBeNull();
    const sealed = { template: template ?? '', sealedAt: now, sentAt: null, supersededBy: null };
    const moments = { ...acknowledged, reportSent: now };
    expect(actOf(kind, platform, { ...decisionOf('refused'), moments }, { letters: [sealed] }).act).toBe('dispatch');
    expect(actOf(kind, platform, { ...decisionOf('refused', { sentAt: now }), moments }).act).toBe('close');
  });
});

describe('a request to erase', () => {
  const rules = rulesOf('nojoto');
  const granted = fileOf('erasure', { platform: 'nojoto', ...decisionOf('upheld') });

  it('asks who it is, searches each system, then decides', () => {
    const file = fileOf('erasure', { platform: 'nojoto', state: 'under-review', moments: acknowledged });
    expect(nextStep('erasure', rules, standingOf(file)).next.act).toBe('verify-identity');
    const known = { ...file, identity: 'verified' as const };
    const { next, steps } = nextStep('erasure', rules, standingOf(known));
    expect(next.act).toBe('search-system');
    expect(steps.find(({ id }) => id === 'search')?.missing).toContain('accounts');
    const work = systemsOf(rules, 'erasure').map(({ id }) => workOf('search', id, '1'));
    expect(nextStep('erasure', rules, standingOf(known, { work })).next.act).toBe('decide');
  });

  it('once granted waits for each system and each recipient before its letter', () => {
    const systems = systemsOf(rules, 'erasure').map(({ id }) => id);
    expect(systems).toContain('backups');
    expect(nextStep('erasure', rules, standingOf(granted)).next.act).toBe('confirm-system');
    const confirmed = systems.map((id) => workOf('confirmation', id));
    expect(nextStep('erasure', rules, standingOf(granted, { work: confirmed })).next.act).toBe('tell-recipient');
    const told = recipientsOf(rules).map(({ name }) => workOf('recipient', name));
    expect(nextStep('erasure', rules, standingOf(granted, { work: [...confirmed, ...told] })).next.act).toBe('letter');
  });

  it('granted under a hold leads back to a new decision', () => {
    expect(nextStep('erasure', rules, standingOf(granted, { holds: [holdOf()] })).next.act).toBe('reopen');
  });

  it('refused asks no system to confirm', () => {
    const file = fileOf('erasure', { platform: 'nojoto', ...decisionOf('refused') });
    expect(nextStep('erasure', rules, standingOf(file)).steps.map(({ id }) => id)).not.toContain('confirm');
  });
});

describe('details that a policy requires', () => {
  const file = fileOf('access', { platform: 'instaconnect', state: 'under-review', moments: acknowledged });

  it('are asked for once, and hold nothing up after that', () => {
    const rules = rulesOf('instaconnect');
    expect(nextStep('access', rules, standingOf(file)).next).toMatchObject({ act: 'letter', template: 'missing-details' });
    const letters = [{ template: 'missing-details', sealedAt: now, sentAt: now, supersededBy: null }];
    expect(nextStep('access', rules, standingOf(file, { letters })).next.act).toBe('verify-identity');
  });

  it('are no step where the policy asks for none', () => {
    expect(nextStep('access', rulesOf('cocial'), standingOf({ ...file, platform: 'cocial' })).steps.map(({ id }) => id)).not.toContain(
      'details',
    );
  });
});

it('decides on each file before anything is released', () => {
  const file = fileOf('access', { state: 'under-review', moments: acknowledged });
  const standing = standingOf(file, { files: [{ id: 'a1', name: 'export.csv' }] });
  const step = (work = standing.work) =>
    nextStep('access', rulesOf('cocial'), { ...standing, work }).steps.find(({ id }) => id === 'redaction');
  expect(step()).toMatchObject({ isDone: false, missing: ['a1'] });
  expect(step([workOf('redaction', 'a1', 'withhold')])).toMatchObject({ isDone: true, missing: [] });
});

it('says again what the case file said before: a case reopened by the desk is decided and sent again', () => {
  const moments = { ...acknowledged, decisionSent: now };
  expect(actOf('account', 'cocial', { state: 'reopened', moments }).act).toBe('start-review');
  expect(actOf('account', 'cocial', { ...decisionOf('upheld'), moments }).act).toBe('letter');
});
