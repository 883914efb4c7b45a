import { createWatch, type Watch } from '../../src-main/law/index.ts';
import type { TestClock } from './desk.ts';

/** A watch whose notices, badge and timer are only noted; `failures` holds what it could not foresee. */
export interface TestWatch {
  watch: Watch;
  notices: { title: string; body: string; tag: string }[];
  badges: number[];
  failures: unknown[];
  /** Milliseconds until the timer runs, or null when none is set. */
  wait(): number | null;
  /** Moves the clock and lets the watch sound what is due. */
  pass(ms: number): Promise<void>;
}

export function testWatch(clock: TestClock): TestWatch {
  const notices: TestWatch['notices'] = [];
  const badges: number[] = [];
  const failures: unknown[] = [];
  let wait: number | null = null;
  const watch = createWatch({
    clock,
    notify: (notice) => notices.push(notice),
    setBadge: (count) => badges.push(count),
    later(_run, delayMs) {
      wait = delayMs;
      return () => {
        wait = null;
      };
    },
    failed: (error) => failures.push(error),
  });
  return {
    watch,
    notices,
    badges,
    failures,
    wait: () => wait,
    pass(ms) {
      clock.advance(ms);
      return watch.tick();
    },
  };
}
