import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { announce } from '../ui/announcer.tsx';
import { useDesk } from './desk.tsx';
import { countsQuery } from './queries.ts';
import { useText } from './text.ts';

/** Says aloud when more cases have become overdue or urgent; seeing it is no condition of knowing it. */
export function useWatchedCounts(): void {
  const { t, number } = useText();
  const { data: counts } = useQuery(countsQuery(useDesk()));
  const before = useRef<{ overdue: number; under2h: number } | null>(null);
  useEffect(() => {
    if (!counts) return;
    const was = before.current;
    before.current = counts;
    if (!was) return;
    if (counts.overdue > was.overdue) announce(t('app.moreOverdue', { count: counts.overdue, n: number(counts.overdue) }));
    else if (counts.under2h > was.under2h) announce(t('app.moreUrgent', { count: counts.under2h, n: number(counts.under2h) }));
  }, [counts, t, number]);
}
