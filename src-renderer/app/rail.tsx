import {
  IconArchive,
  IconBuildingCommunity,
  IconCalendarCheck,
  IconChartBar,
  IconFileCertificate,
  IconFileExport,
  IconInbox,
  IconLock,
  IconScale,
  IconSettings,
  IconSnowflake,
  IconSun,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { complaintKinds, governmentKinds, ownDutyKinds, rightsKinds } from '../../src-main/cases/contract/words.ts';
import type { QueueCounts, QueueFilter } from '../../src-main/cases/contract.ts';
import { proposalsQuery } from '../law/queries.ts';
import { wallsQuery } from '../restricted/queries.ts';
import { useDesk } from './desk.tsx';
import { useGo, useQueueSearch } from './navigation.ts';
import { approvalsQuery, countsQuery } from './queries.ts';
import styles from './rail.module.css';
import { countToAnswer } from './second-person.tsx';
import { useText } from './text.ts';

interface Room {
  to:
    | '/today'
    | '/queue'
    | '/law'
    | '/duties'
    | '/platforms'
    | '/retention'
    | '/requests'
    | '/preservations'
    | '/disclosures'
    | '/restricted'
    | '/audit'
    | '/settings';
  icon: ReactNode;
  key:
    | 'today'
    | 'queue'
    | 'law'
    | 'duties'
    | 'platforms'
    | 'retention'
    | 'requests'
    | 'preservations'
    | 'disclosures'
    | 'restricted'
    | 'audit'
    | 'settings';
}

const rooms: Room[] = [
  { to: '/today', icon: <IconSun size={18} aria-hidden />, key: 'today' },
  { to: '/queue', icon: <IconInbox size={18} aria-hidden />, key: 'queue' },
  { to: '/law', icon: <IconScale size={18} aria-hidden />, key: 'law' },
  { to: '/duties', icon: <IconCalendarCheck size={18} aria-hidden />, key: 'duties' },
  { to: '/platforms', icon: <IconBuildingCommunity size={18} aria-hidden />, key: 'platforms' },
  { to: '/retention', icon: <IconArchive size={18} aria-hidden />, key: 'retention' },
  { to: '/requests', icon: <IconChartBar size={18} aria-hidden />, key: 'requests' },
  { to: '/preservations', icon: <IconSnowflake size={18} aria-hidden />, key: 'preservations' },
  { to: '/disclosures', icon: <IconFileExport size={18} aria-hidden />, key: 'disclosures' },
  { to: '/restricted', icon: <IconLock size={18} aria-hidden />, key: 'restricted' },
  { to: '/audit', icon: <IconFileCertificate size={18} aria-hidden />, key: 'audit' },
  { to: '/settings', icon: <IconSettings size={18} aria-hidden />, key: 'settings' },
];

function RoomLink({ room, count }: { room: Room; count: number | undefined }) {
  const { t, number } = useText();
  const label = t(`app.rooms.${room.key}`);
  return (
    <li>
      <Link to={room.to} className={styles['link']} title={label} activeProps={{ 'aria-current': 'page' }}>
        {room.icon}
        <span className={styles['label']}>{label}</span>
        {count === undefined ? null : <span className={styles['count']}>{number(count)}</span>}
      </Link>
    </li>
  );
}

interface View {
  key: 'unsorted' | 'complaints' | 'rights' | 'government' | 'own-duties' | 'closed';
  filter: QueueFilter;
  count: number;
}

const sum = (byKind: Record<string, number>, kinds: readonly string[]) => kinds.reduce((total, kind) => total + (byKind[kind] ?? 0), 0);

function viewsOf({ byKind, closed }: QueueCounts): View[] {
  return [
    { key: 'unsorted', filter: { group: 'unsorted' }, count: byKind['unsorted'] ?? 0 },
    { key: 'complaints', filter: { group: 'complaints' }, count: sum(byKind, complaintKinds) },
    { key: 'rights', filter: { group: 'rights' }, count: sum(byKind, rightsKinds) },
    { key: 'government', filter: { group: 'government' }, count: sum(byKind, governmentKinds) },
    { key: 'own-duties', filter: { group: 'own-duties' }, count: sum(byKind, ownDutyKinds) },
    { key: 'closed', filter: { closed: true }, count: closed },
  ];
}

function Views({ counts }: { counts: QueueCounts }) {
  const { t, number } = useText();
  const go = useGo();
  const search = useQueueSearch();
  const isQueue = useRouterState({ select: ({ location }) => location.pathname === '/queue' });
  const isShown = ({ key, filter }: View) => isQueue && (key === 'closed' ? search.closed === true : search.group === filter.group);
  return (
    <section className={styles['views']} aria-labelledby="views">
      <h2 id="views" className={styles['heading']}>
        {t('app.views')}
      </h2>
      <ul>
        {viewsOf(counts).map((view) => (
          <li key={view.key}>
            <button
              type="button"
              className={styles['link']}
              aria-current={isShown(view) ? 'true' : undefined}
              onClick={() => go.queue(isShown(view) ? {} : view.filter)}
            >
              <span className={styles['label']}>{view.key === 'closed' ? t('words.state.closed') : t(`words.group.${view.key}`)}</span>
              <span className={styles['count']}>{number(view.count)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The rooms of the desk, and the ready-made views of the queue. */
export function Rail() {
  const { t } = useText();
  const client = useDesk();
  const { data: counts } = useQuery(countsQuery(client));
  const { data: proposals } = useQuery(proposalsQuery(client));
  const { data: approvals } = useQuery(approvalsQuery(client));
  const { data: walls } = useQuery(wallsQuery(client));
  // Nobody else is told of this room.
  const isListed = ({ key }: Room) => key !== 'restricted' || (walls?.mine ?? 0) > 0;
  const countOf = (room: Room) => {
    // What another person of the desk has to answer stands where it is answered.
    if (room.key === 'law') return proposals?.filter(({ outcome, isMine }) => outcome === null && !isMine).length || undefined;
    if (room.key === 'settings') return countToAnswer(approvals ?? []) || undefined;
    if (room.key === 'restricted') return walls?.total;
    if (!counts) return undefined;
    if (room.key === 'queue') return counts.total;
    return room.key === 'today' ? counts.overdue + counts.under2h + counts.under24h : undefined;
  };
  return (
    <nav className={styles['rail']} aria-label={t('app.rooms.label')}>
      <ul>
        {rooms.filter(isListed).map((room) => (
          <RoomLink key={room.key} room={room} count={countOf(room)} />
        ))}
      </ul>
      {counts ? <Views counts={counts} /> : null}
    </nav>
  );
}
