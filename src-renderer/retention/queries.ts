import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ListPart } from '../../src-main/retention/contract/words.ts';
import { keys } from '../app/queries.ts';
import type { Client } from '../client/index.ts';

/** Rows on one page of the list. */
export const pageRows = 100;

export function retentionQuery(client: Client, part: ListPart, offset: number) {
  return queryOptions({
    queryKey: keys.retention('list', part, offset),
    queryFn: () => client.retention.list({ part, offset, limit: pageRows }),
    placeholderData: keepPreviousData,
    // Whatever closed since is on the list when it is looked at again.
    staleTime: 0,
    // What may go changes at midnight even when no case does.
    refetchInterval: 300_000,
  });
}

export function keptQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.kept(ref), queryFn: () => client.retention.open({ ref }) });
}

export function erasureQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.erasure(ref), queryFn: () => client.retention.erasure({ ref }), staleTime: 0 });
}

/** Most that a list of evidence shows at once. */
const mostListed = 100;

export function waitingFilesQuery(client: Client) {
  return queryOptions({ queryKey: keys.retention('waiting'), queryFn: () => client.identity.waiting({ limit: mostListed }), staleTime: 0 });
}

export function duePurgesQuery(client: Client) {
  return queryOptions({
    queryKey: keys.retention('evidence'),
    queryFn: () => client.identity.duePurges({ limit: mostListed }),
    staleTime: 0,
  });
}
