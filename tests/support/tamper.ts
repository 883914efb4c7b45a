import { createHash, createHmac } from 'node:crypto';
import type { Db } from '../../db/open.ts';

/** What whoever owns the file can do to it. Every one picks its place by `random` and says which entry it touched. */
export interface Tampering {
  name: string;
  /** One of these must be among the problems found. */
  finds: string[];
  tamper(db: Db, random: () => number): void;
}

const seqs = (db: Db, where = '1') =>
  db.prepare(`SELECT seq FROM journal JOIN journal_body USING (seq) WHERE ${where} ORDER BY seq`).pluck().all() as number[];
const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

/** Another text of the same kind: one letter or digit becomes another. */
export function changedText(text: string, random: () => number): string {
  const places = [...text.matchAll(/[a-zA-Z0-9]/g)].map((match) => match.index);
  const at = pick(places, random);
  const found = text[at]!;
  const others = [...(/[0-9]/.test(found) ? '0123456789' : /[a-z]/.test(found) ? 'abcdefghij' : 'ABCDEFGHIJ')].filter(
    (one) => one !== found,
  );
  return text.slice(0, at) + pick(others, random) + text.slice(at + 1);
}

export function changedBytes(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(random() * copy.length);
  copy[at] = copy[at]! ^ (1 << Math.floor(random() * 8));
  return copy;
}

