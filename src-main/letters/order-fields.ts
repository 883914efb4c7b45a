import type { Db } from '../../db/open.ts';
import { instrumentBook } from '../desk/instruments.ts';
import type { Order, Preservation } from '../government/contract.ts';
import { entriesOn, orderOf } from '../government/index.ts';
import { handlingOf, instrumentOf } from '../government/rules.ts';
import type { LetterFields, LetterLanguage } from './contract.ts';
import { formatDateIst, formatInstantIst } from './rules/format.ts';

const shownDay = (day: string) => day.split('-').reverse().join('-');

const named = {
  en: { number: 'no.', of: 'dated', from: 'from', accounts: 'Account', items: 'Item', categories: 'Data', by: 'reference' },
  hi: { number: 'सं.', of: 'दिनांक', from: 'प्रेषक', accounts: 'खाता', items: 'सामग्री', categories: 'डेटा', by: 'संदर्भ' },
} as const;

/** "Notice of the police, no. CYB/12 dated 21-11-2026, from Example State Police". */
function nameOf(order: Order, language: LetterLanguage): string {
  const words = named[language];
  const title = instrumentOf(instrumentBook(), order.instrument)?.title[language] ?? order.instrument;
  const number = [order.number && `${words.number} ${order.number}`, order.datedOn && `${words.of} ${shownDay(order.datedOn)}`];
  const parts = [title, number.filter(Boolean).join(' '), order.agency && `${words.from} ${order.agency}`];
  return parts.filter(Boolean).join(', ');
}

function preservedLines({ accounts, items, categories }: Preservation, language: LetterLanguage): string[] {
  const words = named[language];
  return [
    ...accounts.map((one) => `${words.accounts}: ${one}`),
    ...categories.map((one) => `${words.categories}: ${one}`),
    ...items.slice(0, 200).map((one) => `${words.items}: ${one}`),
  ].slice(0, 200);
}

type OrderFields = Pick<LetterFields, 'order' | 'preserved' | 'preservedBy'>;

function preservationFields(preservation: Preservation | undefined, language: LetterLanguage): OrderFields {
  if (!preservation) return {};
  const { renewed, paper, from, until, confirmed } = preservation;
  return {
    order: {
      preservationPaper: renewed.at(-1)?.paper ?? paper,
      preservedFrom: formatInstantIst(from),
      preservedUntil: formatDateIst(until),
    },
    preserved: preservedLines(preservation, language),
    preservedBy: confirmed.map(({ system, reference, at }) => `${system}: ${formatInstantIst(at)}, ${named[language].by} ${reference}`),
  };
}

/** Whoever the order comes from is written to, where nobody else is known. */
export function addresseeOf(db: Db, ref: string): { name?: string; address?: string } {
  const order = orderOf(db, ref);
  if (!order) return {};
  const lines = [order.officerName ? order.officerRank : undefined, order.officerName ? order.agency : undefined, order.officerEmail];
  const name = order.officerName ?? order.agency;
  const address = lines.filter(Boolean).join('\n');
  return { ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

/** What letters to the authority say: of the order, and of what is preserved; of what stands, the newest. */
export function orderFields(db: Db, ref: string, language: LetterLanguage): OrderFields {
  const order = orderOf(db, ref);
  const { preservations } = handlingOf(entriesOn(db, ref));
  const preserved = preservationFields(
    preservations.findLast(({ releasedAt }) => releasedAt === null),
    language,
  );
  const own = order ? { orderName: nameOf(order, language), orderProvision: order.provision } : {};
  return { ...preserved, order: { ...own, ...preserved.order } };
}
