import { Fault } from '../desk/faults.ts';
import { type Clock, type Ids, isoInstant } from '../desk/ports.ts';
import { type Header, headerFormat, headerVersion, type KdfParams, type Slot } from './header.ts';
import { newDataKey, newPersonKeys, type PersonKeys, wipe } from './keys.ts';
import { checkPassphrase, normalisePassphrase } from './passphrase.ts';
import { newRecoveryCode } from './recovery.ts';
import { calibrateKdf, deriveSlotKey, floorKdf } from './slots-kdf.ts';
import { type SlotDraft, sealSlot } from './slots-seal.ts';

/** What making any slot takes. `now` in milliseconds since 1970 UTC. */
export interface SlotMaking {
  workspace: string;
  dataKey: Buffer;
  label: string;
  ids: Ids;
  now: number;
}

export interface PassphraseSlotMaking extends SlotMaking {
  person: string;
  passphrase: string;
  personKeys: PersonKeys;
  /** From calibrateKdf. */
  kdf: KdfParams;
  /** From loadCommonPassphrases. */
  common: ReadonlySet<string>;
}

export interface KeyMaking {
  ids: Ids;
  clock: Clock;
  person: string;
  label: string;
  recoveryLabel: string;
  passphrase: string;
  common: ReadonlySet<string>;
}

export interface NewKeys {
  /** Not yet written: writing it is the moment the workspace exists. */
  header: Header;
  dataKey: Buffer;
  personKeys: PersonKeys;
  recoveryCode: string;
}

/** Everything secret that a new workspace needs: data key, first person's keys, a passphrase slot and a recovery slot. Fault: bad-input. */
export async function createKeys(making: KeyMaking): Promise<NewKeys> {
  const { ids, clock, common } = making;
  checkPassphrase(making.passphrase, common);
  const workspace = ids.id(12);
  const [dataKey, personKeys] = [newDataKey(ids), newPersonKeys(ids)];
  const kdf = await calibrateKdf(clock);
  const shared = { workspace, dataKey, ids, now: clock.now() };
  const first = await passphraseSlot({ ...making, ...shared, personKeys, kdf });
  const { slot: second, recoveryCode } = await recoverySlot({ ...shared, label: making.recoveryLabel });
  const header = newHeader(workspace, [first, second], ids);
  return { header, dataKey, personKeys, recoveryCode };
}

/** A header for a new workspace with these slots and a new desk id and database name. */
export function newHeader(workspace: string, slots: Slot[], ids: Ids): Header {
  return {
    format: headerFormat,
    version: headerVersion,
    workspace,
    desk: ids.id(12),
    database: `desk-${ids.id(8)}.db`,
    slots,
    failures: { count: 0, until: null },
  };
}

/** A slot that a person opens with a passphrase. Fault: bad-input for a passphrase the rules refuse. */
export async function passphraseSlot(making: PassphraseSlotMaking): Promise<Slot> {
  checkPassphrase(making.passphrase, making.common);
  const draft = draftOf(making, 'passphrase', making.person, making.kdf);
  return sealWith(normalisePassphrase(making.passphrase), draft, making, making.personKeys);
}

/** A slot that the returned code opens; the code is shown once and kept nowhere. */
export async function recoverySlot(making: SlotMaking): Promise<{ slot: Slot; recoveryCode: string }> {
  const recoveryCode = newRecoveryCode(making.ids);
  // 135 random bits need no stretching beyond the floor.
  const draft = draftOf(making, 'recovery', null, floorKdf);
  return { slot: await sealWith(recoveryCode, draft, making, null), recoveryCode };
}

function draftOf(making: SlotMaking, kind: Slot['kind'], person: string | null, kdf: KdfParams): SlotDraft {
  const { ids, label, now } = making;
  return { id: ids.id(12), kind, label, person, kdf, salt: ids.bytes(16), createdAt: isoInstant(now) };
}

async function sealWith(secret: string, draft: SlotDraft, making: SlotMaking, keys: PersonKeys | null): Promise<Slot> {
  const kek = await deriveSlotKey(secret, draft.salt, draft.kdf);
  try {
    return sealSlot(making.workspace, draft, kek, making.dataKey, keys, making.ids);
  } finally {
    wipe(kek);
  }
}

/** The header with one more slot. Nothing is written. */
export function withSlot(header: Header, slot: Slot): Header {
  return { ...header, slots: [...header.slots, slot] };
}

/** The header without a slot. Faults: not-found; refused for the last slot of its kind, which would lock people out. */
export function withoutSlot(header: Header, id: string): Header {
  const gone = findSlot(header, id);
  const slots = header.slots.filter((slot) => slot.id !== id);
  if (!slots.some((slot) => slot.kind === gone.kind)) {
    const kind = gone.kind === 'recovery' ? 'recovery code' : 'passphrase';
    throw new Fault('refused', `This is the last ${kind} of the workspace. Add another before removing it.`);
  }
  return { ...header, slots };
}

/** The header with a slot changed for a new one of the same kind, so that a single header write rotates it. Faults: not-found, refused. */
export function withSlotReplaced(header: Header, id: string, slot: Slot): Header {
  const old = findSlot(header, id);
  if (old.kind !== slot.kind || old.person !== slot.person) {
    throw new Fault('refused', 'A slot can only be replaced by one of the same kind for the same person.');
  }
  return { ...header, slots: header.slots.map((each) => (each.id === id ? slot : each)) };
}

function findSlot(header: Header, id: string): Slot {
  const slot = header.slots.find((each) => each.id === id);
  if (!slot) throw new Fault('not-found', `The workspace has no key slot ${id}.`);
  return slot;
}
