import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDesk } from '../../src-main/audit/index.ts';
import type { ActName } from '../../src-main/cases/contract.ts';
import { actOnCase, addCase, attachmentsOf } from '../../src-main/cases/index.ts';
import { loadAttachment } from '../../src-main/desk/attachments.ts';
import { type Desk, nowOf } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { addIdentityFile, identityView, judgeFile, purgeIdentity } from '../../src-main/identity/index.ts';
import { importMail } from '../../src-main/intake/index.ts';
import { backupDesk, closeDesk, createDesk, openDesk, restoreDesk } from '../../src-main/workspace/index.ts';
import { readPurges } from '../../src-main/workspace/purge-ledger.ts';
import { greyPng } from '../../tools/make-demo-mail.mjs';
import { contentCase, testClock } from '../support/desk.ts';
import { mailWith } from '../support/picture-mail.ts';
import { passphrase, sampleWorkspace } from './support/session.ts';

const day = 86_400_000;
const root = mkdtempSync(join(tmpdir(), 'nivaran-purge-'));
const dir = join(root, 'workspace');
const [early, late] = [join(root, 'early.nivaran-backup'), join(root, 'late.nivaran-backup')];
const clock = testClock('2025-11-21T06:30:00.000Z');
const ports = { clock, ids: systemIds };
const [card, photo] = [Buffer.from(greyPng(8)), Buffer.from(greyPng(9))];

let desk: Desk;
let scanned = '';
let mailed = '';
let untouched = '';
const open = async (place = dir) => openDesk(place, { passphrase }, { ports, confirmTime: 'The clock of a test.' });
const act = (ref: string, name: ActName, input: unknown = {}) => actOnCase(desk, ref, name, input);
const fileOf = (ref: string, name: string) =>
  attachmentsOf(desk.db, ref).find((one) => one.name === name && one.quarantine !== 'withheld')?.id ?? '';
const liveOf = (ref: string) => attachmentsOf(desk.db, ref).filter(({ quarantine }) => quarantine !== 'withheld');

function check(ref: string, evidence: string): void {
  const reason = 'Seedword: seen in person.';
  act(ref, 'verify-identity', { method: 'document', document: 'passport', value: 'Z7654321', result: 'verified', evidence, reason });
}

function close(ref: string): void {
  act(ref, 'decide', { outcome: 'complied', ground: 'the request', reasons: 'Done as asked.' });
  act(ref, 'dispatch', { letter: 'decision', sentAt: nowOf(desk), mode: 'email' });
  act(ref, 'close');
}

function access(): string {
  return addCase(desk, contentCase({ kind: 'access', facts: {}, items: [], receivedAt: '2025-11-21T11:30:00+05:30' })).ref;
}

/** Every cell of every table. */
function everything(): string {
  const tables = desk.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  return tables.map((name) => JSON.stringify(desk.db.prepare(`SELECT * FROM "${name}"`).all())).join('\n');
}

/** The content of every stored file that a key still opens, and how many files lie there. */
function stored() {
  const ids = desk.db.prepare('SELECT id FROM attachment_key').pluck().all() as string[];
  const names = readdirSync(join(desk.dir, 'attachments'), { recursive: true, encoding: 'utf8' });
  return { texts: ids.map((id) => loadAttachment(desk, id).bytes.toString('latin1').replace(/\s/g, '')), keys: ids.length, onDisk: names };
}

const filesOnDisk = () => stored().onDisk.filter((name) => /[0-9a-f]{32}$/.test(name)).length;
const problems = () => verifyDesk(desk, { deep: true }).problems;

async function restore(file: string, place = dir): Promise<void> {
  await closeDesk(desk);
  await restoreDesk(file, place, { passphrase }, place === dir ? { switchOver: true } : {});
  desk = await open(place);
}

beforeAll(async () => {
  ({ desk } = await createDesk(dir, sampleWorkspace(), { ports }));
  scanned = access();
  await addIdentityFile(desk, scanned, { name: 'seedword scan.png', bytes: card, mediaType: 'image/png' });
  check(scanned, fileOf(scanned, 'seedword scan.png'));
  const mail = { source: 'mail.eml', bytes: mailWith('mail', { 'card.png': card, 'photo.png': photo }) };
  [mailed = ''] = (await importMail(desk, [mail], { platform: 'cocial' })).refs;
  act(mailed, 'triage', { kind: 'erasure' });
  for (const name of ['card.png', 'photo.png']) judgeFile(desk, fileOf(mailed, name), false);
  untouched = access();
  act(untouched, 'verify-identity', { method: 'document', document: 'pan', result: 'verified', reason: 'Known from before.' });
}, 60_000);
afterAll(async () => {
  await closeDesk(desk);
  rmSync(root, { recursive: true, force: true });
});

