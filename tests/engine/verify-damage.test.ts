import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, transaction } from '../../db/open.ts';
import { verifyCopy } from '../../src-main/audit/verify-copy.ts';
import { verifyChain, verifyTail } from '../../src-main/journal/index.ts';
import { changedCopy, copyOf, pythonSays } from '../support/audit-copy.ts';
import { type Drill, openDrill, rawKey } from '../support/journal-db.ts';

const pageBytes = 4_096;

function overwritePage(file: string, page: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, page * pageBytes);
  closeSync(handle);
}

let drill: Drill;
beforeAll(() => {
  drill = openDrill(91);
  transaction(drill.db, () => {
    for (let n = 0; n < 1_500; n++)
      drill.journal.record({ actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1, text: 'x'.repeat(900) } });
  });
  drill.db.pragma('wal_checkpoint(TRUNCATE)');
});
afterAll(() => drill.close());

describe('damaged pages', () => {
  it('of a copy are a finding of both verifiers, not a failure', () => {
    const pages = statSync(copyOf(drill)).size / pageBytes;
    const file = changedCopy(copyOf(drill), () => {});
    for (let page = 60; page < pages - 40; page++) overwritePage(file, page);
    for (const result of [verifyCopy(file), ...pythonSays([{ file }])]) {
      expect(result.ok).toBe(false);
      expect(result.problems.map((problem) => problem.kind)).toContain('unreadable');
    }
  });

  it('of an encrypted workspace are a finding too', () => {
    drill.db.close();
    const pages = statSync(drill.file).size / pageBytes;
    for (let page = Math.floor(pages / 2); page < pages - 5; page++) overwritePage(drill.file, page);
    drill.db = openDatabase(drill.file, rawKey, { readonly: true, keyIsProven: true });
    for (const result of [verifyChain(drill.db), verifyTail(drill.db)]) {
      expect(result.ok).toBe(false);
      expect(result.problems.map((problem) => problem.kind)).toContain('unreadable');
    }
    expect(drill.db.inTransaction).toBe(false);
  });
});
