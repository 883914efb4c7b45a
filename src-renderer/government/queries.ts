import { queryOptions } from '@tanstack/react-query';
import { keys } from '../app/queries.ts';
import type { Client } from '../client/index.ts';

/** The book of instruments: data of the product, the same as long as the window is open. */
export function instrumentsQuery(client: Client) {
  return queryOptions({ queryKey: keys.instruments, queryFn: () => client.government.instruments() });
}
