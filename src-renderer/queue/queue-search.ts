import { caseKinds, caseStates, identityStates, letterTemplates, platforms } from '../../src-main/cases/contract/words.ts';
import type { ActName, QueueFilter } from '../../src-main/cases/contract.ts';

export type Doing = ActName | 'letter';

/** What the address of the queue holds: its filter, the case beside it, and what is being done to that case. */
export interface QueueSearch extends QueueFilter {
  case?: string | undefined;
  do?: Doing | undefined;
  template?: Template | undefined;
}

export const templates = letterTemplates;
export type Template = (typeof templates)[number];
export const dueBands = ['overdue', 'under-2h', 'under-24h', 'under-3d', 'later'] as const;
export const groups = ['unsorted', 'complaints', 'rights', 'government', 'own-duties'] as const;

function oneOf<T extends string>(list: readonly T[], value: unknown): T | undefined {
  return list.find((one) => one === value);
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined);
const flag = (value: unknown) => (value === true ? true : undefined);

/** Takes what is sound of an address; the rest is as if it were not there. */
export function readQueueSearch(raw: Record<string, unknown>): QueueSearch {
  const search: QueueSearch = {
    platform: oneOf(platforms, raw['platform']),
    kind: oneOf(caseKinds, raw['kind']),
    group: oneOf(groups, raw['group']),
    state: oneOf(caseStates, raw['state']),
    identity: oneOf(identityStates, raw['identity']),
    due: oneOf(dueBands, raw['due']),
    confirmReceipt: flag(raw['confirmReceipt']),
    unassigned: flag(raw['unassigned']),
    text: text(raw['text']),
    closed: flag(raw['closed']),
    case: text(raw['case']),
    do: text(raw['do']) as Doing | undefined,
    template: oneOf(templates, raw['template']),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

/** The part of an address that narrows the queue. */
export function filterOf(search: QueueSearch): QueueFilter {
  const { case: _case, do: _do, template: _template, ...filter } = search;
  return filter;
}

/** How many things narrow the queue, for the button that clears them. */
export function narrowings(filter: QueueFilter): number {
  return Object.values(filter).filter((value) => value !== undefined).length;
}