function changeCell(
  db: Db,
  { table, key, id, column }: { table: string; key: string; id: number; column: string },
  random: () => number,
): void {
  const value = db.prepare(`SELECT ${column} FROM ${table} WHERE ${key} = ?`).pluck().get(id) as string | Buffer;
  const changed = typeof value === 'string' ? changedText(value, random) : changedBytes(value, random);
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`).run(changed, id);
}

const entryColumn = (column: string): Tampering => ({
  name: `entry column ${column} changed`,
  finds: ['hash-differs', 'entry-malformed'],
  tamper: (db, random) => changeCell(db, { table: 'journal', key: 'seq', id: pick(seqs(db), random), column }, random),
});

const bodyColumn = (column: string): Tampering => ({
  name: `body column ${column} changed`,
  finds: ['body-differs'],
  tamper: (db, random) =>
    changeCell(db, { table: 'journal_body', key: 'seq', id: pick(seqs(db, 'body IS NOT NULL'), random), column }, random),
});

function middle(db: Db, random: () => number): number {
  return pick(seqs(db).slice(0, -1), random);
}

/** Moves the numbers of entries and bodies from `from` on by one place. */
function renumber(db: Db, from: number, by: 1 | -1): void {
  for (const table of ['journal', 'journal_body']) {
    db.exec(`UPDATE ${table} SET seq = -seq WHERE seq >= ${from}; UPDATE ${table} SET seq = -seq + ${by} WHERE seq < 0`);
  }
}

function drop(db: Db, seq: number): void {
  db.exec(`DELETE FROM journal WHERE seq = ${seq}; DELETE FROM journal_body WHERE seq = ${seq}`);
}

function insertCopyBefore(db: Db, seq: number): void {
  renumber(db, seq, 1);
  db.exec(`INSERT INTO journal SELECT ${seq}, desk, at, actor, kind, subject, commitment, prev, hash FROM journal WHERE seq = ${seq + 1};
    INSERT INTO journal_body SELECT ${seq}, salt, body FROM journal_body WHERE seq = ${seq + 1}`);
}

function swap(db: Db, a: number, b: number): void {
  const far = 1_000_000;
  for (const table of ['journal', 'journal_body']) {
    db.exec(
      `UPDATE ${table} SET seq = ${far} WHERE seq = ${a}; UPDATE ${table} SET seq = ${a} WHERE seq = ${b}; UPDATE ${table} SET seq = ${b} WHERE seq = ${far}`,
    );
  }
}

/** Everything the record shows by itself. */
export const visible: Tampering[] = [
  ...['desk', 'at', 'actor', 'kind', 'subject', 'commitment', 'prev', 'hash'].map(entryColumn),
  ...['salt', 'body'].map(bodyColumn),
  {
    name: 'an entry dropped from the middle',
    finds: ['entry-missing'],
    tamper: (db, random) => drop(db, middle(db, random)),
  },
  {
    name: 'an entry dropped and the rest renumbered',
    finds: ['hash-differs'],
    tamper: (db, random) => {
      const seq = middle(db, random);
      drop(db, seq);
      renumber(db, seq + 1, -1);
    },
  },
  {
    name: 'two entries swapped',
    finds: ['hash-differs'],
    tamper: (db, random) => {
      const a = middle(db, random);
      swap(
        db,
        a,
        pick(
          seqs(db).filter((seq) => seq !== a),
          random,
        ),
      );
    },
  },
  {
    name: 'an entry inserted',
    finds: ['hash-differs'],
    tamper: (db, random) => insertCopyBefore(db, middle(db, random)),
  },
  {
    name: 'a body row dropped',
    finds: ['body-missing'],
    tamper: (db, random) => void db.exec(`DELETE FROM journal_body WHERE seq = ${pick(seqs(db), random)}`),
  },
  {
    name: 'a body blanked',
    finds: ['body-blanked', 'epoch-malformed'],
    tamper: (db, random) =>
      void db.exec(`UPDATE journal_body SET salt = NULL, body = NULL WHERE seq = ${pick(seqs(db, 'body IS NOT NULL'), random)}`),
  },
  {
    name: 'a salt taken from its body',
    finds: ['body-differs'],
    tamper: (db, random) => void db.exec(`UPDATE journal_body SET salt = NULL WHERE seq = ${pick(seqs(db, 'body IS NOT NULL'), random)}`),
  },
  {
    name: 'a body without an entry',
    finds: ['body-extra'],
    tamper: (db, random) => void db.exec(`INSERT INTO journal_body VALUES (${5_000 + Math.floor(random() * 1_000)}, zeroblob(32), '{}')`),
  },
  {
    name: 'an entry before the first',
    finds: ['entry-malformed'],
    tamper: (db, random) =>
      void db.exec(
        `INSERT INTO journal SELECT ${-Math.floor(random() * 9)}, desk, at, actor, kind, subject, commitment, prev, hash FROM journal WHERE seq = 1`,
      ),
  },
  {
    name: 'the text of a checkpoint changed',
    finds: ['checkpoint-malformed', 'checkpoint-signature'],
    tamper: (db, random) => changeCell(db, { table: 'checkpoint', key: 'size', id: pick(sizes(db), random), column: 'note' }, random),
  },
  {
    name: 'a checkpoint moved to another size',
    finds: ['checkpoint-malformed', 'checkpoint-beyond'],
    tamper: (db, random) =>
      void db.exec(`UPDATE checkpoint SET size = size + 1000 * ${1 + Math.floor(random() * 9)} WHERE size = ${pick(sizes(db), random)}`),
  },
  {
    name: 'the tail cut and a checkpoint of it left',
    finds: ['checkpoint-beyond'],
    tamper: (db, random) => {
      const size = pick(sizes(db), random);
      db.exec(`DELETE FROM journal WHERE seq >= ${size}; DELETE FROM journal_body WHERE seq >= ${size}`);
    },
  },
];

const sizes = (db: Db) => db.prepare('SELECT size FROM checkpoint ORDER BY size').pluck().all() as number[];

/** Links and hashes every entry from `seq` on anew, as a forger does; commitments follow the bodies that are there. */
export function rehashFrom(db: Db, seq: number): void {
  let prev =
    (db
      .prepare('SELECT hash FROM journal WHERE seq = ?')
      .pluck()
      .get(seq - 1) as Buffer | undefined) ?? Buffer.alloc(32);
  const rows = db.prepare('SELECT * FROM journal JOIN journal_body USING (seq) WHERE seq >= ? ORDER BY seq').all(seq) as Record<
    string,
    never
  >[];
  for (const row of rows) {
    const { desk, at, actor, kind, subject, salt, body } = row as unknown as Record<string, string>;
    const commitment = body === null ? Buffer.from(row['commitment']!) : createHmac('sha256', salt!).update(body!).digest();
    const lines = ['JRN1', desk, row['seq'], at, actor, kind, subject, commitment.toString('hex'), prev.toString('hex'), ''];
    const hash = createHash('sha256').update(lines.join('\n')).digest();
    db.prepare('UPDATE journal SET commitment = ?, prev = ?, hash = ? WHERE seq = ?').run(commitment, prev, hash, row['seq']);
    prev = hash;
  }
}

/** What only a checkpoint kept outside shows; `size` is that of the checkpoint. Leaves no checkpoint that tells. */
export const invisible: { name: string; finds: string; tamper(db: Db, size: number, random: () => number): void }[] = [
  {
    name: 'the tail cut',
    finds: 'history-went-back',
    tamper: (db, size, random) => {
      const last = 2 + Math.floor(random() * (size - 2));
      db.exec(
        `DELETE FROM journal WHERE seq > ${last}; DELETE FROM journal_body WHERE seq > ${last}; DELETE FROM checkpoint WHERE size > ${last}`,
      );
    },
  },
  {
    name: 'an entry dated back and all after it hashed again',
    finds: 'root-mismatch',
    tamper: (db, size, random) => {
      const seq = 3 + Math.floor(random() * (size - 2));
      db.prepare('UPDATE journal SET at = ? WHERE seq = ?').run(`2026-11-20T0${seq % 10}:00:00.000Z`, seq);
      forge(db, seq);
    },
  },
  {
    name: 'a body changed and all after it hashed again',
    finds: 'root-mismatch',
    tamper: (db, size, random) => {
      const seq = pick(seqs(db, `body IS NOT NULL AND kind = 'case.noted' AND seq <= ${size}`), random);
      db.prepare(`UPDATE journal_body SET body = '{"v":1,"text":"' || ? || '"}' WHERE seq = ?`).run(String(random()), seq);
      forge(db, seq);
    },
  },
  {
    name: 'an entry taken out and all after it renumbered and hashed again',
    finds: 'root-mismatch',
    tamper: (db, size, random) => {
      const seq = 3 + Math.floor(random() * (size - 3));
      drop(db, seq);
      renumber(db, seq + 1, -1);
      forge(db, seq);
    },
  },
  {
    name: 'an entry put in and all after it renumbered and hashed again',
    finds: 'root-mismatch',
    tamper: (db, size, random) => {
      const seq = 3 + Math.floor(random() * (size - 3));
      insertCopyBefore(db, seq);
      forge(db, seq);
    },
  },
];

function forge(db: Db, seq: number): void {
  db.exec(`DELETE FROM checkpoint WHERE size >= ${seq}`);
  rehashFrom(db, seq);
}
