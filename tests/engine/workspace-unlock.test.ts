import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemIds as ids, systemClock } from '../../src-main/desk/ports.ts';
import { changeHeader, kdfFloor, readHeader, writeHeader } from '../../src-main/workspace/header.ts';
import { loadCommonPassphrases } from '../../src-main/workspace/passphrase.ts';
import { createKeys, type NewKeys, passphraseSlot, withSlot } from '../../src-main/workspace/slots.ts';
import { floorKdf } from '../../src-main/workspace/slots-kdf.ts';
import { unlock, unlockHeader } from '../../src-main/workspace/slots-unlock.ts';
import { fakeClock, faultOfAsync, temporaryFolder } from './support/drills.ts';

// These go through Argon2 at its full cost, some tenths of a second each time.
const folder = temporaryFolder();
const common = loadCommonPassphrases(fileURLToPath(new URL('../../resources', import.meta.url)));
const passphrase = 'blue kettle walks home';
const person = 'user:example';

let made: NewKeys;
beforeAll(async () => {
  made = await createKeys({ ids, clock: systemClock, person, label: 'A. Example', recoveryLabel: 'Recovery sheet', passphrase, common });
});

const failuresOf = () => readHeader(folder.path).failures;

describe('new keys', () => {
  it('come in a header with a passphrase slot and a recovery slot at or above the floor', () => {
    expect(made.header.slots.map(({ kind, person: whose }) => [kind, whose])).toEqual([
      ['passphrase', person],
      ['recovery', null],
    ]);
    for (const { kdf } of made.header.slots) {
      expect(kdf.memoryKiB).toBeGreaterThanOrEqual(kdfFloor.memoryKiB);
      expect(kdf.passes).toBeGreaterThanOrEqual(kdfFloor.passes);
    }
  });

  it('are not made for a weak passphrase', async () => {
    const making = { ids, clock: systemClock, person, label: 'A. Example', recoveryLabel: 'Recovery sheet', common };
    expect((await faultOfAsync(createKeys({ ...making, passphrase: 'password123' }))).code).toBe('bad-input');
  });
});

describe('unlocking', () => {
  it('with the passphrase gives data key and person keys and forgets failures', async () => {
    writeHeader(folder.path, { ...made.header, failures: { count: 2, until: null } });
    const unlocked = await unlock(folder.path, { passphrase, person }, fakeClock());
    expect(unlocked).toMatchObject({ dataKey: made.dataKey, personKeys: made.personKeys });
    expect(failuresOf()).toEqual({ count: 0, until: null });
  });

  it('with the passphrase composed another way is the same', async () => {
    const typed = 'cafe\u0301 au lait brew';
    const slot = await passphraseSlot({
      workspace: made.header.workspace,
      dataKey: made.dataKey,
      label: 'B. Example',
      ids,
      now: 0,
      person: 'user:second',
      passphrase: typed,
      personKeys: made.personKeys,
      kdf: floorKdf,
      common,
    });
    const header = withSlot(made.header, slot);
    const unlocked = await unlockHeader(header, { passphrase: typed.normalize('NFC'), person: 'user:second' });
    expect(unlocked.slot.person).toBe('user:second');
    expect((await unlockHeader(header, { passphrase: typed })).slot.id).toBe(slot.id);
  });

  it('with the recovery code as people type it gives the data key alone', async () => {
    writeHeader(folder.path, made.header);
    const typed = ` ${made.recoveryCode.toLowerCase().replaceAll('-', ' ')} `;
    const unlocked = await unlock(folder.path, { recoveryCode: typed }, fakeClock());
    expect(unlocked).toMatchObject({ dataKey: made.dataKey, personKeys: null });
  });

  it('with a wrong passphrase is refused and counted, and after the third one has to wait', async () => {
    writeHeader(folder.path, { ...made.header, failures: { count: 1, until: null } });
    const clock = fakeClock();
    const second = await faultOfAsync(unlock(folder.path, { passphrase: 'blue kettle walks' }, clock));
    expect(second).toMatchObject({ code: 'wrong-key', detail: { failures: 2, secondsLeft: 0 } });
    const third = await faultOfAsync(unlock(folder.path, { passphrase: 'blue kettle walks' }, clock));
    expect(third).toMatchObject({ code: 'wrong-key', detail: { failures: 3, secondsLeft: 1 } });
    expect(await faultOfAsync(unlock(folder.path, { passphrase }, clock))).toMatchObject({
      code: 'too-many-attempts',
      detail: { secondsLeft: 1 },
    });
    clock.ms += 1000;
    await unlock(folder.path, { passphrase }, clock);
    expect(failuresOf()).toEqual({ count: 0, until: null });
  });

  it('with a recovery code of another workspace is refused and counted', async () => {
    writeHeader(folder.path, made.header);
    const other = '0'.repeat(28);
    expect((await faultOfAsync(unlock(folder.path, { recoveryCode: other }, fakeClock()))).code).toBe('wrong-key');
    expect(failuresOf().count).toBe(1);
  });
});

describe('before any key is derived', () => {
  const at = Date.parse('2026-03-05T06:00:00.000Z');
  const waiting = (count: number, until: number) => {
    writeHeader(folder.path, made.header);
    changeHeader(folder.path, (header) => ({ ...header, failures: { count, until: new Date(until).toISOString() } }));
  };

  it('an attempt during the wait is refused, also with the recovery code, and not counted', async () => {
    waiting(9, at + 60_000);
    for (const credential of [{ passphrase }, { recoveryCode: made.recoveryCode }]) {
      const fault = await faultOfAsync(unlock(folder.path, credential, fakeClock(at + 500)));
      expect(fault).toMatchObject({ code: 'too-many-attempts', detail: { secondsLeft: 60 } });
    }
    expect(failuresOf()).toEqual({ count: 9, until: '2026-03-05T06:01:00.000Z' });
  });

  it('a clock that was set back makes nobody wait more than a minute', async () => {
    waiting(9, at + 365 * 86_400_000);
    const clock = fakeClock(at);
    const fault = await faultOfAsync(unlock(folder.path, { passphrase }, clock));
    expect(fault).toMatchObject({ code: 'too-many-attempts', detail: { secondsLeft: 60 } });
    expect(failuresOf().until).toBe('2026-03-05T06:01:00.000Z');
  });

  it('a mistyped recovery code is told and not counted', async () => {
    writeHeader(folder.path, made.header);
    const mistyped = made.recoveryCode.slice(0, -1);
    expect((await faultOfAsync(unlock(folder.path, { recoveryCode: mistyped }, fakeClock()))).code).toBe('bad-input');
    expect(failuresOf().count).toBe(0);
  });

  it.each([[{}], [{ passphrase: 'a passphrase', recoveryCode: 'a code' }]])('%j is no credential', async (credential) => {
    writeHeader(folder.path, made.header);
    expect((await faultOfAsync(unlock(folder.path, credential, fakeClock()))).code).toBe('bad-input');
  });

  it('a person without a slot is named as such', async () => {
    writeHeader(folder.path, made.header);
    expect((await faultOfAsync(unlock(folder.path, { passphrase, person: 'user:nobody' }, fakeClock()))).code).toBe('not-found');
  });
});
