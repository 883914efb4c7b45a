import { queryOptions } from '@tanstack/react-query';
import type { StatisticsAsk } from '../../src-main/government/contract.ts';
import { keys } from '../app/queries.ts';
import type { Client } from '../client/index.ts';

/** The book of instruments: data of the product, the same as long as the window is open. */
export function instrumentsQuery(client: Client) {
  return queryOptions({ queryKey: keys.instruments, queryFn: () => client.government.instruments() });
}

/** The sheets, captures and repetitions of a case's items; grows old with its case. */
export function itemsQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.items(ref), queryFn: () => client.government.items({ ref }), gcTime: 60_000 });
}

/** Files hashed, disclosures and counsel's word of one case; grows old with its case. */
export function disclosuresQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.disclosures(ref), queryFn: () => client.government.disclosures({ ref }), gcTime: 60_000 });
}

/** The register; with an account, everything that was ever disclosed about it. */
export function registerQuery(client: Client, account: string) {
  return queryOptions({
    queryKey: keys.register(account),
    queryFn: () => client.government.register(account === '' ? {} : { account }),
    gcTime: 60_000,
  });
}

/** Everything that is preserved for an authority, what ends first on top. */
export function preservationsQuery(client: Client) {
  return queryOptions({ queryKey: keys.preservations, queryFn: () => client.government.preservations(), gcTime: 60_000 });
}

/** Requests of authorities, counted. */
export function statisticsQuery(client: Client, ask: StatisticsAsk) {
  return queryOptions({ queryKey: keys.statistics(ask), queryFn: () => client.government.statistics(ask), gcTime: 60_000 });
}
