import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transaction } from '../../db/open.ts';
import { createJournal, ensureEpoch, post, verifyChain, verifyTail } from '../../src-main/journal/index.ts';
import { type Drill, openDrill } from '../support/journal-db.ts';

let drill: Drill;
beforeEach(() => {
  drill = openDrill(21);
});
afterEach(() => drill.close());

const epochs = () =>
  drill.db
    .prepare(
      "SELECT json_extract(body, '$.cause') AS cause, json_extract(body, '$.signature') IS NOT NULL AS isSigned FROM journal JOIN journal_body USING (seq) WHERE kind = 'epoch.opened' ORDER BY seq",
    )
    .all();
const kinds = () => verifyChain(drill.db).problems.map((problem) => problem.kind);

describe('epoch keys', () => {
  it('begin with an unsigned first one whose private half is in the vault', () => {
    expect(epochs()).toEqual([{ cause: 'first', isSigned: 0 }]);
    expect(drill.vault.names()).toEqual(['epoch-1']);
    expect(drill.db.prepare('SELECT number, desk, public_key FROM epoch').get()).toEqual({
      number: 1,
      desk: drill.desk,
      public_key: drill.signer().key,
    });
  });

  it('stay for the IST day and change at its midnight', () => {
    drill.clock.set('2026-11-21T18:29:59.999Z');
    expect(drill.signer().epoch).toBe(1);
    drill.clock.set('2026-11-21T18:30:00.000Z');
    expect(drill.signer().epoch).toBe(2);
    expect(drill.signer().epoch).toBe(2);
    expect(epochs()).toEqual([
      { cause: 'first', isSigned: 0 },
      { cause: 'day', isSigned: 1 },
    ]);
    expect(drill.vault.names()).toEqual(['epoch-2']);
    drill.checkpoint();
    expect(kinds()).toEqual([]);
  });

  it('stay when the clock is a day behind', () => {
    drill.clock.add(-3 * 86_400_000);
    expect(drill.signer().epoch).toBe(1);
  });

  it('never lie in the database', () => {
    const seed = drill.vault.read('epoch-1')!;
    const cells = drill.db.prepare('SELECT hex(salt), body FROM journal_body').raw().all().flat().join(' ');
    expect(cells).not.toContain(seed.toString('hex').toUpperCase());
    expect(cells).not.toContain(seed.toString('base64'));
  });

  it('open only in a transaction of their own', () => {
    expect(() => transaction(drill.db, () => drill.signer())).toThrow('transaction of its own');
  });
});

describe('a crash while an epoch opens', () => {
  const nextDay = () => drill.clock.add(86_400_000);
  const crash = () => {
    throw new Error('crash');
  };

  it('before the vault has the key leaves the old epoch, and the next start opens a new one', () => {
    nextDay();
    const vault = { ...drill.vault, write: crash };
    expect(() => ensureEpoch({ ...drill, vault })).toThrow('crash');
    expect(epochs()).toHaveLength(1);
    expect(drill.signer().epoch).toBe(2);
    expect(kinds()).toEqual([]);
  });

  it('between vault and entry leaves a key that is never used', () => {
    nextDay();
    const journal = { ...drill.journal, record: crash };
    expect(() => ensureEpoch({ ...drill, journal })).toThrow('crash');
    expect(drill.vault.names()).toEqual(['epoch-1', 'epoch-2']);
    const leftOver = drill.vault.read('epoch-2')!;
    expect(drill.signer().epoch).toBe(2);
    expect(drill.vault.read('epoch-2')!.equals(leftOver)).toBe(false);
    expect(drill.vault.names()).toEqual(['epoch-2']);
    drill.checkpoint();
    expect(kinds()).toEqual([]);
  });

  it('between entry and erasure leaves an old half that the next start erases', () => {
    nextDay();
    const vault = { ...drill.vault, erase: crash };
    expect(() => ensureEpoch({ ...drill, vault })).toThrow('crash');
    expect(drill.vault.names()).toEqual(['epoch-1', 'epoch-2']);
    expect(drill.signer().epoch).toBe(2);
    expect(drill.vault.names()).toEqual(['epoch-2']);
    expect(kinds()).toEqual([]);
  });

  it('that loses the key after its entry was written opens another epoch, and verification says so', () => {
    drill.vault.erase('epoch-1');
    expect(drill.signer().epoch).toBe(2);
    expect(epochs()[1]).toEqual({ cause: 'key-lost', isSigned: 0 });
    expect(kinds()).toEqual(['epoch-unsigned']);
    expect(verifyTail(drill.db).ok).toBe(true);
  });

  it('that leaves a wrong key in the vault is noticed', () => {
    drill.vault.write('epoch-1', Buffer.alloc(32, 1));
    expect(drill.signer().epoch).toBe(2);
    expect(kinds()).toEqual(['epoch-unsigned']);
  });
});

describe('a restored workspace', () => {
  it('goes on under a new desk and a new epoch, and verifies', () => {
    drill.checkpoint();
    const desk = 'restoreddesk';
    const journal = createJournal(drill.db, { desk, clock: drill.clock, ids: drill.ids });
    const restored = { ...drill, desk, journal, vault: { read: () => null, write: () => {}, erase: () => {} } };
    transaction(drill.db, () =>
      post(drill.db, journal, drill.folds, {
        actor: 'system',
        kind: 'desk.opened',
        subject: `desk:${desk}`,
        body: { v: 1, restoredFrom: drill.desk },
      }),
    );
    const signer = ensureEpoch(restored);
    expect(signer).toMatchObject({ epoch: 2, origin: `nivaran/${drill.workspace}/${desk}` });
    expect(epochs()[1]).toEqual({ cause: 'restore', isSigned: 0 });
    expect(kinds()).toEqual([]);
  });

  it('does not change its desk in silence', () => {
    const journal = createJournal(drill.db, { desk: 'otherdesk', clock: drill.clock, ids: drill.ids });
    transaction(drill.db, () =>
      post(drill.db, journal, drill.folds, { actor: 'system', kind: 'case.noted', subject: 'case:x', body: { v: 1 } }),
    );
    expect(kinds()).toEqual(['desk-differs']);
  });
});
