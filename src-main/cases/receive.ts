import { currentProfile } from '../desk/adopted.ts';
import { type Desk, post } from '../desk/desk.ts';
import { recogniseParty } from '../people/index.ts';
import type { CaseLink, NewCase } from './contract.ts';
import { type CaseFile, makeTicket, yearInIndia } from './rules.ts';
import { lastInSeries } from './store.ts';

/** What intake knows beside the form: how the receipt time was found, and which mail this came from. */
export interface Arrival {
  receivedFrom: CaseFile['receivedFrom'];
  confirmReceipt: boolean;
  links: CaseLink[];
  mail?: Record<string, unknown>;
  /** The record of who asks, where it is known. */
  party?: string | null;
}

const byPerson: Arrival = { receivedFrom: 'person', confirmReceipt: false, links: [] };

function onBehalfText(value: NewCase['onBehalfOf']): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  return value.relation ? `${value.name} (${value.relation})` : value.name;
}

/** Writes `case.received` for a checked input, inside the caller's transaction; answers the new ticket. */
export function receiveCase(desk: Desk, input: NewCase, arrival: Arrival = byPerson): string {
  const profile = currentProfile(desk.db, input.platform);
  const year = yearInIndia(input.receivedAt);
  const number = lastInSeries(desk.db, input.platform, year) + 1;
  const ref = makeTicket(profile.prefix, year, number);
  post(desk, {
    kind: 'case.received',
    subject: `case:${ref}`,
    body: {
      platform: input.platform,
      kind: input.kind,
      receivedAt: input.receivedAt,
      receivedFrom: arrival.receivedFrom,
      confirmReceipt: arrival.confirmReceipt,
      lateReason: input.lateReason ?? null,
      historical: input.historical ?? false,
      oldReference: input.oldReference ?? null,
      channel: input.channel,
      complainant: input.complainant ?? {},
      onBehalfOf: onBehalfText(input.onBehalfOf),
      subject: input.subject,
      text: input.text ?? '',
      facts: input.facts ?? {},
      items: input.items ?? [],
      links: arrival.links,
      party: arrival.party ?? recogniseParty(desk.db, input.complainant ?? {}),
      year,
      number,
      ...(arrival.mail ? { mail: arrival.mail } : {}),
    },
  });
  return ref;
}
