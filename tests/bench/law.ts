import type { CaseKind, Facts } from '../../src-main/cases/contract.ts';
import { queueCounts } from '../../src-main/cases/index.ts';
import { bundledProfile, bundledRulebook } from '../../src-main/desk/bundled.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import type { ClockInput } from '../../src-main/law/contract.ts';
import { adoptRulebook, previewCases, readOffer, reevaluate } from '../../src-main/law/index.ts';
import { computeClocks } from '../../src-main/law/rules.ts';
import { classesOf } from '../../src-main/platforms/rules.ts';
import { type Figure, figure, timed } from './figures.ts';

const firstReceiptMs = Date.UTC(2021, 1, 25);
const spanMs = Date.UTC(2026, 10, 21) - firstReceiptMs;
const mixed: [CaseKind, Facts][] = [
  ['content', { removalSought: true, category: 'misleading' }],
  ['content', { removalSought: true, category: 'impersonation', aboutComplainant: true }],
  ['content', {}],
  ['account', {}],
  ['erasure', {}],
  ['access', {}],
  ['consumer', { alsoUser: true }],
  ['removal-order', { source: 'court' }],
  ['removal-order', { source: 'police', officerRank: 'Inspector', inWriting: true }],
  ['information-order', { inWriting: true, purposeStated: true }],
  ['breach', { reportable: true, personalDataAffected: true }],
  ['unsorted', {}],
];

/** One synthetic case: kinds, facts and receipts over the whole life of the rules; every third decided. */
function inputOf(n: number, classes: ClockInput['classes']): ClockInput {
  const [kind, facts] = mixed[n % mixed.length] as [CaseKind, Facts];
  const receivedMs = firstReceiptMs + ((n * 2_654_435_761) % spanMs);
  const receivedAt = new Date(receivedMs).toISOString();
  const sent = new Date(receivedMs + 5 * 3_600_000).toISOString();
  const moments = n % 3 === 0 ? { received: receivedAt, acknowledgementSent: sent, decisionSent: sent } : { received: receivedAt };
  return { kind, receivedAt, facts, classes, moments };
}

/** All clocks of a million cases, on one core though two are allowed. */
export function benchClocks(cases = 1_000_000): Figure[] {
  const { rulebook } = bundledRulebook();
  const classes = classesOf(bundledProfile('cocial'));
  for (let n = 0; n < 2_000; n += 1) computeClocks(inputOf(n, classes), rulebook);
  let clocks = 0;
  const ms = timed(() => {
    for (let n = 0; n < cases; n += 1) clocks += computeClocks(inputOf(n, classes), rulebook).length;
  });
  const detail = { cases, clocks, microsecondsACase: Number(((ms * 1000) / cases).toPrecision(3)), cores: 1 };
  return [figure('all clocks of 10,00,000 cases', 's', (ms / 1000) * (1_000_000 / cases), null, '<= 20 s on two cores', detail)];
}

/** A change of the rulebook over the open cases of a desk: the count before it, and the moving of every case. */
export async function benchReevaluation(desk: Desk): Promise<Figure[]> {
  const open = queueCounts(desk.db, nowOf(desk)).total;
  const offer = { edit: { how: 'correct' as const, id: 'IT-ACK-24H', changes: { n: 23 } } };
  const { rulebook } = readOffer(desk, offer);
  const counting = performance.now();
  const preview = await previewCases(desk, rulebook);
  const counted = performance.now() - counting;
  adoptRulebook(desk, offer, 'Synthetic change of the bench.');
  let last = performance.now();
  let longest = 0;
  const moving = last;
  const { moved } = await reevaluate(desk, {
    progress: () => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    },
  });
  const took = performance.now() - moving;
  return [
    figure('rulebook preview', 's', counted / 1000, null, 'reported', { openCases: open, moved: preview.moved }),
    figure('rulebook re-evaluation', 's', took / 1000, null, 'a job; 1,00,000 open cases', { openCases: open, moved }),
    figure('longest slice of it', 'ms', longest, null, '<= 30 ms', { openCases: open }),
  ];
}
