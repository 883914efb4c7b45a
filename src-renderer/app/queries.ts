import { QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query';
import type { QueueFilter } from '../../src-main/cases/contract.ts';
import type { JobState } from '../../src-main/desk/contract.ts';
import type { Client } from '../client/index.ts';
import { setDeskNow } from '../ui/desk-clock.ts';

/** Rows asked for at once; the queue keeps one query per block of them. */
export const blockRows = 50;

export const keys = {
  status: ['status'],
  counts: ['counts'],
  queue: ['queue'],
  block: (filter: QueueFilter, block: number) => ['queue', 'block', filter, block],
  today: (part: string) => ['queue', 'today', part],
  case: (ref: string) => ['case', ref],
  similar: (ref: string) => ['case', ref, 'similar'],
  explain: (ref: string, rule: string) => ['case', ref, 'explain', rule],
  rulesOfCase: (ref: string) => ['case', ref, 'rules'],
  preview: (ref: string, template: string, language: string) => ['case', ref, 'preview', template, language],
  identity: (ref: string) => ['case', ref, 'identity'],
  package: (ref: string) => ['case', ref, 'package'],
  peopleOf: (ref: string) => ['case', ref, 'people'],
  person: (party: string) => ['people', 'one', party],
  letter: (ref: string, id: string) => ['case', ref, 'letter', id],
  instruments: ['instruments'],
  judged: (asked: string) => ['judged', asked],
  items: (ref: string) => ['case', ref, 'items'],
  disclosures: (ref: string) => ['case', ref, 'disclosures'],
  statistics: (ask: unknown) => ['queue', 'statistics', ask],
  preservations: ['queue', 'preservations'],
  register: (account: string) => ['queue', 'register', account],
  list: (asked: string) => ['list', asked],
  alarms: ['alarms'],
  staff: ['staff'],
  approvals: ['approvals'],
  kept: (ref: string) => ['case', ref, 'kept'],
  tied: (ref: string) => ['case', ref, 'tied'],
  erasure: (ref: string) => ['case', ref, 'erasure'],
  retention: (...part: unknown[]) => ['retention', ...part],
  restricted: (...part: unknown[]) => ['restricted', ...part],
  officers: ['officers'],
  journal: ['journal'],
  job: (id: string) => ['jobs', id],
  draft: (id: string) => ['draft', id],
  suggested: (input: unknown) => ['suggested', input],
  clocks: (input: unknown) => ['clocks', input],
  law: (...part: unknown[]) => ['law', ...part],
} as const satisfies Record<string, QueryKey | ((...parts: never[]) => QueryKey)>;

/** The one place that knows which queries a topic of the desk makes old. */
function keysOfTopic(topic: string): QueryKey[] {
  // Whatever else has changed has left an entry; the record is only asked for again where it is shown.
  return topic === 'jobs' ? [['jobs']] : [...ownKeysOf(topic), keys.journal];
}

function ownKeysOf(topic: string): QueryKey[] {
  if (topic === 'queue') return [keys.queue, keys.counts, keys.status];
  if (topic === 'status' || topic === 'journal') return [keys.status];
  if (topic === 'alarms') return [keys.alarms];
  if (topic === 'people-of-desk') return [keys.staff, keys.restricted()];
  // Who agreed to a purge stands beside the case.
  if (topic === 'approvals') return [keys.approvals, keys.retention()];
  if (topic === 'walls') return [keys.restricted(), keys.retention()];
  if (topic === 'retention') return [keys.retention()];
  // Letters bear the officer's name, so that their drafts are old too.
  if (topic === 'officers') return [keys.officers, ['case']];
  // A case is explained by the rulebook in force, also one that an adoption does not move.
  if (topic === 'law') return [keys.law(), ['case']];
  // Whoever is merged or parted changes what her cases say of her.
  if (topic === 'people') return [['people'], ['case']];
  // A restricted case stands in no list but its own.
  if (topic.startsWith('case:')) return [keys.case(topic.slice('case:'.length)), keys.restricted()];
  return [];
}

/** Query keys that these topics make old, each once. */
export function keysOfTopics(topics: string[]): QueryKey[] {
  const found = new Map(topics.flatMap(keysOfTopic).map((key) => [JSON.stringify(key), key]));
  return [...found.values()];
}

/** Nothing here crosses a network, nothing grows old but by a topic, and a refusal is no reason to ask again. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

async function askStatus(client: Client) {
  const status = await client.desk.status();
  setDeskNow(status.now, performance.now());
  return status;
}

export function statusQuery(client: Client) {
  // Asked every minute for its `now`: a machine that slept counts on from the right moment.
  return queryOptions({ queryKey: keys.status, queryFn: () => askStatus(client), refetchInterval: 60_000, refetchOnWindowFocus: 'always' });
}

export function countsQuery(client: Client) {
  // The bands move with time even when no case changes.
  return queryOptions({ queryKey: keys.counts, queryFn: () => client.cases.counts(), refetchInterval: 30_000 });
}

export function blockQuery(client: Client, filter: QueueFilter, block: number) {
  return queryOptions({
    queryKey: keys.block(filter, block),
    queryFn: () => client.cases.queue({ filter, offset: block * blockRows, limit: blockRows }),
    gcTime: 60_000,
  });
}

export function caseQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.case(ref), queryFn: () => client.cases.open({ ref }), gcTime: 120_000 });
}

/** Decided by other cases, so that it is asked for anew each time it is shown. */
export function similarQuery(client: Client, ref: string) {
  return queryOptions({ queryKey: keys.similar(ref), queryFn: () => client.cases.similar({ ref }), staleTime: 0 });
}

/** A job's state until it ends; `jobs` topics bring news, and a slow question is kept up in case one is missed. */
export function jobQuery(client: Client, job: JobState) {
  return queryOptions({
    queryKey: keys.job(job.id),
    queryFn: () => client.jobs.get({ id: job.id }),
    initialData: job,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 700 : false),
  });
}

export function alarmsQuery(client: Client) {
  // Whom to call changes with the hour.
  return queryOptions({ queryKey: keys.alarms, queryFn: () => client.law.alarms(), refetchInterval: 60_000 });
}

/** The desk's own people. */
export function staffQuery(client: Client) {
  return queryOptions({ queryKey: keys.staff, queryFn: () => client.workspace.people() });
}

/** What waits for a second person. */
export function approvalsQuery(client: Client) {
  return queryOptions({ queryKey: keys.approvals, queryFn: () => client.approvals.list() });
}

/** The officers of record by date. */
export function officersQuery(client: Client) {
  return queryOptions({ queryKey: keys.officers, queryFn: () => client.workspace.officers() });
}

export function rotaQuery(client: Client) {
  return queryOptions({ queryKey: keys.law('rota'), queryFn: () => client.law.rota(), refetchInterval: 60_000 });
}

export function dutiesQuery(client: Client) {
  return queryOptions({ queryKey: keys.law('duties'), queryFn: () => client.law.duties() });
}

/** The calendars of days off that the desk's own targets may count by. */
export function calendarsQuery(client: Client) {
  return queryOptions({ queryKey: keys.law('calendars'), queryFn: () => client.law.calendars() });
}
