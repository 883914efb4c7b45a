import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDesk } from './desk.tsx';
import { keepDrafts } from './drafts.ts';
import { keys } from './queries.ts';

/** Locks the desk, with what is half typed kept first. */
export function useLock() {
  const client = useDesk();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await keepDrafts();
      return client.workspace.lock();
    },
    onSuccess: (status) => queries.setQueryData(keys.status, status),
  });
}
