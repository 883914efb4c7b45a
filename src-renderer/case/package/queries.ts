import { queryOptions } from '@tanstack/react-query';
import { keys } from '../../app/queries.ts';
import type { Client } from '../../client/index.ts';

/** The package of data of a case: its files, what stands in the way, what was built; grows old with its case. */
export function packageQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.package(ref), queryFn: () => client.packages.open({ ref }), gcTime: 60_000 });
}
