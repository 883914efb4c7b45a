import type { Handling, OrderEntry, Preservation } from '../contract.ts';
import { certificatesOf } from './certify.ts';
import { materialOf } from './material.ts';
import { stepsOf } from './step.ts';

type Made = Pick<Preservation, 'paper' | 'accounts' | 'items' | 'categories' | 'rule' | 'from' | 'until' | 'reason'>;

/** Renewals and releases follow their hold in the record, in the same write: its entry is the one before. */
const holdBefore = (seq: number) => `hold:${seq - 1}`;

function begun({ seq, ref, body, byName }: OrderEntry): Preservation {
  const { paper, accounts, items, categories, rule, from, until, reason } = body as unknown as Made;
  return {
    ...{ seq, ref, paper, accounts, items, categories, rule, from, until, reason, byName },
    ...{ hold: holdBefore(seq), confirmed: [], renewed: [], releasedAt: null, releasedReason: null },
  };
}

const steps: Record<string, (known: Preservation, entry: OrderEntry) => Preservation> = {
  'preservation.confirmed': (known, { body, byName }) => {
    const { system, by, reference, at } = body as unknown as Preservation['confirmed'][number];
    return { ...known, confirmed: [...known.confirmed, { system, by, reference, at, byName }] };
  },
  'preservation.renewed': (known, { seq, at, body, byName }) => {
    const { until, was, paper, reason } = body as unknown as Preservation['renewed'][number];
    return { ...known, until, hold: holdBefore(seq), renewed: [...known.renewed, { at, was, until, paper, reason, byName }] };
  },
  'preservation.released': (known, { at, body }) => ({ ...known, releasedAt: at, releasedReason: String(body['reason']) }),
};

/** What is preserved, as the entries tell it, oldest first. */
export function preservationsOf(entries: readonly OrderEntry[]): Preservation[] {
  const found = new Map<number, Preservation>();
  for (const entry of entries) {
    if (entry.kind === 'preservation.made') found.set(entry.seq, begun(entry));
    const known = found.get(Number(entry.body['preservation']));
    const step = steps[entry.kind];
    if (known && step) found.set(known.seq, step(known, entry));
  }
  return [...found.values()];
}

/** What is preserved in all cases: what ends first on top, what was released last. */
export function preservationList(entries: readonly OrderEntry[]): Preservation[] {
  const rank = ({ releasedAt, until }: Preservation) => `${releasedAt === null ? 0 : 1} ${until}`;
  return preservationsOf(entries).sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** What was done on the order behind a case. */
export function handlingOf(entries: readonly OrderEntry[]): Handling {
  return {
    preservations: preservationsOf(entries),
    steps: stepsOf(entries),
    material: materialOf(entries),
    certificates: certificatesOf(entries),
  };
}
