import { describe, expect, it } from 'vitest';
import { Fault } from '../../../src-main/desk/faults.ts';
import type { Rule } from '../../../src-main/law/contract.ts';
import {
  computeClocks,
  differences,
  diffRulebooks,
  dutiesOf,
  dutyDue,
  editRulebook,
  explanationText,
  nextVersion,
  plainClasses,
  problemsOf,
  readRulebook,
  rulebookAsOf,
  showIst,
} from '../../../src-main/law/rules.ts';
import { clockOf, inputOf, ist, rulebook } from './support.ts';

const find = (id: string, book = rulebook) => book.rules.find((rule) => rule.id === id) as Rule;

describe('a change of one rule', () => {
  it('amends from a day on: the old version ends the day before', () => {
    const text = editRulebook(rulebook, { how: 'amend', id: 'IT-RES-7D', newId: 'IT-RES-5D', from: '2027-03-01', changes: { n: 5 } });
    const book = readRulebook(text);
    expect(find('IT-RES-7D', book).until).toBe('2027-02-28');
    expect(find('IT-RES-5D', book)).toMatchObject({ from: '2027-03-01', until: null, n: 5, family: 'IT-RES' });
    const due = (received: string) =>
      computeClocks(inputOf({ kind: 'account', received }), book).find(({ rule }) => /IT-RES/.test(rule))?.due;
    expect(due('2027-02-28 23:59:59')).toBe(ist('2027-03-07 23:59:59'));
    expect(due('2027-03-01 00:00:00')).toBe(ist('2027-03-06 23:59:59'));
  });

  it('gives the rulebook a version and a name of its own', () => {
    const book = readRulebook(editRulebook(rulebook, { how: 'correct', id: 'IT-RES-7D', changes: { text: 'Other words.' } }));
    expect(book).toMatchObject({ version: `${rulebook.version}-2`, name: `rulebook-${rulebook.version}-2` });
    expect([nextVersion('2026.11'), nextVersion('2026.11-2'), nextVersion('2026.11-9')]).toEqual(['2026.11-2', '2026.11-3', '2026.11-10']);
  });

  it('adds a rule and ends one', () => {
    const added = { ...find('IT-DIR'), id: 'X-NEW', family: 'X-NEW' };
    const book = readRulebook(editRulebook(rulebook, { how: 'add', rule: added }, 'counsel 1'));
    expect(book.rules.at(-1)).toEqual(added);
    expect(book.name).toBe('rulebook-counsel-1');
    expect(find('CR-36H', readRulebook(editRulebook(rulebook, { how: 'end', id: 'CR-36H', until: '2027-01-31' }))).until).toBe(
      '2027-01-31',
    );
  });

  it('that breaks the rulebook is told with line and field', () => {
    const problems = (changes: Record<string, unknown>) =>
      problemsOf(() => readRulebook(editRulebook(rulebook, { how: 'correct', id: 'IT-RES-7D', changes })));
    expect(problems({ unit: 'weeks' })[0]).toMatchObject({ field: expect.stringMatching(/^rules\.\d+\.unit$/), line: expect.any(Number) });
    expect(problems({ cite: '' })[0]).toMatchObject({ field: expect.stringMatching(/cite$/), message: 'IT-RES-7D: is empty' });
    expect(problems({ from: '2026-02-25' })[0]?.message).toContain('leaves a gap');
    expect(problems({ mood: 'strict' })[0]).toMatchObject({ field: expect.stringMatching(/mood$/) });
  });

  it('keeps ids and families, and needs a rule that is there', () => {
    expect(() => editRulebook(rulebook, { how: 'correct', id: 'IT-RES-7D', changes: { id: 'X' } })).toThrow(/stored clocks go by it/);
    expect(() => editRulebook(rulebook, { how: 'end', id: 'IT-NONE', until: '2027-01-31' })).toThrow(Fault);
  });

  it('of what must stay is a problem at that field, though no line of a file is at fault', () => {
    expect(problemsOf(() => editRulebook(rulebook, { how: 'correct', id: 'IT-RES-7D', changes: { family: 'X' } }))).toEqual([
      { line: null, field: 'changes.family', message: 'cannot be changed: stored clocks go by it' },
    ]);
  });

  it('cannot take the name of a case’s own target', () => {
    const [target] = rulebook.targets;
    const text = JSON.stringify({ ...rulebook, targets: [{ ...target, id: 'DESK-OWN' }] });
    expect(problemsOf(() => readRulebook(text))[0]?.message).toContain('kept for the target of a single case');
  });
});

