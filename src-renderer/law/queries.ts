import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { keys } from '../app/queries.ts';
import type { Client } from '../client/index.ts';
import type { Asked } from './what-if.ts';

/** The rulebook in force, or one the desk went by before. */
export function rulebookQuery(client: Client, hash?: string) {
  return queryOptions({ queryKey: keys.law('rulebook', hash ?? ''), queryFn: () => client.law.rulebook(hash ? { hash } : {}) });
}

export function historyQuery(client: Client) {
  return queryOptions({ queryKey: keys.law('history'), queryFn: () => client.law.history() });
}

/** What was offered to the desk and waits for another person, or was answered. */
export function proposalsQuery(client: Client) {
  return queryOptions({ queryKey: keys.law('proposals'), queryFn: () => client.law.proposals() });
}

/** How the last check of drift ended. */
export function lastDriftQuery(client: Client) {
  return queryOptions({ queryKey: keys.law('last-drift'), queryFn: () => client.law.lastDriftCheck() });
}

/** The rules behind the clocks of a case. */
export function rulesOfCaseQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.rulesOfCase(ref), queryFn: () => client.law.rulesOfCase({ ref }) });
}

/** Both sides of a what-if; the old answer stays while one types. */
export function whatIfQuery(client: Client, asked: Asked) {
  return queryOptions({
    queryKey: [...keys.case(asked.ref), 'what-if', asked],
    queryFn: () => client.law.whatIf(asked as Parameters<Client['law']['whatIf']>[0]),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
