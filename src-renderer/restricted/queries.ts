import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { keys } from '../app/queries.ts';
import type { Client } from '../client/index.ts';

/** Rows on one page of the list. */
export const pageRows = 100;

export function restrictedQuery(client: Client, text: string, closed: boolean, offset: number) {
  return queryOptions({
    queryKey: keys.restricted('list', text, closed, offset),
    queryFn: () => client.walls.list({ ...(text === '' ? {} : { text }), closed, offset, limit: pageRows }),
    placeholderData: keepPreviousData,
  });
}

/** How many restricted cases there are, for the rail. */
export function wallsQuery(client: Client) {
  return queryOptions({ queryKey: keys.restricted('count'), queryFn: () => client.walls.list({ closed: false, offset: 0, limit: 1 }) });
}

/** When closed restricted cases may go. */
export function restrictedRetentionQuery(client: Client) {
  return queryOptions({
    queryKey: keys.retention('restricted'),
    queryFn: () => client.retention.list({ part: 'all', restricted: true, offset: 0, limit: 500 }),
    staleTime: 0,
  });
}
