import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKinds, outcomes, platforms } from '../../../src-main/cases/contract.ts';
import { readRulebook } from '../../../src-main/law/rules.ts';
import { readProfile } from '../../../src-main/platforms/rules.ts';
import type { KeepRule } from '../../../src-main/retention/contract.ts';
import { blocksOf, checkReason, type KeepFacts, keepOf, partsOf, readRetention, todayOf } from '../../../src-main/retention/rules.ts';
import { faultOf } from '../../support/faults.ts';

const resources = join(import.meta.dirname, '..', '..', '..', 'resources');
const text = readFileSync(join(resources, 'retention', 'retention.json'), 'utf8');
const { rules } = readRetention(text);
const rulebook = readRulebook(readFileSync(join(resources, 'rulebook', 'rulebook-2026.11.json'), 'utf8'));

const received = '2026-02-01T04:00:00.000Z';
const facts = (over: Partial<KeepFacts> = {}): KeepFacts => ({
  kind: 'content',
  outcome: 'upheld',
  platform: 'socnect',
  receivedAt: received,
  closedAt: '2026-02-10T04:00:00.000Z',
  lastMailAt: null,
  moments: { received },
  ...over,
});
const ids = (over: Partial<KeepFacts>) => keepOf(facts(over), rules).steps.map(({ id }) => id);

describe('the rules of retention that ship', () => {
  it('name rules of the rulebook where they are law, with its own period', () => {
    const units = { d: 'd', m: 'm', y: 'y' };
    for (const { law, n, unit, sort } of rules.filter((rule) => rule.law !== null)) {
      const found = rulebook.rules.find(({ id }) => id === law);
      expect([law, found?.n, found?.unit]).toEqual([law, n, units[unit]]);
      expect(['minimum', 'maximum']).toContain(sort);
    }
  });

  it('never let a case go before a floor of law is over, whatever its kind, outcome and platform', () => {
    const some = <T>(list: readonly T[]) => fc.constantFrom(...list);
    const instants = fc.date({ min: new Date('2022-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(some(caseKinds), some(outcomes), some(platforms), instants, fc.boolean(), (kind, outcome, platform, at, isRemoved) => {
        const closedAt = at.toISOString();
        const moments = { received: closedAt, ...(isRemoved ? { lastRemoval: closedAt, cancelled: closedAt } : {}) };
        const kept = keepOf(facts({ kind, outcome, platform, receivedAt: closedAt, closedAt, moments }), rules);
        expect(kept.floor === null || kept.until >= kept.floor).toBe(true);
        expect(kept.dueOn > kept.until).toBe(true);
        expect(kept.steps.filter(({ leads }) => leads)).toHaveLength(1);
      }),
    );
  });

  it('choose nothing longer than law for a platform that promises to ask first', () => {
    for (const platform of platforms) {
      const profile = readProfile(readFileSync(join(resources, 'platforms', `${platform}.json`), 'utf8'));
      if (!profile.retention.some(({ needsConsentToExtend }) => needsConsentToExtend)) continue;
      const longest = Math.max(...rules.filter(({ sort, unit }) => sort === 'minimum' && unit === 'd').map(({ n }) => n));
      const choice = keepOf(facts({ platform }), rules).steps.find(({ sort }) => sort === 'choice');
      expect(choice?.unit).toBe('d');
      expect(choice?.n).toBeLessThanOrEqual(longest);
    }
  });
});

describe('how long a case is kept', () => {
  it('is 180 days from the last removal by law, to the end of the day, and not counted from its own day', () => {
    const kept = keepOf(facts({ platform: 'cocial', moments: { received, lastRemoval: '2026-02-19T21:10:00.000Z' } }), rules);
    expect(kept).toMatchObject({ until: '2026-08-19', dueOn: '2026-08-20', floor: '2026-08-19' });
    expect(kept.steps[0]).toMatchObject({ id: 'KEEP-REMOVED', law: 'IT-PRES-180D', leads: true, start: '2026-02-20' });
  });

  it('is the choice of the desk where that is longer', () => {
    expect(keepOf(facts(), rules)).toMatchObject({ until: '2027-02-10', dueOn: '2027-02-11', floor: null });
    expect(ids({ outcome: 'void' })).toEqual(['CHOICE-NOT-A-CASE']);
  });

  it('takes the narrowest choice: of the platform, then of the outcome', () => {
    expect(ids({ platform: 'cocial' })).toEqual(['CHOICE-COCIAL']);
    expect(ids({ platform: 'cocial', outcome: 'void' })).toEqual(['CHOICE-COCIAL']);
  });

  it('is no longer than a ceiling of law allows', () => {
    const moments = { received, discontinued: '2026-02-08T04:00:00.000Z' };
    const long: KeepRule = { ...rules.find(({ id }) => id === 'CHOICE-INTERCEPTION')!, n: 12 };
    const kept = keepOf(facts({ kind: 'interception-direction', moments }), [...rules.filter(({ id }) => id !== long.id), long]);
    expect(kept).toMatchObject({ until: '2026-04-08' });
    expect(kept.steps[0]).toMatchObject({ id: 'DESTROY-INTERCEPTION', sort: 'maximum' });
  });

  it('rounds a month that is too short up', () => {
    const rule: KeepRule = { ...rules.find(({ id }) => id === 'CHOICE-COMPLAINT')!, n: 1, unit: 'm' };
    expect(keepOf(facts({ closedAt: '2027-01-31T04:00:00.000Z' }), [rule]).until).toBe('2027-03-03');
  });

  it('is under a floor that comes into force while it is still kept', () => {
    expect(ids({ kind: 'erasure', closedAt: '2026-08-01T04:00:00.000Z' })).toContain('KEEP-PROCESSED');
    expect(ids({ kind: 'erasure', closedAt: '2026-04-01T04:00:00.000Z' })).not.toContain('KEEP-PROCESSED');
  });

  it('counts anew from a message that came after the closing, where the desk chose the period', () => {
    expect(keepOf(facts({ lastMailAt: '2026-05-01T04:00:00.000Z' }), rules).until).toBe('2027-05-01');
  });
});

