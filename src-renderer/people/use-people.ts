import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { tellDone } from '../app/toast.ts';
import type { Client } from '../client/index.ts';

/** A change to people: everything that shows people is asked for anew, and so are the cases that name them. */
export function usePeopleChange<I>(change: (client: Client, input: I) => Promise<unknown>, done: string | null, onDone?: () => void) {
  const client = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: I) => change(client, input),
    onSuccess() {
      for (const queryKey of [['people'], ['case']]) void queries.invalidateQueries({ queryKey });
      if (done !== null) tellDone(done);
      onDone?.();
    },
  });
}
