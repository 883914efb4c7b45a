import type { Db } from '../../db/open.ts';
import { instrumentBook } from '../desk/instruments.ts';
import { stepLetters } from '../government/contract/words.ts';
import type { Material, Order, OrderStep, OrderView, Preservation } from '../government/contract.ts';
import { disclosuresOf, entriesOn, orderOf } from '../government/index.ts';
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

type OrderFields = Pick<LetterFields, 'order' | 'preserved' | 'preservedBy' | 'defects' | 'productions' | 'hashes'>;

/** For which letter, in which language. */
interface OrderAsked {
  language: LetterLanguage;
  template: string;
  view: OrderView | null;
}

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
export function addresseeOf(db: Db, ref: string, template: string): { name?: string; address?: string } {
  if (template === 'child-report') {
    const unit = handlingOf(entriesOn(db, ref)).material.recorded.at(-1)?.unit;
    return unit ? { name: unit } : {};
  }
  const order = orderOf(db, ref);
  if (!order) return {};
  const lines = [order.officerName ? order.officerRank : undefined, order.officerName ? order.agency : undefined, order.officerEmail];
  const name = order.officerName ?? order.agency;
  const address = lines.filter(Boolean).join('\n');
  return { ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a step says, by the fields of its letter. */
function stepWords({ said }: OrderStep): NonNullable<LetterFields['order']> {
  if (said.step === 'ask-back') return { orderPoints: said.points.map((point, n) => `${n + 1}. ${point}`).join('\n') };
  if (said.step === 'narrow') return { orderScope: said.scope, orderPoints: said.reasons };
  if (said.step === 'refuse') return { orderPoints: said.grounds };
  if (said.step === 'produce') return { orderPoints: said.withheld };
  if (said.step === 'withdrawn') return { withdrawnOn: shownDay(said.on), orderPoints: said.note };
  const { court, number, filedOn, stayUntil, note } = said;
  return { court, courtNumber: number, filedOn: shownDay(filedOn), stayUntil: stayUntil && shownDay(stayUntil), orderPoints: note };
}

/** Files of the case that a step produces, each with its size and hash. */
function productionLines(db: Db, ref: string, step: OrderStep | undefined): string[] {
  if (step?.said.step !== 'produce') return [];
  const named = step.said.productions;
  return disclosuresOf(db, ref)
    .productions.filter(({ seq }) => named.includes(seq))
    .map(({ name, sizeBytes, sha256 }) => oneLine(`${name}: ${sizeBytes.toLocaleString('en-IN')} bytes, SHA-256 ${sha256}`));
}

/** Where material lies that is never kept here; nothing of the material itself. */
function materialWords({ recorded }: Material): NonNullable<LetterFields['order']> {
  const last = recorded.at(-1);
  return last ? { reportTo: last.unit, materialLies: last.lies, materialFrozenBy: last.frozenBy } : {};
}

/** What the order lacks or asks too much, as it is judged today; what is not known yet is held against nobody. */
function defectLines(view: OrderView | null, language: LetterLanguage): string[] {
  const lacking = view?.judgement.findings.filter(({ level }) => level !== 'unknown') ?? [];
  return [...lacking, ...(view?.breadth.findings ?? [])].map(({ text }) => text[language]);
}

/**
 * What letters to the authority say: of the order, of what is preserved, and of the newest step that `template` tells. `view`: the
 * order as it is judged.
 */
export function orderFields(db: Db, ref: string, { language, template, view }: OrderAsked): OrderFields {
  const order = orderOf(db, ref);
  const { preservations, steps, material } = handlingOf(entriesOn(db, ref));
  const preserved = preservationFields(
    preservations.findLast(({ releasedAt }) => releasedAt === null),
    language,
  );
  const step = steps.findLast((one) => stepLetters[one.step] === template);
  const own = order ? { orderName: nameOf(order, language), orderProvision: order.provision } : {};
  return {
    ...preserved,
    order: { ...own, ...preserved.order, ...(step ? stepWords(step) : {}), ...materialWords(material) },
    hashes: material.recorded
      .flatMap(({ files }) => files.map(({ item, sha256 }) => [item, `SHA-256 ${sha256}`].filter(Boolean).join(': ')))
      .slice(0, 200),
    defects: defectLines(view, language),
    productions: productionLines(db, ref, step),
  };
}
