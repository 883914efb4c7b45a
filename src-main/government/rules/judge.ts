import type { Clock, Rulebook } from '../../law/contract.ts';
import { dateOf, istDay, rankStanding } from '../../law/rules.ts';
import type { Finding, Instrument, InstrumentBook, InstrumentTest, Judgement, Order, OrderVerdict, SameOrder } from '../contract.ts';
import { isGiven } from './facts.ts';

/** What an order is judged on. `receivedAt`, `now`: UTC; `clocks`: as computed for the case, or as they would be. */
export interface OrderKnown {
  book: InstrumentBook;
  instrument: Instrument;
  order: Order;
  itemCount: number;
  receivedAt: string;
  now: string;
  rulebook: Rulebook;
  clocks: readonly Clock[];
  /** The same order, where it is here already. */
  same: SameOrder | null;
}

type Answer = 'good' | 'failed' | 'unknown';

const dayOfInstant = (instant: string) => dateOf(istDay(Date.parse(instant)));
const answerOf = (isGood: boolean | undefined): Answer => (isGood === undefined ? 'unknown' : isGood ? 'good' : 'failed');

function judgeRank({ book, instrument, order, rulebook }: OrderKnown): Answer {
  const asked = book.ranks.find(({ id }) => id === instrument.rank);
  if (!asked) return 'unknown';
  const ranks = asked.fromRulebook ? rulebook.intimationTest.ranks : { enough: asked.enough ?? [], below: asked.below ?? [] };
  const standing = rankStanding(order.officerRank, ranks);
  return standing === 'enough' ? 'good' : standing === 'below' ? 'failed' : 'unknown';
}

/** A date or a number that is not known is nobody's fault: only one that is there can be wrong. */
function judgeDate({ order: { datedOn } }: OrderKnown, latest: string): Answer {
  return datedOn !== undefined && datedOn > latest ? 'failed' : 'good';
}

function look(known: OrderKnown, { field, want }: InstrumentTest): Answer {
  const { order, itemCount, receivedAt, now, same } = known;
  if (want === 'rank') return judgeRank(known);
  if (want === 'not-future') return judgeDate(known, dayOfInstant(now));
  if (want === 'not-after-receipt') return judgeDate(known, dayOfInstant(receivedAt));
  if (want === 'first') return same === null ? 'good' : 'failed';
  if (want === 'given') return answerOf(isGiven(order, field, itemCount));
  const value = order[field as 'inWriting'] ?? (order.lacks?.includes(field) ? false : undefined);
  // What it need not have is only looked for where it is there: nobody notes what an order does not ask.
  return want === 'no' ? answerOf(value !== true) : answerOf(value);
}

/** A preset settles what its particular would say. */
function withPresets(known: OrderKnown): OrderKnown {
  const inWriting = known.instrument.presets?.inWriting;
  return inWriting === undefined ? known : { ...known, order: { ...known.order, inWriting } };
}

function findingsOf(known: OrderKnown): Finding[] {
  const { book, instrument, receivedAt } = known;
  const isVoid = instrument.voidSince === undefined || dayOfInstant(receivedAt) >= instrument.voidSince;
  const named = [
    ...instrument.void.map((id) => ({ id, level: isVoid ? ('void' as const) : ('query' as const) })),
    ...[...instrument.query, ...book.always].map((id) => ({ id, level: 'query' as const })),
  ];
  const found = named.flatMap(({ id, level }): Finding[] => {
    const test = book.tests.find((one) => one.id === id);
    const answer = test ? look(known, test) : 'good';
    if (!test || answer === 'good') return [];
    if (answer === 'failed') return [{ test: id, field: test.field, level, text: test.missing }];
    // What is not known is named by its field: to say what is missing would say that it is.
    const { label } = book.fields.find(({ id: field }) => field === test.field) ?? { label: test.missing };
    return [{ test: id, field: test.field, level: 'unknown', text: label }];
  });
  return [...notInForce(known), ...found];
}

