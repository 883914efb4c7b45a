import { describe, expect, it } from 'vitest';
import { caseKinds, letterTemplates, type Platform, platforms } from '../../../src-main/cases/contract.ts';
import type { Fault } from '../../../src-main/desk/faults.ts';
import { clauseTextOf, groundsOf, promisesOf, recipientsOf, systemsOf } from '../../../src-main/rights/rules/platform.ts';
import { readWorkflows, workflowOf } from '../../../src-main/rights/rules.ts';
import { book, rulesOf, workflowText } from './support.ts';

type Problem = { line: number | null; field: string; message: string };

function problemsOf(edit: (json: typeof book) => void): Problem[] {
  const json = JSON.parse(workflowText);
  edit(json);
  try {
    readWorkflows(JSON.stringify(json, null, 1));
  } catch (error) {
    return (error as Fault).detail['problems'] as Problem[];
  }
  return [];
}

describe('the workflows that ship', () => {
  it('have one way for every kind, ending in a close', () => {
    for (const kind of caseKinds) expect(workflowOf(book, kind).steps.at(-1)?.step).toBe('close');
  });

  it('name only letters that the desk can send', () => {
    const named = book.workflows.flatMap(({ letters }) => Object.values(letters));
    const templates = [...named, ...book.steps.flatMap(({ template }) => template ?? [])];
    expect(templates.filter((one) => !(letterTemplates as readonly string[]).includes(one))).toEqual([]);
  });

  it('name no platform', () => {
    for (const name of platforms) expect(workflowText.toLowerCase()).not.toContain(name);
  });

  it.each(platforms)('find every data category of %s in one of its systems', (platform) => {
    const rules = rulesOf(platform);
    const systems = systemsOf(rules, 'access');
    const held = rules.profile.dataCategories.filter(({ id }) => systems.filter(({ holds }) => holds.includes(id)).length !== 1);
    expect(held).toEqual([]);
    expect(systems.map(({ id }) => id)).not.toContain('other');
  });

  it('carry each outcome that refuses something by some ground, for every kind and platform', () => {
    for (const platform of platforms)
      for (const kind of caseKinds.filter((one) => one !== 'unsorted')) {
        const grounds = groundsOf(rulesOf(platform), kind);
        expect([platform, kind, grounds.some(({ outcomes }) => outcomes.includes('refused'))]).toEqual([platform, kind, true]);
        expect(grounds.every(({ clause }) => clause !== '')).toBe(true);
      }
  });
});

describe('a file of workflows that is wrong', () => {
  it.each<[string, (json: typeof book) => void, string, RegExp]>([
    ['an unknown evidence', (json) => Object.assign(json.steps[0] ?? {}, { evidence: 'seen' }), 'steps.0.evidence', /Invalid option/],
    ['an unknown step', (json) => json.workflows[0]?.steps.splice(0, 1, 'dance' as never), 'workflows.0.steps.0', /dance is no step/],
    ['an unknown system', (json) => Object.assign(json.workflows[0] ?? {}, { systems: ['moon'] }), 'workflows.0.systems.0', /moon/],
    ['a kind twice', (json) => json.workflows[0]?.kinds.push('access'), 'workflows', /access has 2 workflows/],
    ['no close', (json) => json.workflows[1]?.steps.pop(), 'workflows.1.steps', /no step with the evidence closed/],
    ['a ground without a clause', (json) => delete json.grounds[1]?.cite, 'grounds.1', /neither cite nor from/],
    ['a ground twice', (json) => json.grounds.push(json.grounds[0] as never), `grounds.${book.grounds.length}.id`, /stands twice/],
    ['a field nobody knows', (json) => Object.assign(json.workflows[2] ?? {}, { speed: 1 }), 'workflows.2.speed', /Unrecognized/],
  ])('for %s is refused with line and field', (_what, edit, field, message) => {
    const problems = problemsOf(edit);
    const found = problems.find((one) => one.field === field);
    expect(found?.message).toMatch(message);
    expect(found?.line).toBeGreaterThan(0);
  });

  it('of a later format is refused', () => {
    expect(problemsOf((json) => Object.assign(json, { format: 2 }))[0]?.message).toMatch(/reads up to format 1/);
  });
});

describe('what each platform adds or limits', () => {
  const promise = (platform: Platform, kind: string, pattern: RegExp) =>
    promisesOf(rulesOf(platform), kind).filter(({ text, clause }) => pattern.test(`${text} ${clause}`));

  it('shows on the first one the list of recipients, the IP logs of 24 months, and consent before data is kept longer', () => {
    expect(promise('cocial', 'recipients', /list of all third parties/i)).toHaveLength(1);
    expect(recipientsOf(rulesOf('cocial')).map(({ name }) => name)).toContain('CleverTap');
    expect(promise('cocial', 'access', /24 months/)).toHaveLength(1);
    expect(promise('cocial', 'erasure', /explicit consent/)).toHaveLength(1);
  });

  it('rests on the law where the policy promises nothing but the care of children', () => {
    expect(promisesOf(rulesOf('socnect'), 'access')[0]).toMatchObject({ source: 'law', clause: expect.stringContaining('DPDP Act') });
    expect(promise('socnect', 'child-account', /parental consent/)).not.toHaveLength(0);
    expect(groundsOf(rulesOf('socnect'), 'access').map(({ id }) => id)).toContain('statutory-right');
    expect(groundsOf(rulesOf('cocial'), 'access').map(({ id }) => id)).not.toContain('statutory-right');
  });

  it('says what details are required, that messages are not held, and that uninstalling deletes nothing', () => {
    expect(promise('instaconnect', 'access', /Postal address/)).toHaveLength(1);
    expect(groundsOf(rulesOf('instaconnect'), 'access').find(({ id }) => id === 'not-held')?.clauseText).toMatch(/Delivered messages/);
    expect(promise('instaconnect', 'delete-account', /removing the application alone deletes nothing/)).toHaveLength(1);
  });

  it('sends end users to the customer who decides, and keeps its exceptions as grounds', () => {
    const grounds = groundsOf(rulesOf('alokin'), 'objection');
    expect(grounds.find(({ id }) => id === 'another-decides')).toMatchObject({ clause: expect.stringContaining('§1.1(4)') });
    expect(grounds.find(({ id }) => id === 'policy-exception')).toMatchObject({ clause: '§9.2' });
    expect(promise('alokin', 'objection', /object to it/)).toHaveLength(1);
  });

  it('keeps deactivating and deleting apart, with one to two months, the connected hold, and others’ privacy as a ground', () => {
    expect(promise('nojoto', 'deactivate', /nothing deleted/)).not.toHaveLength(0);
    expect(promise('nojoto', 'delete-account', /one to two months/)).not.toHaveLength(0);
    expect(promise('nojoto', 'delete-account', /connected user/)).toHaveLength(1);
    expect(groundsOf(rulesOf('nojoto'), 'access').find(({ id }) => id === 'policy-exception')?.clauseText).toMatch(
      /privacy of other users/,
    );
    expect(promise('nojoto', 'access', /power of attorney/)).toHaveLength(1);
    expect(clauseTextOf(rulesOf('nojoto').profile, '§9')).toMatch(/deleted for good/);
  });
});
