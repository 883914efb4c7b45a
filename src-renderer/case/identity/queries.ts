import { queryOptions } from '@tanstack/react-query';
import { keys } from '../../app/queries.ts';
import type { Client } from '../../client/index.ts';

/** Who asks in a case: the checklist, attempts, authorities and files; grows old with its case. */
export function identityQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.identity(ref), queryFn: () => client.identity.open({ ref }), gcTime: 60_000 });
}
