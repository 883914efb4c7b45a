import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { type Db, openPlain } from '../../db/open.ts';
import { badInput } from '../desk/faults.ts';
import { workspaceKind } from '../journal/contract.ts';
import {
  type AnnouncedKey,
  type DocumentedTable,
  type Problem,
  tableProblems,
  type VerifyResult,
  verifierKey,
  verifyChain,
  type Withheld,
} from '../journal/index.ts';

/**
 * Verifies an audit copy as docs/nivaran-verify.py does, with the same answer: its tables, the record, what the copy says of
 * itself, and its list of keys. `against` is the text of a checkpoint kept outside. Faults: not-found, bad-input (no audit copy).
 */
export function verifyCopy(file: string, options: { against?: string | undefined } = {}): VerifyResult {
  const copy = openCopy(file);
  try {
    const problems = tableProblems(copy, documented);
    return problems.length > 0 ? { ok: false, entries: 0, head: '0'.repeat(64), problems } : verifyTables(copy, options);
  } finally {
    copy.close();
  }
}

function verifyTables(copy: Db, options: { against?: string | undefined }): VerifyResult {
  const keys: AnnouncedKey[] = [];
  let owner: unknown;
  const result = verifyChain(copy, {
    ...options,
    withheld: () => readWithheld(copy),
    onKey: (key) => keys.push(key),
    onBody: (entry, parse) => {
      if (entry.kind === workspaceKind) owner = parse();
    },
  });
  if (result.problems.some((problem) => problem.kind === 'unreadable')) return result;
  const problems = [...result.problems, ...aboutProblems(copy, result, { keys, owner }), ...keyProblems(copy, keys)];
  return { ...result, ok: problems.length === 0, problems };
}

/** The tables that verification rests on, as docs/verify.md shows them. */
const documented: readonly DocumentedTable[] = [
  { name: 'about', columns: ['name', 'value'], isNumbered: false },
  {
    name: 'journal',
    columns: ['seq', 'desk', 'at', 'actor', 'kind', 'subject', 'commitment', 'prev', 'hash'],
    isNumbered: true,
  },
  { name: 'journal_body', columns: ['seq', 'salt', 'body'], isNumbered: true },
  { name: 'checkpoint', columns: ['size', 'note'], isNumbered: true },
  {
    name: 'keys',
    columns: ['number', 'desk', 'origin', 'public_key', 'verifier_key', 'opened_at', 'opened_entry'],
    isNumbered: true,
  },
  { name: 'withheld', columns: ['seq', 'why'], isNumbered: true },
];

const databaseMark = 'SQLite format 3\0';

/** A letter, a folder or the desk's own encrypted file must not look like a record that was damaged. */
function refuseOtherFiles(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isFile()) throw badInput('copy', `${file} is not a file`);
  const start = Buffer.alloc(databaseMark.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, start, 0, start.length, 0);
  } finally {
    closeSync(handle);
  }
  if (start.toString('latin1') !== databaseMark)
    throw badInput('copy', `${file} is not an audit copy: it is no SQLite database, or it is encrypted`);
}

function openCopy(file: string): Db {
  refuseOtherFiles(file);
  const copy = openPlain(file, { readonly: true });
  const tables = new Set(copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]);
  const isCopy = documented.every(({ name }) => tables.has(name)) && readAbout(copy).get('format') === '1';
  if (isCopy) return copy;
  copy.close();
  throw badInput('copy', 'is not an audit copy of format 1');
}

function readAbout(copy: Db): Map<string, string> {
  return new Map(copy.prepare("SELECT name, CAST(value AS TEXT) FROM about WHERE typeof(name) = 'text'").raw().all() as [string, string][]);
}

function readWithheld(copy: Db): Withheld {
  const sql = `SELECT seq, coalesce(CAST(why AS TEXT), '') FROM withheld WHERE seq BETWEEN ${Number.MIN_SAFE_INTEGER} AND ${Number.MAX_SAFE_INTEGER} ORDER BY seq`;
  return { reasons: new Map(copy.prepare(sql).raw().all() as [number, string][]), bodies: readAbout(copy).get('bodies') ?? '' };
}

interface Told {
  keys: readonly AnnouncedKey[];
  /** The body of the entry that says whose record it is; undefined where it is not there. */
  owner: unknown;
}

/** What the copy says of itself, as far as the record says it too. */
function aboutProblems(copy: Db, { entries, head }: VerifyResult, { keys, owner }: Told): Problem[] {
  const about = readAbout(copy);
  const desk = copy.prepare("SELECT CASE WHEN typeof(desk) = 'text' THEN desk END FROM journal ORDER BY seq DESC LIMIT 1").pluck().get();
  const workspace = keys.at(-1)?.origin.split('/')[1];
  const said = { entries: String(entries), head, workspace: workspace ?? '', desk: desk ?? '', ...ownerFacts(owner) };
  return Object.entries(said)
    .filter(([name, value]) => about.get(name) !== value)
    .map(([name]) => ({ kind: 'about-differs', seq: null, table: 'about', key: name, detail: 'it is not what the record gives' }));
}

function ownerFacts(owner: unknown): Record<string, string> {
  const { organisation, synthetic } = (owner ?? {}) as { organisation?: unknown; synthetic?: unknown };
  return typeof organisation === 'string' ? { organisation, synthetic: synthetic === true ? 'yes' : 'no' } : {};
}

function keyProblems(copy: Db, keys: AnnouncedKey[]): Problem[] {
  const given = new Map(keys.map((key) => [key.number, JSON.stringify(keyCells(key))]));
  const listed = copy.prepare('SELECT number, desk, origin, public_key, verifier_key, opened_at, opened_entry FROM keys ORDER BY number');
  const problems: Problem[] = [];
  const differs = (number: number): void =>
    void problems.push({
      kind: 'keys-differ',
      seq: null,
      table: 'keys',
      key: String(number),
      detail: 'it is not the key that the record announces',
    });
  for (const cells of listed.raw().all() as [number, ...unknown[]][]) {
    if (given.get(cells[0]) !== JSON.stringify(cells)) differs(cells[0]);
    given.delete(cells[0]);
  }
  for (const number of given.keys()) differs(number);
  return problems;
}

/** The row of `keys` that an announcement gives. */
export function keyCells({ number, desk, origin, key, at, seq }: AnnouncedKey): [number, string, string, string, string, string, number] {
  return [number, desk, origin, key, verifierKey(origin, key), at, seq];
}