describe('the difference of two rulebooks', () => {
  it('is nothing for the same, in whatever order of fields', () => {
    const same = JSON.parse(JSON.stringify(rulebook)) as typeof rulebook;
    const turned = { ...same, rules: same.rules.map((rule) => Object.fromEntries(Object.entries(rule).reverse()) as Rule) };
    expect(diffRulebooks(rulebook, turned)).toEqual({ added: [], removed: [], changed: [], other: [] });
  });

  it('names what was added, removed and changed, with dates and field by field', () => {
    const edited = readRulebook(
      editRulebook(rulebook, { how: 'amend', id: 'IT-RES-7D', newId: 'IT-RES-5D', from: '2027-03-01', changes: { n: 5 } }),
    );
    const diff = diffRulebooks(rulebook, edited);
    expect(diff.added).toMatchObject([{ id: 'IT-RES-5D', family: 'IT-RES', from: '2027-03-01', until: null, follows: 'IT-RES-7D' }]);
    expect(diff.added[0]?.fields).toContainEqual({ field: 'n', was: 7, now: 5 });
    expect(diff.added[0]?.fields.map(({ field }) => field)).not.toContain('cite');
    expect(diff.changed).toMatchObject([{ id: 'IT-RES-7D', fields: [{ field: 'until', was: null, now: '2027-02-28' }] }]);
    expect(diff.other.map(({ field }) => field).sort()).toEqual(['name', 'version']);
    expect(diffRulebooks(edited, rulebook).removed.map(({ id }) => id)).toEqual(['IT-RES-5D']);
  });

  it('shows all that a rule says which follows none', () => {
    const rule = { ...find('IT-DIR'), id: 'X-NEW', family: 'X-NEW' };
    const [added] = diffRulebooks(rulebook, readRulebook(editRulebook(rulebook, { how: 'add', rule }))).added;
    expect(added?.follows).toBeNull();
    expect(added?.fields).toContainEqual({ field: 'cite', was: null, now: rule.cite });
    expect(added?.fields.every(({ was, now }) => was === null && now !== null)).toBe(true);
  });
});

describe('what if', () => {
  it('the law of another day applied to the same receipt', () => {
    const input = inputOf({ kind: 'content', received: '2026-02-25 10:00:00', facts: { removalSought: true, category: 'misleading' } });
    const rules = (date: string) => computeClocks(input, rulebookAsOf(rulebook, date)).map(({ rule }) => rule);
    expect(rules('2026-02-19')).toEqual(expect.arrayContaining(['IT-RES-15D', 'IT-FAST-72H']));
    expect(rules('2026-02-20')).toEqual(expect.arrayContaining(['IT-RES-7D', 'IT-FAST-36H']));
    expect(rules('2020-01-01').some((rule) => rule.startsWith('IT-'))).toBe(false);
  });

  it('names only the clocks that stand otherwise', () => {
    const was = computeClocks(inputOf({ kind: 'account', received: '2026-02-15 10:00:00' }), rulebook);
    const now = computeClocks(inputOf({ kind: 'account', received: '2026-02-20 10:00:00' }), rulebook);
    expect(differences(was, was)).toEqual([]);
    expect(differences(was, now)).toEqual(
      expect.arrayContaining([
        { rule: 'IT-RES-15D', was: ist('2026-03-02 23:59:59'), due: null },
        { rule: 'IT-RES-7D', was: null, due: ist('2026-02-27 23:59:59') },
      ]),
    );
  });
});

