import { describe, expect, it } from 'vitest';
import { deskNow, setDeskNow } from '../../../../src-renderer/ui/desk-clock.ts';

describe('the desk’s now in the window', () => {
  it('is never before the desk’s own, however long the answer took: what is done now would lie in the future', () => {
    for (const wayMs of [0, 5, 400, 3_000]) {
      const desk = 1_790_000_000_000;
      const arrivedAt = performance.now();
      setDeskNow(new Date(desk).toISOString(), arrivedAt);
      // By then the desk is further by the way back of the answer.
      const deskAtArrival = desk + wayMs;
      expect(deskNow() - (performance.now() - arrivedAt)).toBeLessThanOrEqual(deskAtArrival + 1);
    }
  });
});
