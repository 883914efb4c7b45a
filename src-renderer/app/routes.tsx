import { createMemoryHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { AlarmsPage } from '../alarms/alarms-page.tsx';
import { AuditPage } from '../audit/audit-page.tsx';
import { DutiesPage } from '../duties/duties-page.tsx';
import { RegisterPage } from '../government/disclosures/register-page.tsx';
import { PreservationsPage } from '../government/orders/preservations-page.tsx';
import { StatisticsPage } from '../government/statistics/statistics-page.tsx';
import { CalculatorPage } from '../law/calculator-page.tsx';
import { ChangesPage } from '../law/changes-page.tsx';
import { DriftPage } from '../law/drift-page.tsx';
import { EditPage } from '../law/edit-page.tsx';
import { LawRoom } from '../law/law-room.tsx';
import { readLawSearch } from '../law/law-search.ts';
import { RulebookPage } from '../law/rulebook-page.tsx';
import { PlatformsPage } from '../platforms/platforms-page.tsx';
import { QueuePage } from '../queue/queue-page.tsx';
import { readQueueSearch } from '../queue/queue-search.ts';
import { RestrictedPage } from '../restricted/restricted-page.tsx';
import { RetentionPage } from '../retention/retention-page.tsx';
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
const alarms = createRoute({ getParentRoute: () => root, path: '/alarms', component: AlarmsPage });
const duties = createRoute({ getParentRoute: () => root, path: '/duties', component: DutiesPage });
const platforms = createRoute({ getParentRoute: () => root, path: '/platforms', component: PlatformsPage });
const retention = createRoute({ getParentRoute: () => root, path: '/retention', component: RetentionPage });
const requests = createRoute({ getParentRoute: () => root, path: '/requests', component: StatisticsPage });
const preservations = createRoute({ getParentRoute: () => root, path: '/preservations', component: PreservationsPage });
const disclosures = createRoute({ getParentRoute: () => root, path: '/disclosures', component: RegisterPage });
const restricted = createRoute({ getParentRoute: () => root, path: '/restricted', component: RestrictedPage });
const audit = createRoute({ getParentRoute: () => root, path: '/audit', component: AuditPage });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage });
const law = createRoute({ getParentRoute: () => root, path: '/law', component: LawRoom });
const lawParts = [
  createRoute({ getParentRoute: () => law, path: '/', component: RulebookPage, validateSearch: readLawSearch }),
  createRoute({ getParentRoute: () => law, path: '/calculator', component: CalculatorPage }),
  createRoute({ getParentRoute: () => law, path: '/changes', component: ChangesPage }),
  createRoute({ getParentRoute: () => law, path: '/drift', component: DriftPage }),
  createRoute({ getParentRoute: () => law, path: '/edit', component: EditPage, validateSearch: readLawSearch }),
] as const;

/**
 * Addresses live in memory: filters hold names and words searched for, and a browser writes the addresses it visits to its profile.
 * Back and forward (Alt with the arrows) work as ever.
 */
export const router = createRouter({
  routeTree: root.addChildren([
    start,
    today,
    queue,
    audit,
    settings,
    alarms,
    duties,
    platforms,
    retention,
    requests,
    preservations,
    disclosures,
    restricted,
    law.addChildren(lawParts),
  ]),
  history: createMemoryHistory({ initialEntries: ['/queue'] }),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
