import { createMemoryHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { AuditPage } from '../audit/audit-page.tsx';
import { QueuePage } from '../queue/queue-page.tsx';
import { readQueueSearch } from '../queue/queue-search.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { TodayPage } from '../today/today-page.tsx';
import { Layout } from './layout.tsx';

const root = createRootRoute({ component: Layout });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/queue' });
  },
});
const today = createRoute({ getParentRoute: () => root, path: '/today', component: TodayPage });
const queue = createRoute({ getParentRoute: () => root, path: '/queue', component: QueuePage, validateSearch: readQueueSearch });
const audit = createRoute({ getParentRoute: () => root, path: '/audit', component: AuditPage });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });

/**
 * Addresses live in memory: filters hold names and words searched for, and a browser writes the addresses it visits to its profile.
 * Back and forward (Alt with the arrows) work as ever.
 */
export const router = createRouter({
  routeTree: root.addChildren([start, today, queue, audit, settings]),
  history: createMemoryHistory({ initialEntries: ['/queue'] }),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
