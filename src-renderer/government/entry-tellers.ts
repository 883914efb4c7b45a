import type { useText } from '../app/text.ts';
import { formatDay } from '../ui/ist.ts';

type Say = ReturnType<typeof useText>;
type Body = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** What entries on orders tell in the timeline. */
export const governmentTellers: Record<string, (say: Say, body: Body) => (string | null)[]> = {
  'order.recorded': (_say, body) => {
    const order = (body['order'] ?? {}) as Body;
    return [[text(order['agency']), text(order['officerRank']), text(order['number'])].filter(Boolean).join(' · ') || null];
  },
  'case.items-added': ({ t, number }, body) => {
    const [added, refused] = [Number(body['added'] ?? 0), Number(body['refused'] ?? 0)];
    return [
      t('entry.lines.itemsGiven', { count: added, n: number(added) }),
      refused > 0 ? t('act.add-items.refused', { count: refused, n: number(refused) }) : null,
      text(body['name']),
    ];
  },
  'sheet.returned': ({ t, number }, body) => {
    const [taken, refused] = [Number(body['taken'] ?? 0), Number(body['refused'] ?? 0)];
    return [
      t('act.take-sheet.taken', { count: taken, n: number(taken) }),
      refused > 0 ? t('act.take-sheet.refused', { count: refused, n: number(refused) }) : null,
      text(body['name']),
    ];
  },
  'sheet.sent': ({ t }, body) => [t('entry.lines.to', { to: String(body['to'] ?? '') }), text(body['sha256'])],
  'item.captured': (_say, body) => [text(body['value']), text(body['note']), text(body['sha256'])],
  'production.hashed': (_say, body) => [text(body['name']), text(body['sha256'])],
  'disclosure.made': (_say, body) => [
    [text(body['category']), text(body['volume'])].filter(Boolean).join(' · '),
    [text(body['recipient']), text(body['legalBasis'])].filter(Boolean).join(' · '),
    text(body['sha256']),
  ],
  'disclosure.told': (_say, body) => [text(body['how'])],
  'counsel.decided': ({ t }, body) => [
    t(`disclosures.counsel.${body['allow'] === true ? 'allow' : 'deny'}`, {
      name: String(body['counsel'] ?? ''),
      reason: String(body['reason'] ?? ''),
    }),
  ],
  'certificate.made': (_say, body) => [text(body['name']), (body['files'] as { name: string }[]).map(({ name }) => name).join(', ')],
  'order.stepped': ({ look }, body) => [
    look(`orders.step.${String(body['step'])}`, String(body['step'])),
    text(body['scope']) ?? text(body['grounds']) ?? text(body['court']) ?? text(body['withheld']) ?? text(body['by']),
  ],
  'order.breadth-acknowledged': (_say, body) => [text(body['reason'])],
  'material.recorded': (_say, body) => [[text(body['lies']), text(body['frozenBy'])].filter(Boolean).join(' · '), text(body['unit'])],
  'material.handed-over': (_say, body) => [[text(body['to']), text(body['receipt'])].filter(Boolean).join(' · ')],
  'preservation.made': ({ t }, body) => [
    text(body['paper']),
    t('orders.until', { day: formatDay(String(body['until'])) }),
    text(body['reason']),
  ],
  'preservation.confirmed': (_say, body) => [[text(body['system']), text(body['reference'])].filter(Boolean).join(' · ')],
  'preservation.renewed': ({ t }, body) => [
    text(body['paper']),
    t('orders.until', { day: formatDay(String(body['until'])) }),
    text(body['reason']),
  ],
  'preservation.released': (_say, body) => [text(body['reason'])],
  'order.checked': ({ look }, body) => [
    look(`government.checkState.${String(body['result'])}`, String(body['result'])),
    text(body['detail']),
  ],
};
