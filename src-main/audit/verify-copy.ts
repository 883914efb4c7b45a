import { type Db, openPlain } from '../../db/open.ts';
import { badInput } from '../desk/faults.ts';
import { type AnnouncedKey, type Problem, type VerifyResult, verifierKey, verifyChain } from '../journal/index.ts';

/**
 * Verifies an audit copy as docs/nivaran-verify.py does, with the same answer: the record, what the copy says of itself,
 * and its list of keys. `against` is the text of a checkpoint kept outside. Faults: not-found, bad-input (no audit copy).
 */
export function verifyCopy(file: string, options: { against?: string | undefined } = {}): VerifyResult {
  const copy = openCopy(file);
  try {
    const keys: AnnouncedKey[] = [];
    const result = verifyChain(copy, { ...options, withheld: withheldSeqs(copy), onKey: (key) => keys.push(key) });
    if (result.problems.some((problem) => problem.kind === 'unreadable')) return result;
    const problems = [...result.problems, ...aboutProblems(copy, result), ...keyProblems(copy, keys)];
    return { ...result, ok: problems.length === 0, problems };
  } finally {
    copy.close();
  }
}

const neededTables = ['about', 'journal', 'journal_body', 'checkpoint', 'keys', 'withheld'];

function openCopy(file: string): Db {
  const copy = openPlain(file, { readonly: true });
  const tables = new Set(copy.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]);
  const isCopy = neededTables.every((name) => tables.has(name)) && readAbout(copy).get('format') === '1';
  if (isCopy) return copy;
  copy.close();
  throw badInput('copy', 'is not an audit copy of format 1');
}

function readAbout(copy: Db): Map<string, string> {
  return new Map(copy.prepare('SELECT name, value FROM about').raw().all() as [string, string][]);
}

function withheldSeqs(copy: Db): Set<number> {
  return new Set(copy.prepare('SELECT seq FROM withheld').pluck().all() as number[]);
}

function aboutProblems(copy: Db, { entries, head }: VerifyResult): Problem[] {
  const about = readAbout(copy);
  const said = { entries: String(entries), head };
  return (['entries', 'head'] as const)
    .filter((name) => about.get(name) !== said[name])
    .map((name) => ({ kind: 'about-differs', seq: null, table: 'about', key: name, detail: 'it is not what the record gives' }));
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
