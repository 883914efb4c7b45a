import { describe, expect, it } from 'vitest';
import type { RepeatView } from '../../../../src-main/people/contract.ts';
import { keys, keysOfTopics } from '../../../../src-renderer/app/queries.ts';
import { confirmText } from '../../../../src-renderer/people/merge.ts';
import { openRepeats } from '../../../../src-renderer/people/repeats.ts';

const repeat = (ref: string, isLinked = false): RepeatView => ({
  ref,
  kind: 'content',
  platform: 'cocial',
  state: 'received',
  subject: 'A synthetic complaint',
  receivedAt: '2026-11-01T00:00:00.000Z',
  daysApart: 3,
  why: ['same-person', 'same-item'],
  isLinked,
});

describe('a complaint that may be made before', () => {
  const open = { state: 'received', historical: false, links: [] };

  it('is told of while it is open and not linked', () => {
    const repeats = [repeat('COC-2026-000001-1'), repeat('COC-2026-000002-2', true), repeat('COC-2026-000003-3')];
    const links = [{ ref: 'COC-2026-000003-3', as: 'duplicate-of' }];
    expect(openRepeats({ ...open, links }, repeats).map(({ ref }) => ref)).toEqual(['COC-2026-000001-1']);
  });

  it('is not told of in closed cases or in older records', () => {
    expect(openRepeats({ ...open, state: 'closed' }, [repeat('COC-2026-000001-1')])).toEqual([]);
    expect(openRepeats({ ...open, historical: true }, [repeat('COC-2026-000001-1')])).toEqual([]);
  });
});

describe('merging', () => {
  it('asks for the ticket of the newest case to be typed, or for the record where there is none', () => {
    const cases = [
      { ref: 'COC-2026-000001-1', receivedAt: '2026-01-01T00:00:00.000Z' },
      { ref: 'COC-2026-000009-9', receivedAt: '2026-11-01T00:00:00.000Z' },
    ];
    expect(confirmText({ id: 'party:4', cases })).toBe('COC-2026-000009-9');
    expect(confirmText({ id: 'party:4', cases: [] })).toBe('party:4');
  });
});

describe('what is shown of people', () => {
  it('grows old with people, and in a case with the case', () => {
    expect(keysOfTopics(['people'])).toEqual([['people'], ['case'], ['journal']]);
    const [ofCase] = keysOfTopics(['case:COC-2026-000001-1']);
    expect(keys.peopleOf('COC-2026-000001-1').slice(0, ofCase?.length)).toEqual(ofCase);
  });
});
