import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { QueueFilter } from '../../src-main/cases/contract.ts';
import { type Doing, filterOf, type QueueSearch, readQueueSearch, type Template } from '../queue/queue-search.ts';

/** Where the settings list what waits for a second person. */
export const approvalsId = 'second-person';

/** The address of the queue as it is now; empty in the other rooms. */
export function useQueueSearch(): QueueSearch {
  return useRouterState({
    select: ({ location }) => (location.pathname === '/queue' ? readQueueSearch(location.search as Record<string, unknown>) : {}),
    structuralSharing: true,
  });
}

/** The ways one moves about the desk. */
export function useGo() {
  const navigate = useNavigate();
  const search = useQueueSearch();
  return useMemo(() => {
    const toQueue = (next: QueueSearch, replace = false) => void navigate({ to: '/queue', search: next, replace });
    return {
      today: () => void navigate({ to: '/today' }),
      alarms: () => void navigate({ to: '/alarms' }),
      platforms: () => void navigate({ to: '/platforms' }),
      duties: () => void navigate({ to: '/duties' }),
      retention: () => void navigate({ to: '/retention' }),
      requests: () => void navigate({ to: '/requests' }),
      preservations: () => void navigate({ to: '/preservations' }),
      disclosures: () => void navigate({ to: '/disclosures' }),
      restricted: () => void navigate({ to: '/restricted' }),
      audit: () => void navigate({ to: '/audit' }),
      settings: () => void navigate({ to: '/settings' }),
      /** What waits for a second person, in the settings. */
      approvals: () => void navigate({ to: '/settings', hash: approvalsId }),
      /** The rulebook; with a rule, that one opened. */
      law: (rule?: string) => void navigate({ to: '/law', search: rule === undefined ? {} : { rule } }),
      /** The check of drift, in the law room. */
      drift: () => void navigate({ to: '/law/drift' }),
      calculator: () => void navigate({ to: '/law/calculator' }),
      /** The queue under a filter; an open case stays open beside it. */
      queue: (filter: QueueFilter) => toQueue({ ...filter, case: search.case }),
      /** Filters while typing: no step back for each letter. */
      find: (text: string) => toQueue({ ...filterOf(search), text: text || undefined, case: search.case }, search.text !== undefined),
      openCase: (ref: string) => toQueue({ ...filterOf(search), case: ref }),
      closeCase: () => toQueue(filterOf(search)),
      /** Opens the form of an act on a case; null puts the form away. */
      act: (ref: string, doing: Doing | null, template?: Template) =>
        toQueue({ ...filterOf(search), case: ref, do: doing ?? undefined, template: doing === null ? undefined : template }),
    };
  }, [navigate, search]);
}
