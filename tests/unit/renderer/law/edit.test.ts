import { describe, expect, it } from 'vitest';
import type { RuleEdit } from '../../../../src-main/law/contract.ts';
import { diffRulebooks, editRulebook, problemsOf, readRulebook } from '../../../../src-main/law/rules.ts';
import { fieldWords, otherChanges, valueWords } from '../../../../src-renderer/law/diff-words.ts';
import { draftFor, draftOf, editOf, placedProblems, type RuleDraft } from '../../../../src-renderer/law/rule-draft.ts';
import { rulebook, ruleOf, sayIn } from './support.ts';

const rule = ruleOf('IT-RES-7D');
const amending = (over: Partial<RuleDraft> = {}): RuleDraft => ({
  ...draftOf(rule),
  newId: 'IT-RES-5D',
  from: '01-12-2026',
  n: '5',
  ...over,
});
const problemsFor = (edit: RuleEdit) => problemsOf(() => readRulebook(editRulebook(rulebook, edit)));

describe('the draft of a change', () => {
  it('amends by what differs alone', () => {
    expect(editOf(rule, amending()).edit).toEqual({
      how: 'amend',
      id: 'IT-RES-7D',
      newId: 'IT-RES-5D',
      from: '2026-12-01',
      changes: { n: 5 },
    });
  });

  it('makes a rulebook that can be used, for every rule as it stands', () => {
    for (const one of rulebook.rules.filter(({ until }) => until === null).slice(0, 40)) {
      const { edit, problems } = editOf(one, { ...draftOf(one), newId: `${one.id}-9`, from: '01-01-2031' });
      expect([one.id, problems]).toEqual([one.id, {}]);
      expect(edit).toMatchObject({ changes: {} });
    }
  });

  it('mends a mistake under the same id, and says so when nothing was changed', () => {
    const draft = draftFor('correct', rule, draftOf(rule));
    expect([draft.from, draft.until]).toEqual(['20-02-2026', '']);
    expect(editOf(rule, draft)).toEqual({ edit: null, problems: { way: { kind: 'nothing' } } });
    expect(editOf(rule, { ...draft, text: 'Otherwise.', gazette: '' }).edit).toEqual({
      how: 'correct',
      id: 'IT-RES-7D',
      changes: { text: 'Otherwise.', gazette: null },
    });
  });

  it('takes flags and notes away as well as it sets them', () => {
    const flagged = { ...rule, recurs: true, notes: ['one'] };
    const draft = draftFor('correct', flagged, draftOf(flagged));
    expect(editOf(flagged, { ...draft, flags: [], notes: ' ' }).edit).toMatchObject({ changes: { recurs: false, notes: [] } });
    expect(editOf(rule, { ...draftFor('correct', rule, draftOf(rule)), flags: ['ownDate'] }).edit).toMatchObject({
      changes: { ownDate: true },
    });
  });

  it('ends a rule on a day', () => {
    const draft = draftFor('end', rule, draftOf(rule));
    expect(editOf(rule, { ...draft, until: '31-12-2026' }).edit).toEqual({ how: 'end', id: 'IT-RES-7D', until: '2026-12-31' });
    expect(editOf(rule, draft).problems).toEqual({ until: { kind: 'not-day' } });
  });

  it('adds a rule whole', () => {
    const draft: RuleDraft = {
      ...draftOf(rule),
      way: 'add',
      newId: 'EX-1D',
      family: 'EX',
      from: '01-12-2026',
      until: '',
    };
    const { edit } = editOf(null, draft);
    expect(edit).toMatchObject({ how: 'add', rule: { id: 'EX-1D', family: 'EX', from: '2026-12-01', until: null, n: 7 } });
    expect(problemsFor(edit as RuleEdit)).toEqual([]);
  });

  it('names what cannot be read at its field, and asks the desk nothing', () => {
    const { edit, problems } = editOf(rule, amending({ from: '', n: 'five', appliesTo: '[', until: '31-02-2027' }));
    expect(edit).toBeNull();
    expect(Object.keys(problems).sort()).toEqual(['appliesTo', 'from', 'n', 'until']);
    expect(problems.appliesTo).toMatchObject({ kind: 'not-json' });
  });
});

describe('problems of a rulebook', () => {
  const placed = (draft: RuleDraft) => {
    const { edit } = editOf(rule, draft);
    return placedProblems(problemsFor(edit as RuleEdit), draft, rule.id);
  };

  it('stand at the field of the form they are about', () => {
    expect(placed(amending({ unit: '' })).byField).toEqual({ unit: 'n and unit must both be given or both be null' });
    expect(placed(amending({ text: '', cite: '' })).byField).toMatchObject({ text: 'is empty', cite: 'is empty' });
    expect(placed(amending({ titleHi: '' })).byField).toEqual({ titleHi: 'is empty' });
    expect(Object.keys(placed(amending({ who: [] })).byField)).toEqual(['who']);
    expect(Object.keys(placed(amending({ newId: 'it res' })).byField)).toContain('newId');
    expect(Object.keys(placed(amending({ newId: 'IT-RES-15D' })).byField)).toContain('newId');
    expect(Object.keys(placed(amending({ appliesTo: '[{"kinds": []}]' })).byField)).toEqual(['appliesTo']);
  });

  it('of the version before stand at the day the new one begins, with days as the window writes them', () => {
    expect(placed(amending({ from: '01-01-2020' })).byField.from).toContain('20-02-2026');
  });

  it('of other rules are not lost', () => {
    const stray = { line: 3, field: 'rules.0.cite', message: 'IT-ACK-24H: is empty' };
    const whole = { line: null, field: 'version', message: 'was adopted before' };
    expect(placedProblems([stray, whole], amending(), rule.id)).toEqual({ byField: {}, rest: [stray, whole] });
  });
});

describe('a diff', () => {
  const say = sayIn('en');
  const { edit } = editOf(rule, amending({ gazette: '', stops: ['closed'] }));
  const diff = diffRulebooks(rulebook, readRulebook(editRulebook(rulebook, edit as RuleEdit)));

  it('shows the end of the old version and the new one, and keeps the name of the file out of it', () => {
    expect([diff.added.map(({ id }) => id), diff.changed.map(({ id }) => id)]).toEqual([['IT-RES-5D'], ['IT-RES-7D']]);
    expect(diff.changed[0]?.fields.map(({ field, now }) => [fieldWords(field, say), valueWords({ field, value: now }, say).text])).toEqual([
      ['Last day in force', '30-11-2026'],
    ]);
    expect(otherChanges(diff.other)).toEqual([]);
  });

  it('says each sort of value in words, and shows the rest as data', () => {
    const words = (field: string, value: unknown) => valueWords({ field, value }, say);
    expect(words('gazette', null).text).toBe('nothing');
    expect(words('until', null).text).toBe('until further notice');
    expect(words('disputed', true).text).toBe('Yes');
    expect(words('unit', 'd').text).toBe('days');
    expect(words('starts', ['received', 'closed']).text).toBe('receipt, closing');
    expect(words('who', ['intermediary']).text).toBe('intermediaries');
    expect(words('title', { en: 'A', hi: 'अ' }).text).toBe('A · अ');
    expect(words('text', 'The law.')).toMatchObject({ isLaw: true, isData: false });
    expect(words('appliesTo', [{ kinds: ['access'] }])).toMatchObject({ isData: true });
    expect(words('n', 7).text).toBe('7');
    expect(fieldWords('unheard', say)).toBe('unheard');
  });
});