describe('the file of retention rules', () => {
  it('is refused with line and field', () => {
    const wrong = text.replace('"unit": "d"', '"unit": "weeks"');
    expect(faultOf(() => readRetention(wrong))).toMatchObject({
      code: 'bad-input',
      detail: { problems: [{ line: wrong.slice(0, wrong.indexOf('weeks')).split('\n').length, field: 'rules.0.unit' }] },
    });
  });

  it('is refused where a kind has no period, or a choice calls itself law', () => {
    const none = JSON.stringify({ ...JSON.parse(text), rules: rules.filter(({ id }) => id !== 'CHOICE-RIGHTS') });
    expect(faultOf(() => readRetention(none)).message).toContain('access');
    const asLaw = JSON.stringify({
      ...JSON.parse(text),
      rules: rules.map((rule) => (rule.id === 'CHOICE-RIGHTS' ? { ...rule, law: 'IT-PRES-180D' } : rule)),
    });
    expect(faultOf(() => readRetention(asLaw)).message).toContain('no rule of law');
  });
});

describe('what stands in the way of a purge', () => {
  const free = { ref: 'COC-2026-000001-4', isOpen: false, holds: [], linkedOpen: [], unreadMailAt: null, authorityUsedBy: [] };

  it('is nothing for a closed case that nothing touches', () => {
    expect(blocksOf(free)).toEqual([]);
  });

  it('is named, each with the other case concerned', () => {
    const holds = [{ ref: 'COC-2026-000002-2', instrument: 'Order 7', until: null }];
    const all = blocksOf({ ...free, isOpen: true, holds, linkedOpen: ['A'], unreadMailAt: received, authorityUsedBy: ['B'] });
    expect(all.map(({ code, ref }) => [code, ref])).toEqual([
      ['open', undefined],
      ['hold', 'COC-2026-000002-2'],
      ['linked', 'A'],
      ['mail', undefined],
      ['authority', 'B'],
    ]);
  });

  it('leaves a due case in the list of what is held up', () => {
    const blocks = blocksOf({ ...free, linkedOpen: ['A'] });
    expect(partsOf({ dueOn: '2026-11-21', blocks }, todayOf('2026-11-21'))).toEqual(['all', 'blocked']);
    expect(partsOf({ dueOn: '2026-11-21', blocks: [] }, todayOf('2026-11-21'))).toEqual(['all', 'due']);
    expect(partsOf({ dueOn: '2026-11-22', blocks }, todayOf('2026-11-21'))).toEqual(['all', 'soon-1', 'soon-7', 'soon-30']);
    expect(partsOf({ dueOn: '2026-12-22', blocks }, todayOf('2026-11-21'))).toEqual(['all']);
  });
});

describe('the reason of a purge', () => {
  const personal = {
    complainant: { name: 'A. Example', email: 'a@mail.example', phone: '+91 90000 12345' },
    onBehalfOf: null,
    subject: 'Abusive post',
    items: ['https://posts.example/1'],
  };

  it('is refused where it is empty or names somebody or something of the case', () => {
    for (const reason of [
      '',
      '  ',
      'Asked by Ms EXAMPLE',
      'a@mail.example',
      'called from 90000-12345',
      'the abusive  post',
      'see https://posts.example/1',
    ])
      expect(faultOf(() => checkReason(reason, personal)).code).toBe('bad-input');
  });

  it('is taken where it names nobody', () => {
    expect(() =>
      checkReason('The time is over; for example by rule 3.', { ...personal, complainant: { name: 'A. Sample' } }),
    ).not.toThrow();
  });
});
