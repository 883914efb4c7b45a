import { itemActions } from '../../cases/contract/item-actions.ts';
import { startOfDay } from '../../law/rules.ts';
import type { SheetAnswers, SheetFault } from '../contract.ts';

/** The columns of an action sheet; those who act fill in the last three. */
export const sheetHeads = ['Ticket', 'No.', 'Type', 'Item', 'What to do', 'Act before (IST)', 'Done', 'When (IST)', 'Proof'] as const;

/** One line of a sheet that goes out. */
export interface SheetItem {
  ref: string;
  n: number;
  type: string;
  value: string;
  instruction: string;
  before: string;
}

/** One line of a sheet that came back, as it was filled in. */
export interface SheetRow {
  line: number;
  ref: string;
  value: string;
  action: string;
  at: string;
  proof: string;
  text: string;
}

/** A time as people and spreadsheets write it, 21-11-2026 14:32 or 2026-11-21T14:32+05:30, in UTC; null where it is none. */
export function readWhen(text: string): string | null {
  if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(text)) {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? null : new Date(ms).toISOString();
  }
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(text);
  const iso = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  const [year, month, day, hour, minute, second] = local
    ? [local[3], local[2], local[1], local[4], local[5], local[6]].map(Number)
    : (iso?.slice(1).map(Number) ?? []);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = Date.UTC(year, month - 1, day);
  const isReal = new Date(date).getUTCMonth() === month - 1 && (hour ?? 0) < 24 && (minute ?? 0) < 60;
  const seconds = ((hour ?? 0) * 60 + (minute ?? 0)) * 60 + (second || 0);
  return isReal ? new Date(startOfDay(date / 86_400_000) + seconds * 1_000).toISOString() : null;
}

interface SheetKnown {
  ref: string;
  receivedAt: string;
  now: string;
  values: ReadonlySet<string>;
}

type Answer = SheetAnswers['answers'][number];

function readRow(row: SheetRow, known: SheetKnown, seen: Set<string>): Answer | SheetFault {
  if (row.ref !== '' && row.ref.toUpperCase() !== known.ref) return 'other-case';
  if (!known.values.has(row.value)) return 'unknown-item';
  const action = itemActions.find((one) => one === row.action.toLowerCase().replace(/\s+/g, '-'));
  if (!action) return 'unknown-action';
  const at = readWhen(row.at);
  if (at === null) return 'no-time';
  if (at > known.now) return 'in-future';
  if (at.slice(0, 16) < known.receivedAt.slice(0, 16)) return 'before-receipt';
  if (seen.has(row.value)) return 'twice';
  return { value: row.value, action, at, proof: row.proof === '' ? null : row.proof.slice(0, 500) };
}

/** What a sheet that came back says of each item; a line that cannot be taken is named with why, and stops no other. */
export function readAnswers(rows: readonly SheetRow[], known: SheetKnown): Omit<SheetAnswers, 'sha256'> {
  const seen = new Set<string>();
  const found: Omit<SheetAnswers, 'sha256'> = { answers: [], open: 0, refused: [] };
  for (const row of rows) {
    if (row.action === '' && row.at === '') {
      found.open += 1;
      continue;
    }
    const answer = readRow(row, known, seen);
    if (typeof answer === 'string') found.refused.push({ line: row.line, text: row.text, why: answer });
    else {
      seen.add(answer.value);
      found.answers.push(answer);
    }
  }
  return found;
}
