import { describe, expect, it } from 'vitest';
import { filterOf, narrowings, readQueueSearch } from '../../../../src-renderer/queue/queue-search.ts';

describe('the address of the queue', () => {
  it('keeps what it knows and drops the rest', () => {
    expect(readQueueSearch({ platform: 'cocial', kind: 'nonsense', due: 'overdue', text: 'abc', closed: 'yes', other: 1 })).toEqual({
      platform: 'cocial',
      due: 'overdue',
      text: 'abc',
    });
  });

  it('parts the filter from the case that is open beside it', () => {
    const search = readQueueSearch({ group: 'rights', case: 'COC-2026-000123-5', do: 'decide', template: 'decision' });
    expect(filterOf(search)).toEqual({ group: 'rights' });
    expect(search).toMatchObject({ case: 'COC-2026-000123-5', do: 'decide', template: 'decision' });
  });

  it('counts what narrows the queue', () => {
    expect(narrowings({})).toBe(0);
    expect(narrowings({ due: undefined, state: 'decided', text: 'abc' })).toBe(2);
  });
});
