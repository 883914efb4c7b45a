import { describe, expect, it } from 'vitest';
import {
  actNames,
  caseKinds,
  itemActions as contractItemActions,
  dispatchModes,
  factsSchema,
} from '../../../../src-main/cases/contract.ts';
import { actedItems, itemActions } from '../../../../src-renderer/case/acts/item-actions.tsx';
import { doings, doingsOf, isImmediate } from '../../../../src-renderer/case/doings.ts';
import { factSorts, factsOfKind, keptFacts } from '../../../../src-renderer/case/facts-of-kind.ts';
import { modes } from '../../../../src-renderer/case/letter/dispatch-form.tsx';

const items = ['a', 'b', 'c'].map((value, n) => ({
  n: n + 1,
  type: 'url',
  value,
  action: value === 'c' ? 'removed' : null,
  actedAt: null,
}));

describe('what can be done to a case', () => {
  it('is every act it allows, a letter for its dispatch, and nothing else', () => {
    expect(doings(['triage', 'dispatch']).map(({ doing }) => doing)).toEqual(['triage', 'letter']);
    expect(doings([])).toEqual([]);
    expect(
      doings(actNames)
        .map(({ doing }) => doing)
        .sort(),
    ).toEqual(actNames.map((name) => (name === 'dispatch' ? 'letter' : name)).sort());
  });

  it('offers work on a request only where its kind asks for it', () => {
    const offered = (acts: string[]) =>
      doingsOf({ allowed: ['note', 'search-system', 'confirm-system'], work: { steps: acts.map((act) => ({ act })) } } as never);
    expect(offered(['decide']).map(({ doing }) => doing)).toEqual(['note']);
    expect(offered(['search-system']).map(({ doing }) => doing)).toEqual(['search-system', 'note']);
  });

  it('has each key once, and none for what cannot be taken back', () => {
    const withKeys = doings(actNames).filter(({ key }) => key);
    expect(new Set(withKeys.map(({ key }) => key)).size).toBe(withKeys.length);
    expect(withKeys.map(({ doing }) => doing)).not.toEqual(expect.arrayContaining(['void']));
    expect(withKeys.map(({ doing }) => doing)).not.toEqual(expect.arrayContaining(['close']));
  });

  it('is done at once only where nothing is asked', () => {
    expect(
      doings(actNames)
        .filter(({ doing }) => isImmediate(doing))
        .map(({ doing }) => doing)
        .sort(),
    ).toEqual(['close', 'start-review']);
  });
});

describe('facts', () => {
  it('all have a sort, so that none is left without a field', () => {
    expect(Object.keys(factSorts).sort()).toEqual(Object.keys(factsSchema.shape).sort());
  });

  it('are each asked for some kind', () => {
    const asked = new Set(caseKinds.flatMap(factsOfKind));
    expect(Object.keys(factSorts).filter((name) => !asked.has(name as never))).toEqual([]);
  });

  it('of another kind are not sent', () => {
    expect(keptFacts('consumer', { alsoUser: true, intimate: true })).toEqual({ alsoUser: true });
    expect(keptFacts('access', { intimate: true })).toEqual({});
  });
});

describe('what was done to items', () => {
  it('follows the answer for all, save where one was given another', () => {
    expect(actedItems(items, { all: 'removed', byValue: { b: 'kept' } }, '2026-11-21T09:00:00.000Z')).toEqual([
      { value: 'a', action: 'removed', at: '2026-11-21T09:00:00.000Z' },
      { value: 'b', action: 'kept', at: '2026-11-21T09:00:00.000Z' },
    ]);
  });

  it('says nothing of items left open or recorded before', () => {
    expect(actedItems(items, { all: 'removed', byValue: { a: '', b: '' } }, '2026-11-21T09:00:00.000Z')).toEqual([]);
  });
});

describe('the lists of the window', () => {
  it('hold the words of the contract', () => {
    expect(itemActions).toEqual(contractItemActions);
    expect(modes).toEqual(dispatchModes);
  });
});
