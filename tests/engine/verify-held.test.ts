import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { type Db, statement } from '../../db/open.ts';
import { actOnCase, addCase, holdCases, undoAct } from '../../src-main/cases/index.ts';
import { holderOf } from '../../src-main/cases/store/held.ts';
import { migrationsDir } from '../../src-main/desk/resources.ts';
import { type Folds, verifyDeep } from '../../src-main/journal/index.ts';
import { allFolds } from '../../src-main/workspace/folds-all.ts';
import { contentCase, makeDesk, type TestDesk } from '../support/desk.ts';
import { seededRandom, tampered } from '../support/journal-db.ts';

let made: TestDesk;
const refs: string[] = [];
const act = (ref: string, name: Parameters<typeof actOnCase>[2], input: Record<string, unknown> = {}) =>
  actOnCase(made.desk, ref, name, input);
const now = () => new Date(made.clock.now()).toISOString();

/** Twelve cases whose acts are mixed with each other, so that none is finished before the next begins. */
beforeAll(() => {
  made = makeDesk();
  for (let n = 1; n <= 12; n++) {
    const items = [1, 2, 3].slice(0, n % 4).map((i) => ({ type: 'url', value: `https://posts.example/${n}/${i}` }));
    refs.push(addCase(made.desk, contentCase({ subject: `Post ${n}`, items })).ref);
  }
  const rounds: ((ref: string, n: number) => unknown)[] = [
    (ref) => act(ref, 'acknowledge', { sentAt: now(), mode: 'post', proof: 'receipt 1' }),
    (ref) => act(ref, 'start-review'),
    (ref) => act(ref, 'note', { text: 'Looked at the post.' }),
    (ref, n) => n % 3 > 0 && act(ref, 'amend', { facts: { category: 'impersonation' }, reason: 'The profile is a copy.' }),
    (ref, n) => {
      const done = act(ref, 'assign', { to: made.desk.person.id });
      if (n % 4 === 1 && done.undo) undoAct(made.desk, ref, done.undo.seq);
    },
    (ref, n) => n % 2 && act(ref, 'decide', { outcome: 'upheld', ground: 'policy', reasons: 'It breaks the rules.', items: [] }),
    (ref, n) => n % 2 && act(ref, 'dispatch', { letter: 'decision', sentAt: now(), mode: 'post', proof: 'receipt 2' }),
    (ref, n) => n % 2 && act(ref, 'close'),
    (ref, n) => n === 5 && act(ref, 'reopen', { by: 'complainant', reason: 'The post is back.', receivedAt: now() }),
  ];
  for (const round of rounds) {
    made.clock.advance(60_000);
    for (const [n, ref] of refs.entries()) round(ref, n);
  }
});
afterAll(() => made.remove());

const prepare = (scratch: Db) => void migrate(scratch, { dir: migrationsDir(), now: '2026-01-01T00:00:00.000Z' });
const plain = (folds: Folds = allFolds()) => verifyDeep(made.desk.db, folds, { scratchDir: made.dir, prepare });
const held = (most: number, folds: Folds = allFolds()) =>
  verifyDeep(made.desk.db, folds, { scratchDir: made.dir, prepare, hold: (scratch, live) => holdCases(scratch, live, most) });

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;
const otherValue = (value: unknown) => (typeof value === 'number' ? 1 - value : value === null ? 'x' : `${value}x`);
/** Columns whose values a check of the schema limits. */
const limited = new Set(['state', 'type']);

function anyTampering(random: () => number): string {
  const { db } = made.desk;
  const table = pick(['case_file', 'case_item', 'queue'], random);
  const columns = db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as { name: string; pk: number }[];
  const row = pick(db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[], random);
  const quoted = (value: unknown) => db.prepare('SELECT quote(?)').pluck().get(value) as string;
  const where = columns.filter(({ pk }) => pk > 0).map(({ name }) => `${name} = ${quoted(row[name])}`);
  const column = pick(
    columns.map(({ name }) => name).filter((name) => !limited.has(name)),
    random,
  );
  const way = random();
  if (way < 0.2) return `DELETE FROM ${table} WHERE ${where.join(' AND ')}`;
  const key = pick(
    columns.filter(({ pk, name }) => pk > 0 && name !== 'n').map(({ name }) => name),
    random,
  );
  const copied = columns.map(({ name }) => (name === key ? quoted(`${row[key]}x`) : name));
  if (way < 0.4) return `INSERT INTO ${table} SELECT ${copied.join(', ')} FROM ${table} WHERE ${where.join(' AND ')}`;
  return `UPDATE ${table} SET ${column} = ${quoted(otherValue(row[column]))} WHERE ${where.join(' AND ')}`;
}

describe('holding the cases of a rebuild', () => {
  it('goes on when cases are let go before their last entry, as on every desk where acts are mixed', () => {
    let isHeld = false;
    const hold = (scratch: Db, live: Db) => {
      const rows = holdCases(scratch, live, 3);
      return {
        ...rows,
        settle() {
          isHeld = holderOf(scratch) !== undefined;
          rows.settle();
        },
      };
    };
    expect(verifyDeep(made.desk.db, allFolds(), { scratchDir: made.dir, prepare, hold })).toMatchObject({ ok: true, problems: [] });
    expect(isHeld).toBe(true);
  });
});

describe('a rebuild that holds its cases in memory', () => {
  it.each([1, 3, 8, 4_000])('finds the same as one that writes them down, with %i cases held', (most) => {
    expect(plain().problems).toEqual([]);
    expect(held(most)).toEqual(plain());
  });

  it('names what somebody changed, dropped or added as the other does, every time', () => {
    const random = seededRandom(77);
    for (let i = 0; i < 125; i++) {
      const sql = anyTampering(random);
      const look = (deep: () => ReturnType<typeof plain>) => tampered(made.desk.db, () => made.desk.db.exec(sql), deep);
      const found = look(() => held(pick([1, 3, 4_000], random)));
      expect(found.ok).toBe(false);
      expect(found.problems.filter(({ table }) => table !== 'sqlite_schema')).toEqual(look(plain).problems);
    }
  });

  it('gives its cases to a fold that has an SQL of its own', () => {
    const inner = allFolds();
    const counted = new Set<number>();
    const folds: Folds = {
      ...inner,
      apply(db, entry, body) {
        if (entry.kind === 'case.noted')
          counted.add((statement(db, 'SELECT count(*) AS n FROM case_file JOIN queue USING (ref)').get() as { n: number }).n);
        inner.apply(db, entry, body);
      },
    };
    expect(held(3, folds)).toEqual(plain());
    expect([...counted]).toEqual([12]);
  });

  it('says that a case is not there as the tables would', () => {
    const inner = allFolds();
    const folds: Folds = {
      ...inner,
      apply: (db, entry, body) =>
        entry.subject !== `case:${refs[2]}` || entry.kind !== 'case.received' ? inner.apply(db, entry, body) : undefined,
    };
    const kinds = (result: ReturnType<typeof plain>) => [...new Set(result.problems.map(({ kind }) => kind))].sort();
    expect(kinds(held(3, folds))).toEqual(expect.arrayContaining(['fold-failed', 'fold-row-extra']));
    expect(kinds(plain(folds))).toEqual(expect.arrayContaining(['fold-failed', 'fold-row-extra']));
  });
});
