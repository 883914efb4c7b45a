import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueRow } from '../../../../src-main/cases/contract.ts';
import { type AskQueue, countDueDays } from '../../../../src-renderer/today/due-days.ts';
import { istDayNumber } from '../../../../src-renderer/ui/ist.ts';

const now = Date.parse('2026-11-21T09:02:10.000Z');
const dayMs = 86_400_000;

/** A queue of rows due at these moments, in its own order: those without a date come last. */
function queueOf(dues: (number | null)[]): { ask: AskQueue; asked(): number } {
  const sorted = [...dues].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY));
  let questions = 0;
  const rowOf = (due: number | null) =>
    ({ next: due === null ? null : { rule: 'IT-RES-7D', due: new Date(due).toISOString(), internal: false } }) as QueueRow;
  return {
    asked: () => questions,
    async ask(offset, limit) {
      questions += 1;
      return { rows: sorted.slice(offset, offset + limit).map(rowOf), total: sorted.length, offset };
    },
  };
}

describe('the cases due on each of the next days', () => {
  it('are counted by the Indian day, with the overdue apart', async () => {
    const { ask } = queueOf([
      now - dayMs,
      now + 60_000,
      Date.parse('2026-11-21T18:29:59Z'),
      Date.parse('2026-11-21T18:30:00Z'),
      now + 30 * dayMs,
      null,
    ]);
    const { overdue, days } = await countDueDays(ask, now);
    expect(overdue).toBe(1);
    expect(days.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0]);
    expect(days[0]?.day).toBe(istDayNumber(now));
  });

  it('take one question of a short queue', async () => {
    const queue = queueOf([now + 60_000]);
    await countDueDays(queue.ask, now);
    expect(queue.asked()).toBe(1);
  });

  it('are as counted one by one, however long the queue is', async () => {
    const due = fc.oneof(fc.constant(null), fc.integer({ min: now - 3 * dayMs, max: now + 10 * dayMs }));
    await fc.assert(
      fc.asyncProperty(fc.array(due, { maxLength: 1_400, size: 'max' }), async (dues) => {
        const { overdue, days } = await countDueDays(queueOf(dues).ask, now);
        const known = dues.filter((one) => one !== null);
        expect(overdue).toBe(known.filter((one) => one < now).length);
        for (const { day, count } of days) expect(count).toBe(known.filter((one) => one >= now && istDayNumber(one) === day).length);
      }),
      { numRuns: 40 },
    );
  });
});
