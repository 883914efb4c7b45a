import type { useText } from '../app/text.ts';

type Say = ReturnType<typeof useText>;
type Body = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** What entries on orders tell in the timeline. */
export const governmentTellers: Record<string, (say: Say, body: Body) => (string | null)[]> = {
  'order.recorded': (_say, body) => {
    const order = (body['order'] ?? {}) as Body;
    return [[text(order['agency']), text(order['officerRank']), text(order['number'])].filter(Boolean).join(' · ') || null];
  },
  'order.checked': ({ look }, body) => [
    look(`government.checkState.${String(body['result'])}`, String(body['result'])),
    text(body['detail']),
  ],
};
