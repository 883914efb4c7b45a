import type { KeyObject } from 'node:crypto';
import { type Db, transaction } from '../../db/open.ts';
import type { Clock, Ids } from '../desk/ports.ts';
import type { Signer } from './checkpoints.ts';
import { epochKind } from './contract.ts';
import { type FoldMap, type Folds, post } from './folds.ts';
import type { Journal } from './record.ts';
import { type EpochBody, epochStatement, istDay, originOf, readEpoch } from './rules.ts';
import { privateKeyOf, publicHalf, signText } from './signing.ts';
import { type EpochRow, insertEpochRow, readEpochRow } from './store.ts';

/**
 * Where private halves are kept: wrapped, beside the header, never in the database or a backup. `write` must be on the
 * disk when it returns; `erase` of what is not there does nothing.
 */
export interface EpochVault {
  read(name: string): Buffer | null;
  write(name: string, bytes: Buffer): void;
  erase(name: string): void;
}

export interface EpochPorts {
  db: Db;
  journal: Journal;
  folds: Folds;
  vault: EpochVault;
  clock: Clock;
  ids: Ids;
  workspace: string;
  desk: string;
}

/** The name under which the vault keeps an epoch's private half. */
export function vaultName(number: number): string {
  return `epoch-${number}`;
}

/**
 * Today's signer. On a new IST day, at the first start, after a restore, or when the private half is gone, it opens a new
 * epoch: private half into the vault, then the entry `epoch.opened` in a transaction of its own, then the old half erased.
 * A crash between the steps leaves either the old epoch in force or an old half that the next call erases.
 */
export function ensureEpoch(ports: EpochPorts): Signer {
  if (ports.db.inTransaction) throw new Error('An epoch opens in a transaction of its own.');
  const current = readEpochRow(ports.db);
  const held = current ? heldKey(ports.vault, current) : null;
  if (current && held && isStillInForce(ports, current)) {
    ports.vault.erase(vaultName(current.number - 1));
    return signerOf(ports, current.number, held);
  }
  return openEpoch(ports, current, held);
}

function isStillInForce({ desk, clock }: EpochPorts, current: EpochRow): boolean {
  return current.desk === desk && istDay(clock.now()) <= istDay(Date.parse(current.openedAt));
}

function openEpoch(ports: EpochPorts, current: EpochRow | null, held: KeyObject | null): Signer {
  const number = (current?.number ?? 0) + 1;
  const seed = ports.ids.bytes(32);
  const key = privateKeyOf(seed);
  ports.vault.write(vaultName(number), seed);
  seed.fill(0);
  const cause = !current ? 'first' : current.desk !== ports.desk ? 'restore' : held ? 'day' : 'key-lost';
  transaction(ports.db, () => announce(ports, { number, key: publicHalf(key), cause, signedBy: held }));
  if (current) {
    ports.vault.erase(vaultName(current.number));
    ports.vault.erase(vaultName(current.number - 1));
  }
  return signerOf(ports, number, key);
}

interface Announcement extends Pick<EpochBody, 'number' | 'key' | 'cause'> {
  signedBy: KeyObject | null;
}

function announce({ db, journal, folds, workspace, desk }: EpochPorts, { number, key, cause, signedBy }: Announcement): void {
  const origin = originOf(workspace, desk);
  const head = journal.head();
  const statementText = epochStatement({ origin, number, key, seq: head.seq + 1, prev: head.hash });
  const signature = signedBy ? signText(signedBy, statementText).toString('base64') : null;
  const body = { v: 1, number, origin, key, cause, signature } satisfies EpochBody;
  post(db, journal, folds, { actor: 'system', kind: epochKind, subject: `epoch:${number}`, body });
}

/** The private half of an epoch, if the vault still holds it and it is the one announced. */
function heldKey(vault: EpochVault, epoch: EpochRow): KeyObject | null {
  const seed = vault.read(vaultName(epoch.number));
  if (seed?.length !== 32) return null;
  const key = privateKeyOf(seed);
  seed.fill(0);
  return publicHalf(key) === epoch.key ? key : null;
}

function signerOf({ workspace, desk }: EpochPorts, epoch: number, key: KeyObject): Signer {
  return { origin: originOf(workspace, desk), epoch, key: publicHalf(key), sign: (text) => signText(key, text) };
}

/** The table `epoch`: one row for each key announced. */
export const epochFolds: FoldMap = {
  [epochKind]: (db, entry, body) => {
    const epoch = readEpoch(body);
    if (!epoch) throw new Error('The body of epoch.opened holds no key.');
    insertEpochRow(db, { number: epoch.number, desk: entry.desk, key: epoch.key, openedAt: entry.at }, entry.seq);
  },
};
