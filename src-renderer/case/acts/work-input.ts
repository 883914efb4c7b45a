import type { heldAnswers, redactionDecisions } from '../../../src-main/rights/contract/work.ts';
import { parseDay } from '../../ui/ist.ts';

/** The texts that were filled in. */
export const given = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));

export interface TypedCategory {
  category: string;
  held: (typeof heldAnswers)[number];
  clause: string;
}

/** What is left out of the answer needs the clause that allows it. */
export const lacksClause = ({ held, clause }: TypedCategory): boolean => held === 'excluded' && clause.trim() === '';

/** The input of the act; a clause that was typed and is out of sight again is not sent. */
export function categoryInput({ category, held, clause }: TypedCategory) {
  return { category, held, ...(held === 'held' ? {} : given({ clause })) };
}

export interface TypedRedaction {
  file: string;
  copy: string;
  decision: (typeof redactionDecisions)[number];
  reason: string;
}

/** Whatever is not released as it is needs a reason. */
export const lacksReason = ({ decision, reason }: TypedRedaction): boolean => decision !== 'release' && reason.trim() === '';

/** A file of which parts are taken out goes out as another one. */
export const lacksCopy = ({ decision, copy }: TypedRedaction): boolean => decision === 'redact' && copy === '';

/** The input of the act; a copy that was chosen and is out of sight again is not sent. */
export function redactionInput({ file, decision, reason, copy }: TypedRedaction) {
  return { file, decision, ...given({ reason, ...(decision === 'redact' ? { copy } : {}) }) };
}

/** A typed day as the desk takes it, under its name; left out while it is empty, null where it cannot be read. */
export function sentDay<N extends string>(name: N, typed: string): Partial<Record<N, string>> | null {
  if (typed.trim() === '') return {};
  const day = parseDay(typed);
  return day === null ? null : ({ [name]: day } as Partial<Record<N, string>>);
}
