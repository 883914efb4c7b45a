import { useEffect, useSyncExternalStore } from 'react';
import { useDesk } from './desk.tsx';

/** The desk is told at most this often that somebody works: it counts its automatic lock from there. */
const tellEveryMs = 15_000;
let activeAt = performance.now();
let toldAt = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the desk of keys and clicks, so that it does not lock under somebody's hands. */
export function useActivity(): void {
  const client = useDesk();
  useEffect(() => {
    const act = () => {
      const now = performance.now();
      if (now - toldAt < tellEveryMs) return;
      activeAt = now;
      toldAt = now;
      for (const listener of listeners) listener();
      void client.desk.active().catch(() => undefined);
    };
    act();
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, act, { passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, act);
    };
  }, [client]);
}

/** When the desk was last told of activity, on the monotonic clock. */
export function useActiveAt(): number {
  return useSyncExternalStore(subscribe, () => activeAt);
}
