import { queryOptions, useQuery } from '@tanstack/react-query';
import type { PartyRole } from '../../src-main/people/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import type { Client } from '../client/index.ts';

/** The people of a case and the complaints it may repeat; another case may change them, so they are asked for at each opening. */
export function casePeopleQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.peopleOf(ref), queryFn: () => client.people.ofCase({ ref }), staleTime: 0, gcTime: 30_000 });
}

export function personQuery(client: Client, party: string) {
  return queryOptions({ queryKey: keys.person(party), queryFn: () => client.people.open({ party }), staleTime: 0, gcTime: 30_000 });
}

/** The record of who has this part in a case; null until it is known, or where there is none. */
export function usePartyOfCase(ref: string, role: PartyRole): string | null {
  const { data } = useQuery(casePeopleQuery(useDesk(), ref));
  return data?.parties.find((one) => one.role === role)?.party.id ?? null;
}
