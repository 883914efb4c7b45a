import { describe, expect, it } from 'vitest';
import { systemIds as ids } from '../../src-main/desk/ports.ts';
import { type Header, readHeader, type Slot, writeHeader } from '../../src-main/workspace/header.ts';
import { newPersonKeys } from '../../src-main/workspace/keys.ts';
import { withoutSlot, withSlot, withSlotReplaced } from '../../src-main/workspace/slots.ts';
import { openSlot, sealSlot } from '../../src-main/workspace/slots-seal.ts';
import { codeOf, filesBelow, startChild, temporaryFolder } from './support/drills.ts';
import { draft, makeHeader, makeWorkspace, recoveryDraft, unlockRaw } from './support/small-workspace.ts';

const folder = temporaryFolder();
const slotAt = (header: Header, index: number) => header.slots[index] as Slot;

describe('a slot', () => {
  it('of a person gives the data key and her two private keys', () => {
    const { header, kek, dataKey, personKeys } = makeHeader();
    const unlocked = openSlot(header.workspace, slotAt(header, 0), kek);
    expect(unlocked).toEqual({ dataKey, personKeys, slot: header.slots[0] });
  });

  it('of a recovery code gives the data key alone', () => {
    const { header, kek, dataKey } = makeHeader();
    expect(openSlot(header.workspace, slotAt(header, 1), kek)).toEqual({ dataKey, personKeys: null, slot: header.slots[1] });
  });

  it('does not open with another key', () => {
    const { header } = makeHeader();
    expect(codeOf(() => openSlot(header.workspace, slotAt(header, 0), ids.bytes(32)))).toBe('wrong-key');
  });

  it.each<[string, (slot: Slot) => object]>([
    ['another id', () => ({ id: 'abcdefghijkl' })],
    ['another person', () => ({ person: 'user:other' })],
    ['a cheaper derivation', (slot) => ({ kdf: { ...slot.kdf, passes: 4 } })],
    ['another salt', () => ({ salt: Buffer.alloc(16).toString('base64') })],
    ['another nonce', () => ({ nonce: Buffer.alloc(12).toString('base64') })],
    ['other content', () => ({ wrapped: Buffer.alloc(112).toString('base64') })],
  ])('does not open with %s put into it', (_what, change) => {
    const { header, kek } = makeHeader();
    const slot = { ...slotAt(header, 0), ...change(slotAt(header, 0)) } as Slot;
    expect(codeOf(() => openSlot(header.workspace, slot, kek))).toBe('wrong-key');
  });

  it('does not open in another workspace', () => {
    const { header, kek } = makeHeader();
    expect(codeOf(() => openSlot('abcdefghijkl', slotAt(header, 0), kek))).toBe('wrong-key');
  });

  it('opens under a new label, which is nobody’s secret', () => {
    const { header, kek } = makeHeader();
    expect(openSlot(header.workspace, { ...slotAt(header, 0), label: 'B. Example' }, kek).dataKey).toHaveLength(32);
  });
});

describe('the slots of a header', () => {
  const another = (header: Header, changes = {}) =>
    sealSlot(header.workspace, draft(changes), ids.bytes(32), ids.bytes(32), newPersonKeys(ids), ids);

  it('can grow, shrink and be read back', () => {
    const { header } = makeHeader();
    const added = another(header, { person: 'user:second' });
    const grown = withSlot(header, added);
    writeHeader(folder.path, grown);
    expect(readHeader(folder.path).slots).toHaveLength(3);
    expect(withoutSlot(grown, added.id)).toEqual(header);
  });

  it('keep at least one passphrase and one recovery code', () => {
    const { header } = makeHeader();
    for (const slot of header.slots) expect(codeOf(() => withoutSlot(header, slot.id))).toBe('refused');
    const grown = withSlot(header, sealSlot(header.workspace, recoveryDraft(), ids.bytes(32), ids.bytes(32), null, ids));
    expect(withoutSlot(grown, slotAt(header, 1).id).slots).toHaveLength(2);
  });

  it('are rotated in place, for the same kind and person only', () => {
    const { header } = makeHeader();
    const fresh = another(header);
    const rotated = withSlotReplaced(header, slotAt(header, 0).id, fresh);
    expect(rotated.slots.map((slot) => slot.id)).toEqual([fresh.id, slotAt(header, 1).id]);
    expect(codeOf(() => withSlotReplaced(header, slotAt(header, 1).id, fresh))).toBe('refused');
    expect(codeOf(() => withSlotReplaced(header, slotAt(header, 0).id, another(header, { person: 'user:other' })))).toBe('refused');
  });

  it('are named when they are not there', () => {
    const { header } = makeHeader();
    expect(codeOf(() => withoutSlot(header, 'nonenonenone'))).toBe('not-found');
    expect(codeOf(() => withSlotReplaced(header, 'nonenonenone', slotAt(header, 0)))).toBe('not-found');
  });
});

describe('kill -9 while a slot is rotated', () => {
  it('leaves the old or the new slot at every write, never neither', async () => {
    const made = makeWorkspace(folder.path);
    made.db.close();
    const newKek = ids.bytes(32);
    const { exchangePrivate, signingPrivate } = made.personKeys;
    const hex = { dataKey: made.dataKey, newKek, exchangePrivate, signingPrivate };
    const secrets = JSON.stringify(Object.fromEntries(Object.entries(hex).map(([name, bytes]) => [name, bytes.toString('hex')])));
    const outcomes: string[] = [];
    for (let n = 1; outcomes.at(-1) !== 'finished'; n += 1) {
      writeHeader(folder.path, made.header);
      const end = await startChild('die-writing', [folder.path, 'rotate', String(n), secrets]).ended;
      const header = readHeader(folder.path);
      const isOld = slotAt(header, 0).id === slotAt(made.header, 0).id;
      expect(unlockRaw(header, isOld ? made.kek : newKek)).toMatchObject({ dataKey: made.dataKey, personKeys: made.personKeys });
      expect(slotAt(header, 1)).toEqual(made.header.slots[1]);
      if (end.signal !== 'SIGKILL') expect(end).toMatchObject({ code: 0, stderr: '' });
      outcomes.push(end.signal === 'SIGKILL' ? (isOld ? 'old' : 'new') : 'finished');
    }
    expect(outcomes.slice(0, 4)).toEqual(['old', 'old', 'old', 'old']);
    expect(outcomes).toContain('new');
    expect(plainKeyOnDisk(made.dataKey, newKek, exchangePrivate, signingPrivate)).toEqual([]);
  });

  function plainKeyOnDisk(...secrets: Buffer[]): string[] {
    const forms = secrets.flatMap((secret) => [secret, Buffer.from(secret.toString('hex')), Buffer.from(secret.toString('base64'))]);
    return [...filesBelow(folder.path)].filter(([, bytes]) => forms.some((form) => bytes.includes(form))).map(([name]) => name);
  }
});
