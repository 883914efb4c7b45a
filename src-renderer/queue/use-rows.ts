import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { QueueFilter, QueueRow } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { blockQuery, blockRows } from '../app/queries.ts';

/** The filter whose rows are shown: the one before stays until the first rows of the new one are there. */
export function useShownFilter(filter: QueueFilter) {
  const client = useDesk();
  const head = useQuery(blockQuery(client, filter, 0));
  const [shown, setShown] = useState(filter);
  const wanted = JSON.stringify(filter);
  if (head.data && JSON.stringify(shown) !== wanted) setShown(filter);
  return {
    shown: head.data ? filter : shown,
    isWaiting: head.isPending && JSON.stringify(shown) === wanted,
    isBehind: head.isPending,
    error: head.error,
    total: head.data?.total,
    retry: () => void head.refetch(),
  };
}

type Block = { data?: { rows: QueueRow[]; total: number } | undefined };

const rowsOf = (answers: Block[]) => answers.map(({ data }) => data?.rows);

/** The rows from `first` on; a row that is not there yet is undefined. */
export function useRows(filter: QueueFilter, first: number, count: number) {
  const client = useDesk();
  const from = Math.floor(first / blockRows);
  const to = Math.floor((first + Math.max(1, count) - 1) / blockRows);
  const queries = useMemo(
    () => Array.from({ length: to - from + 1 }, (_, n) => blockQuery(client, filter, from + n)),
    [client, filter, from, to],
  );
  const blocks = useQueries({ queries, combine: rowsOf });
  return useMemo(() => {
    const rowAt = (index: number): QueueRow | undefined => blocks[Math.floor(index / blockRows) - from]?.[index % blockRows];
    const rows = Array.from({ length: count }, (_, n) => rowAt(first + n));
    return { rowAt, rows, known: rows.filter((row) => row !== undefined) };
  }, [blocks, from, first, count]);
}
