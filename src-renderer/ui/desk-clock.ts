import { useSyncExternalStore } from 'react';

/**
 * The desk's own time in the window: its `now` at the last answer, carried on by the monotonic clock, so that a machine whose
 * wall clock jumps shows no wrong count.
 */
let offsetMs = Date.now() - performance.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * Takes over the desk's `now` (UTC ISO), which arrived at `arrivedAt` (performance.now()). The way it took counts as none: the
 * window may be a moment behind the desk but never before it, or what is done now would be refused as lying in the future.
 */
export function setDeskNow(now: string, arrivedAt: number): void {
  offsetMs = Date.parse(now) - arrivedAt;
  for (const listener of listeners) listener();
}

/** The desk's now in milliseconds since 1970. */
export function deskNow(): number {
  return offsetMs + performance.now();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const one of listeners) one();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** A value that follows the clock; the component is drawn again only when the value changes, so it must be a plain one. */
export function useNow<T extends string | number | boolean>(read: (nowMs: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(deskNow()));
}
