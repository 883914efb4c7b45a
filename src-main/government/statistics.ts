import { stringify } from 'csv-stringify/sync';
import type { Db } from '../../db/open.ts';
import { governmentKinds } from '../cases/contract/words.ts';
import { type Desk, post, write } from '../desk/desk.ts';
import { badInput } from '../desk/faults.ts';
import { instrumentBook } from '../desk/instruments.ts';
import { sha256Hex } from '../journal/index.ts';
import { statisticsColumns } from './contract/words.ts';
import { defaultSmallest, type Statistics, type StatisticsAsk } from './contract.ts';
import { countRequests, publicFacts, suppressSmall } from './rules.ts';
import { requestFacts } from './store.ts';

/** Requests of authorities, counted. Fault: bad-input for a public copy by what somebody typed. */
export function statisticsOf(db: Db, { by, month, isPublic = false, smallest = defaultSmallest }: StatisticsAsk): Statistics {
  if (isPublic && by === 'agency') throw badInput('by', 'is what somebody typed, and stands in no public copy: choose another');
  const facts = requestFacts(db, instrumentBook(), governmentKinds);
  const table = countRequests(isPublic ? publicFacts(facts) : facts, by, month);
  const head = { by, month: month ?? null, isPublic, smallest: isPublic ? smallest : null };
  return { ...head, ...(isPublic ? suppressSmall(table, smallest) : table) };
}

/** The statistics as a table for a spreadsheet; a number that is held back says so. */
export function statisticsTable({ by, rows, total, smallest }: Statistics): Uint8Array {
  const cells = (values: Record<string, number | null>) =>
    statisticsColumns.map((column) => values[column] ?? `held back (under ${smallest}, or would tell one)`);
  const lines = [
    [by, ...statisticsColumns],
    ...rows.map((row) => [row.key || 'not recorded', ...cells(row.cells)]),
    ['total', ...cells(total)],
  ];
  return Buffer.from(stringify(lines, { bom: true, escape_formulas: true, record_delimiter: '\r\n' }), 'utf8');
}

/** What a file of statistics is called. */
export function statisticsName({ by, month, isPublic }: Pick<Statistics, 'by' | 'month' | 'isPublic'>): string {
  return ['requests-by', by, month ?? 'all', isPublic ? 'public' : 'internal'].join('-');
}

/** Notes that statistics left the desk as a file. */
export function recordStatistics(desk: Desk, { by, month, isPublic, smallest }: Statistics, bytes: Uint8Array): void {
  const body = { by, month, isPublic, smallest, sha256: sha256Hex(bytes) };
  write(desk, ['journal'], () => post(desk, { kind: 'statistics.exported', subject: `workspace:${desk.workspace}`, body }));
}
