import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { deskNow } from '../ui/desk-clock.ts';
import { useDesk } from './desk.tsx';
import { keys } from './queries.ts';

interface Stored<T> {
  v: 1;
  at: string;
  values: T;
}

const keepAfterMs = 600;

/** The forms on screen, each of which may hold what was typed in the last moment. */
const open = new Set<() => Promise<void>>();

/** Keeps what was typed in the last moment in every form, before the desk locks and takes nothing more. */
export async function keepDrafts(): Promise<void> {
  await Promise.all([...open].map((keep) => keep()));
}

function readStored<T extends object>(body: unknown, first: T): Stored<T> | null {
  const stored = body as Partial<Stored<T>> | null;
  if (stored?.v !== 1 || typeof stored.at !== 'string' || typeof stored.values !== 'object') return null;
  return { v: 1, at: stored.at, values: { ...first, ...stored.values } };
}

/**
 * The values of a form, kept in the workspace as they are typed, so that a crash or a lock loses nothing.
 * `restoredAt` tells when what is shown was typed, if it comes from a draft.
 */
export function useDraft<T extends object>(id: string, first: T) {
  const client = useDesk();
  const { data: found, isFetched } = useQuery({
    queryKey: keys.draft(id),
    queryFn: () => client.cases.draft({ id }),
    staleTime: 0,
    gcTime: 0,
  });
  const stored = readStored(found?.body, first);
  const [edited, setEdited] = useState<T | null>(null);
  const [isRestored, setIsRestored] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const unsaved = useRef<T | null>(null);

  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    const values = unsaved.current;
    unsaved.current = null;
    if (!values) return;
    const body: Stored<T> = { v: 1, at: new Date(deskNow()).toISOString(), values };
    await client.cases.saveDraft({ id, body }).catch(() => undefined);
  }, [client, id]);
  // Leaving the form keeps what was typed in the last moment too.
  useEffect(() => {
    open.add(keep);
    return () => {
      open.delete(keep);
      void keep();
    };
  }, [keep]);

  const values = edited ?? stored?.values ?? first;
  const change = (part: Partial<T>) => {
    const next = { ...values, ...part };
    setEdited(next);
    unsaved.current = next;
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, keepAfterMs);
  };
  const drop = useCallback(
    (next: T) => {
      clearTimeout(timer.current);
      unsaved.current = null;
      setEdited(next);
      setIsRestored(false);
      return client.cases.saveDraft({ id, body: null }).catch(() => undefined);
    },
    [client, id],
  );
  return { values, change, drop, isReady: isFetched, restoredAt: stored && isRestored ? stored.at : null };
}