describe('the explanation to be copied', () => {
  it('holds rule, notification, dates, confidence, every step and what is open', () => {
    const asked = { kind: 'account' as const, received: '2026-02-15 11:00:00' };
    const text = explanationText(clockOf('IT-RES-15D', asked), inputOf(asked), rulebook, 'COC-2026-000001-1');
    expect(text).toMatch(/^COC-2026-000001-1 – IT-RES-15D\n/);
    for (const part of [
      find('IT-RES-15D').gazette ?? '',
      'In force from 25-02-2021 until 19-02-2026',
      '1. Received 15-02-2026 11:00:00 IST',
      'Due 02-03-2026 23:59:59 IST',
      'To be noted:',
      'check with counsel',
      `Rulebook ${rulebook.version}`,
    ])
      expect(text).toContain(part);
  });
});

describe('a duty that no case owns', () => {
  const now = ist('2026-11-21 12:00:00');
  const duties = (starts: { family: string; startedAt: string }[] = []) => dutiesOf(rulebook, 'cocial', plainClasses, starts, now);
  const duty = (family: string, starts?: { family: string; startedAt: string }[]) => duties(starts).find((one) => one.family === family);

  it('has no date until a start is recorded, and none at all where the law fixes no number', () => {
    expect(duty('IT-NOTICE')).toMatchObject({ rule: 'IT-NOTICE-3M', status: 'duty', due: null, startsWith: 'lastNotice' });
    expect(duty('SSMI-MCR', [{ family: 'SSMI-MCR', startedAt: ist('2026-10-31 23:59:59') }])).toMatchObject({
      n: null,
      due: null,
      status: 'duty',
    });
  });

  it('is due by the version in force when it started', () => {
    const started = (startedAt: string) => duty('IT-NOTICE', [{ family: 'IT-NOTICE', startedAt: ist(startedAt) }]);
    expect(started('2026-10-15 10:00:00')).toMatchObject({ dueRule: 'IT-NOTICE-3M', due: '2027-01-15T23:59:59+05:30', status: 'running' });
    expect(started('2026-08-15 10:00:00')).toMatchObject({ due: '2026-11-15T23:59:59+05:30', status: 'missed' });
    expect(started('2026-01-10 10:00:00')).toMatchObject({
      rule: 'IT-NOTICE-3M',
      dueRule: 'IT-NOTICE-1Y',
      due: '2027-01-10T23:59:59+05:30',
    });
    expect(dutyDue(rulebook, 'IT-NOTICE', ist('2026-10-15 10:00:00'))).toMatchObject({ rule: 'IT-NOTICE-3M', sense: 'max' });
  });

  it('is left out where the platform holds none of its classes, and doubtful where nobody knows', () => {
    expect(dutiesOf(rulebook, 'x', { ...plainClasses, publisher: 'no' }, [], now).map(({ family }) => family)).not.toContain('PUB-INFO');
    expect(
      dutiesOf(rulebook, 'x', { ...plainClasses, publisher: 'disputed' }, [], now).find(({ family }) => family === 'PUB-INFO'),
    ).toMatchObject({ isDoubtful: true });
    expect(duty('IT-NOTICE')?.isDoubtful).toBe(false);
  });

  it('keeps the hours of a planned erasure counted backwards', () => {
    const later = ist('2028-01-10 12:00:00');
    const starts = [{ family: 'DP-48H', startedAt: ist('2028-02-14 00:00:00') }];
    const planned = dutiesOf(rulebook, 'x', plainClasses, starts, later).find(({ family }) => family === 'DP-48H');
    expect(planned).toMatchObject({ due: showIst(ist('2028-02-12 00:00:00')), status: 'running', isDoubtful: true });
  });
});
