import type { Breadth, BreadthCode, BreadthFinding, Instrument, Order, OrderEntry } from '../contract.ts';

const everything =
  /\b(?:everything|all|any and all|entire|complete|whole|every)\b(?:\s+(?:of|the|and|available|user|account|personal|other|such|related))*\s*(?:\b(?:data|information|records?|details?|content|logs?|account)\b|$)|everything|सभी|समस्त|संपूर्ण|पूरा डेटा/iu;
const content = /content|messages?|chats?|photos?|videos?|inbox|सामग्री|संदेश|चैट/iu;
/** Purposes that registration data and addresses serve. */
const findsPerson = /identif|trace|locat|subscriber|registration|who\b|पहचान|पता लगा/iu;
const mostSorts = 5;

const texts: Record<BreadthCode, BreadthFinding['text']> = {
  everything: { en: 'it asks for everything instead of named sorts of data', hi: 'यह नामित प्रकार के स्थान पर सारा डेटा माँगता है' },
  'no-period': { en: 'it names no period', hi: 'यह कोई अवधि नहीं बताता' },
  'no-account': { en: 'it names no account', hi: 'यह कोई खाता नहीं बताता' },
  'beyond-purpose': {
    en: 'it asks for more sorts of data than its purpose needs',
    hi: 'यह अपने उद्देश्य से अधिक प्रकार का डेटा माँगता है',
  },
};

const sortsOf = (categories: string) => categories.split(/[,;\n]|\band\b|और/u).filter((part) => part.trim() !== '').length;

function isBeyondPurpose({ categories = '', purpose }: Order): boolean {
  if (sortsOf(categories) > mostSorts) return true;
  return content.test(categories) && purpose !== undefined && findsPerson.test(purpose) && !content.test(purpose);
}

/**
 * How an order for data asks for too much; nothing for one that asks for no data. What nobody recorded yet is not held against it:
 * once it is known what data it asks for, an absent period or account is one that it does not name. Source: features G4.
 */
export function breadthOf(instrument: Instrument, order: Order, itemCount: number): BreadthFinding[] {
  if (!instrument.fields.includes('categories')) return [];
  const isRead = order.categories !== undefined;
  const lacks = (...fields: NonNullable<Order['lacks']>) => fields.every((field) => order.lacks?.includes(field));
  const found: [BreadthCode, boolean][] = [
    ['everything', everything.test(order.categories ?? '')],
    ['no-period', (isRead && !order.periodFrom && !order.periodTo) || lacks('periodFrom', 'periodTo')],
    ['no-account', itemCount === 0 && (isRead || lacks('items'))],
    ['beyond-purpose', isBeyondPurpose(order)],
  ];
  return found.filter(([, isFound]) => isFound).map(([code]) => ({ code, text: texts[code] }));
}

/** The findings with the last acknowledgement that named all of them and came after the order was recorded last. */
export function breadthKnown(findings: BreadthFinding[], entries: readonly OrderEntry[]): Breadth {
  const last = entries.findLast(({ kind }) => kind === 'order.breadth-acknowledged');
  const named = (last?.body['codes'] as string[] | undefined) ?? [];
  const isCovered = last !== undefined && findings.every(({ code }) => named.includes(code));
  return { findings, acknowledged: isCovered ? { reason: String(last.body['reason']), at: last.at, byName: last.byName } : null };
}