describe('purged identity evidence', () => {
  it('is gone from a workspace restored to the time before, in tables, bodies and files', async () => {
    await backupDesk(desk, early);
    check(mailed, fileOf(mailed, 'card.png'));
    for (const ref of [scanned, mailed]) close(ref);
    clock.advance(200 * day);
    desk.time.confirm();
    for (const ref of [scanned, mailed]) purgeIdentity(desk, ref, 'The time is over.');
    expect(readPurges(dir)).toHaveLength(2);
    expect(readFileSync(join(dir, 'purges.json'), 'utf8')).not.toMatch(/seedword|COC-|time is over/i);
    await backupDesk(desk, late);
    await restore(early);
    expect(everything().match(/seedword scan|Z7654321|4321/gi)).toBeNull();
    expect(identityView(desk, scanned)).toMatchObject({
      state: 'verified',
      attempts: [],
      files: [],
      purges: [{ attempts: 1, files: 1, reason: expect.stringContaining('Repeated after a restore') }],
    });
    expect(liveOf(mailed).map(({ name }) => name)).toEqual(['photo.png']);
    const { texts, keys } = stored();
    for (const text of texts) {
      expect(text.includes(card.toString('latin1').replace(/\s/g, ''))).toBe(false);
      expect(text.includes(card.toString('base64').slice(0, 80))).toBe(false);
    }
    expect(filesOnDisk()).toBe(keys);
    expect(problems()).toEqual([]);
  });

  it('leaves what was not purged, and the ledger, as they are', () => {
    expect(identityView(desk, untouched).attempts).toMatchObject([{ reason: 'Known from before.' }]);
    expect(readPurges(dir)).toHaveLength(2);
    const repeated = "SELECT count(*) FROM journal WHERE kind = 'identity.purged'";
    // The check of the case that came by mail is younger than the backup: of it nothing but the file was back.
    expect(desk.db.prepare(repeated).pluck().get()).toBe(1);
  });

  it('is not purged twice by a backup that knows of the purge', async () => {
    await restore(late);
    expect(desk.db.prepare("SELECT count(*) FROM journal WHERE kind = 'identity.purged'").pluck().get()).toBe(2);
    expect(everything()).not.toContain('Repeated after a restore');
    expect(problems()).toEqual([]);
  });

  it('goes again with every restore of the older backup', async () => {
    await restore(early);
    expect(everything().match(/seedword scan|Z7654321|4321/gi)).toBeNull();
    expect(problems()).toEqual([]);
  });

  it('stays listed when a later restore would be refused, and a damaged list refuses one', async () => {
    const ledger = join(dir, 'purges.json');
    const whole = readFileSync(ledger);
    writeFileSync(ledger, whole.subarray(0, -9));
    await closeDesk(desk);
    const refused = restoreDesk(early, dir, { passphrase }, { switchOver: true });
    await expect(refused).rejects.toMatchObject({ code: 'corrupt', message: expect.stringContaining('purges.json') });
    writeFileSync(ledger, whole);
    desk = await open();
    expect(problems()).toEqual([]);
  });

  it('is listed only where the purge was committed', async () => {
    close(untouched);
    clock.advance(200 * day);
    desk.time.confirm();
    // A new day's epoch stands before what is refused.
    desk.signer();
    const before = readPurges(dir);
    const head = desk.journal.head();
    desk.db.exec(
      "CREATE TEMP TRIGGER no_purge BEFORE INSERT ON journal WHEN NEW.kind = 'identity.purged' BEGIN SELECT raise(ABORT, 'no'); END",
    );
    expect(() => purgeIdentity(desk, untouched, 'over')).toThrow('no');
    desk.db.exec('DROP TRIGGER no_purge');
    // What fails at the very commit: a foreign key that is checked then.
    desk.db.exec('CREATE TEMP TABLE parent (id INTEGER PRIMARY KEY)');
    desk.db.exec('CREATE TEMP TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)');
    desk.db.exec(
      "CREATE TEMP TRIGGER late_no AFTER INSERT ON journal WHEN NEW.kind = 'identity.purged' BEGIN INSERT INTO child VALUES (1); END",
    );
    expect(() => purgeIdentity(desk, untouched, 'over')).toThrow(/FOREIGN KEY/);
    desk.db.exec('DROP TRIGGER late_no');
    expect([readPurges(dir), desk.journal.head()]).toEqual([before, head]);
    expect(purgeIdentity(desk, untouched, 'over').purges).toHaveLength(1);
    expect(readPurges(dir)).toHaveLength(before.length + 1);
  });

  it('comes back where a backup is restored in a new place, which has no list', async () => {
    const elsewhere = join(root, 'elsewhere');
    await restore(early, elsewhere);
    expect(identityView(desk, scanned).attempts).toHaveLength(1);
    expect(readPurges(elsewhere)).toEqual([]);
    expect(problems()).toEqual([]);
  });
});