function notInForce({ book, instrument: { inForceFrom }, receivedAt }: OrderKnown): Finding[] {
  if (inForceFrom === undefined || dayOfInstant(receivedAt) >= inForceFrom) return [];
  return [{ test: 'in-force', field: 'provision', level: 'void', text: book.notInForce }];
}

function verdictOf({ process }: Instrument, findings: readonly Finding[]): OrderVerdict {
  if (process === 'none') return 'none';
  for (const [level, verdict] of [
    ['void', 'invalid'],
    ['query', 'query'],
    ['unknown', 'open'],
  ] as const)
    if (findings.some((one) => one.level === level)) return verdict;
  return 'valid';
}

const joined = (findings: readonly Finding[], level: Finding['level']) => {
  const texts = findings.filter((one) => one.level === level).map(({ text }) => text);
  return { en: texts.map(({ en }) => en).join('; '), hi: texts.map(({ hi }) => hi).join('; ') };
};

const sentences = {
  runs: {
    en: 'The clock runs from receipt; only a recorded verdict with reasons ends it.',
    hi: 'समय-सीमा प्राप्ति से चलती है; केवल कारण सहित दर्ज निर्णय उसे समाप्त करता है।',
  },
  assumed: {
    en: 'What is not known yet counts as good, so the clock runs from receipt. Still open:',
    hi: 'जो अभी ज्ञात नहीं वह सही माना जाता है, इसलिए समय-सीमा प्राप्ति से चलती है। शेष:',
  },
  defective: { en: 'No clock runs on it:', hi: 'इस पर कोई समय-सीमा नहीं चलती:' },
  withdrawn: {
    en: 'A verdict has been recorded: no clock runs on it. A cured notice is a new receipt.',
    hi: 'निर्णय दर्ज है: इस पर कोई समय-सीमा नहीं चलती। सुधारी गई सूचना नई प्राप्ति है।',
  },
  undated: {
    en: 'No clock of law runs: it has no hours of its own and fixes no date.',
    hi: 'कानून की कोई समय-सीमा नहीं चलती: इसमें न अपने घंटे हैं न तिथि।',
  },
} as const;

function whyOf(instrument: Instrument, findings: readonly Finding[], clocks: readonly Clock[], runs: boolean): Judgement['clock']['why'] {
  const of = (head: keyof typeof sentences, level: Finding['level']) => {
    const { en, hi } = joined(findings, level);
    return { en: `${sentences[head].en} ${en}.`, hi: `${sentences[head].hi} ${hi}।` };
  };
  if (clocks.some(({ state }) => state === 'withdrawn')) return sentences.withdrawn;
  if (!runs && findings.some(({ level }) => level === 'void')) return of('defective', 'void');
  if (!runs) return instrument.noClock ?? sentences.undated;
  return findings.some(({ level }) => level === 'unknown') ? of('assumed', 'unknown') : sentences.runs;
}

/**
 * Whether an order is good on its face, with a reason for each doubt, whether a clock of law runs on it, which, and why not if not
 * (law.md 1.3 and 1.15). Pure: the dates of the clocks are the rulebook's, never this rule's.
 */
export function judgeOrder(asked: OrderKnown): Judgement {
  const known = withPresets(asked);
  const { instrument, clocks } = known;
  const findings = findingsOf(known);
  const mine = clocks.filter(({ rule, internal }) => !internal && instrument.clocks.includes(rule));
  const rules = mine.filter(({ state, sense }) => state === 'runs' && sense !== 'info').map(({ rule, due }) => ({ rule, due }));
  const runs = rules.some(({ due }) => due !== null);
  return {
    verdict: verdictOf(instrument, findings),
    findings,
    clock: { runs, rules, why: whyOf(instrument, findings, mine, runs) },
    route: instrument.route ?? null,
  };
}
