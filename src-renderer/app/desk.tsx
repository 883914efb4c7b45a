import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import type { DeskStatus } from '../../src-main/desk/contract.ts';
import type { Client } from '../client/index.ts';
import { keysOfTopics, statusQuery } from './queries.ts';

const DeskContext = createContext<Client | null>(null);

/** Gives the screens below the one client of this window. */
export function DeskProvider({ client, children }: { client: Client; children: ReactNode }) {
  useChanges(client);
  return <DeskContext value={client}>{children}</DeskContext>;
}

export function useDesk(): Client {
  const client = useContext(DeskContext);
  if (!client) throw new Error('useDesk is called outside of DeskProvider');
  return client;
}

export function useStatus() {
  return useQuery(statusQuery(useDesk()));
}

export type Workspace = NonNullable<DeskStatus['workspace']>;

/** The open workspace; only for screens that are drawn while one is open. */
export function useWorkspace(): Workspace {
  const { data } = useStatus();
  if (!data?.workspace) throw new Error('useWorkspace is called while no workspace is open');
  return data.workspace;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** During an import the desk announces each commit; the screens follow a few times a second. */
const gatherForMs = 120;

/** Listens to what the desk has changed and has the queries of those topics asked again. */
function useChanges(client: Client): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const refresh = () => {
      timer = undefined;
      const topics = [...waiting];
      waiting.clear();
      for (const queryKey of keysOfTopics(topics)) void queries.invalidateQueries({ queryKey });
    };
    const listen = async () => {
      for await (const { topics } of await client.desk.changes(undefined, { signal: ending.signal })) {
        for (const topic of topics) waiting.add(topic);
        timer ??= setTimeout(refresh, gatherForMs);
      }
    };
    const keepListening = async () => {
      while (!ending.signal.aborted) {
        await listen().catch(() => undefined);
        await pause(1_000);
      }
    };
    void keepListening();
    return () => {
      ending.abort();
      clearTimeout(timer);
    };
  }, [client, queries]);
}
