import { dayInIndia } from '../cases/rules.ts';
import { authorise } from '../desk/authorise.ts';
import { commit, type Desk, isNobody, nowOf, post, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { parse } from '../desk/parse.ts';
import { resourcePath } from '../desk/resources.ts';
import { addPersonSchema, changePassphraseSchema, changeRolesSchema, type PersonView, removePersonSchema } from './contract.ts';
import { changeHeader, type Header, readHeader, type Slot } from './header.ts';
import { newPersonKeys, type PersonKeys, wipe } from './keys.ts';
import { checkPassphrase, loadCommonPassphrases } from './passphrase.ts';
import { entryRefusal, isNameTaken, staffRefusal } from './rules.ts';
import { dataKeyOf } from './service.ts';
import { passphraseSlot, withoutSlot, withSlot, withSlotReplaced } from './slots.ts';
import { calibrateKdf } from './slots-kdf.ts';
import { type Unlocked, unlock } from './slots-unlock.ts';
import { type PersonRow, readEverybody, readPeople, readPerson } from './store.ts';

const topics = ['status', 'people-of-desk'];
const today = (desk: Desk) => dayInIndia(nowOf(desk));

/** Everybody who works or worked at the desk, in the order they were added. */
export function listPeople(desk: Desk): PersonView[] {
  return readEverybody(desk.db).map((one) => ({ ...one, isYou: one.id === desk.person.id }));
}

/** The people whose slots the header of a locked workspace shows; none where it cannot be read. */
export function keyholdersOf(dir: string): { id: string; name: string }[] {
  try {
    return readHeader(dir).slots.flatMap(({ person, label }) => (person === null ? [] : [{ id: person, name: label }]));
  } catch {
    return [];
  }
}

async function prove(desk: Desk, person: string, secret: string): Promise<Unlocked> {
  const isByCode = person === desk.person.id && isNobody(desk.person);
  const credential = isByCode ? { recoveryCode: secret } : { passphrase: secret, person };
  const unlocked = await unlock(desk.dir, credential, desk.clock);
  wipe(unlocked.dataKey);
  return unlocked;
}

/**
 * Proves that it is still the same person: her passphrase, or the recovery code where that opened the desk. The attempt counts
 * like one of unlocking. Faults: wrong-key, too-many-attempts, not-allowed for somebody who no longer works here.
 */
export async function provePerson(desk: Desk, secret: string, person: string = desk.person.id): Promise<void> {
  if (!isNobody({ id: person })) {
    const refusal = entryRefusal(readPerson(desk.db, person), today(desk));
    if (refusal !== null) throw new Fault('not-allowed', refusal);
  }
  wipe(...privateHalves((await prove(desk, person, secret)).personKeys));
}

const privateHalves = (keys: PersonKeys | null) => (keys ? [keys.exchangePrivate, keys.signingPrivate] : []);

/**
 * Changes the record and the slots in the header together: the header is written as the last step before the commit, and put
 * back when the commit fails.
 */
function changeBoth(desk: Desk, run: typeof write, change: (header: Header) => Header, work: () => void): void {
  const { slots } = readHeader(desk.dir);
  let isWritten = false;
  try {
    run(desk, topics, () => {
      work();
      changeHeader(desk.dir, change);
      isWritten = true;
    });
  } catch (error) {
    if (isWritten) changeHeader(desk.dir, (header) => ({ ...header, slots }));
    throw error;
  }
}

function newPassphrase(passphrase: string): ReadonlySet<string> {
  const common = loadCommonPassphrases(resourcePath());
  try {
    checkPassphrase(passphrase, common);
  } catch (error) {
    throw error instanceof Fault ? badInput('newPassphrase', error.message.replace(/^passphrase: /, '')) : error;
  }
  return common;
}

async function slotFor(desk: Desk, person: { id: string; name: string }, passphrase: string, personKeys: PersonKeys): Promise<Slot> {
  const common = newPassphrase(passphrase);
  const kdf = await calibrateKdf(desk.clock);
  const { workspace, ids } = desk;
  const shared = { workspace, ids, dataKey: dataKeyOf(desk), label: person.name, now: desk.clock.now() };
  return passphraseSlot({ ...shared, person: person.id, passphrase, personKeys, kdf, common });
}

function postSlot(desk: Desk, slot: Slot): void {
  const { kind, label, person } = slot;
  post(desk, { kind: 'slot.added', subject: `slot:${slot.id}`, body: { kind, label, person } });
}

function checkDates({ from, until }: { from?: string | null | undefined; until?: string | null | undefined }): void {
  if (from && until && until < from) throw badInput('until', 'is before the first day');
}

const rowOf = (desk: Desk, id: string): PersonView => {
  const found = listPeople(desk).find((one) => one.id === id);
  if (!found) throw new Fault('not-found', 'There is no such person at this desk.');
  return found;
};

/**
 * Adds a person with roles, her own keys and a passphrase slot of her own. Faults: bad-input (a name that is taken, a weak
 * passphrase, dates), wrong-key, too-many-attempts, not-allowed, clock-moved, disk-full, read-only.
 */
export async function addPerson(desk: Desk, raw: unknown): Promise<PersonView> {
  authorise(desk, 'workspace.addPerson');
  const input = parse(addPersonSchema, raw, 'person');
  checkDates(input);
  if (isNameTaken(input.name, readPeople(desk.db))) throw badInput('name', 'is that of another person of this desk');
  newPassphrase(input.newPassphrase);
  await provePerson(desk, input.passphrase);
  const id = `user:${desk.ids.id(12)}`;
  const keys = newPersonKeys(desk.ids);
  const { name, roles, exchangePublic: exchangeKey, signingPublic: signingKey } = { ...input, ...keys };
  const dates = { from: input.from ?? null, until: input.until ?? null };
  try {
    const slot = await slotFor(desk, { id, name }, input.newPassphrase, keys);
    changeBoth(
      desk,
      write,
      (header) => withSlot(header, slot),
      () => {
        const body = { name, designation: input.designation ?? null, roles, ...dates, exchangeKey, signingKey };
        post(desk, { kind: 'person.added', subject: id, body });
        postSlot(desk, slot);
      },
    );
  } finally {
    wipe(...privateHalves(keys));
  }
  return rowOf(desk, id);
}

function mustBeHere(desk: Desk, id: string): PersonRow {
  const row = readPerson(desk.db, id);
  if (!row || row.removedAt !== null) throw new Fault('not-found', 'There is no such person at this desk.');
  return row;
}

/** Refuses what would leave the desk without a grievance officer or an administrator. */
function keepStaffed(desk: Desk, people: PersonRow[]): void {
  const refusal = staffRefusal(people, today(desk));
  if (refusal !== null) throw new Fault('refused', refusal);
}

/**
 * Changes a person's roles, designation and dates. Faults: not-found, bad-input, refused (nobody would be officer or
 * administrator), wrong-key, too-many-attempts, not-allowed, clock-moved.
 */
export async function changeRoles(desk: Desk, raw: unknown): Promise<PersonView> {
  authorise(desk, 'workspace.changeRoles');
  const { person, roles, reason, passphrase, ...rest } = parse(changeRolesSchema, raw, 'person');
  checkDates(rest);
  const before = mustBeHere(desk, person);
  const designation = rest.designation === undefined ? before.designation : rest.designation;
  const after = { ...before, roles, designation, from: rest.from ?? null, until: rest.until ?? null };
  const check = () =>
    keepStaffed(
      desk,
      readPeople(desk.db).map((one) => (one.id === person ? after : one)),
    );
  check();
  await provePerson(desk, passphrase);
  const { from, until } = after;
  write(desk, topics, () => {
    check();
    post(desk, { kind: 'person.changed', subject: person, body: { designation, roles, from, until, reason } });
  });
  if (person === desk.person.id) desk.person = { ...desk.person, roles, designation };
  return rowOf(desk, person);
}

/**
 * Removes a person: her slot is gone, her passphrase opens nothing, what she did keeps her name. Faults: not-found, refused
 * (oneself, the last officer or administrator), wrong-key, too-many-attempts, not-allowed, clock-moved, disk-full, read-only.
 */
export async function removePerson(desk: Desk, raw: unknown): Promise<PersonView> {
  authorise(desk, 'workspace.removePerson');
  const { person, reason, passphrase } = parse(removePersonSchema, raw, 'person');
  mustBeHere(desk, person);
  if (person === desk.person.id) throw new Fault('refused', 'Nobody removes herself: another administrator has to do it.');
  const check = () =>
    keepStaffed(
      desk,
      readPeople(desk.db).filter((one) => one.id !== person),
    );
  check();
  await provePerson(desk, passphrase);
  const gone = readHeader(desk.dir).slots.filter((slot) => slot.person === person);
  changeBoth(
    desk,
    write,
    (header) => gone.reduce((left, slot) => withoutSlot(left, slot.id), header),
    () => {
      check();
      for (const slot of gone) post(desk, { kind: 'slot.removed', subject: `slot:${slot.id}`, body: {} });
      post(desk, { kind: 'person.removed', subject: person, body: { reason } });
    },
  );
  return rowOf(desk, person);
}

/**
 * Changes one's own passphrase; the keys in the slot stay the same. Faults: refused where a recovery code opened the desk,
 * bad-input (a weak passphrase), wrong-key, too-many-attempts, clock-moved, disk-full, read-only.
 */
export async function changePassphrase(desk: Desk, raw: unknown): Promise<void> {
  const input = parse(changePassphraseSchema, raw, 'passphrase');
  if (isNobody(desk.person)) throw new Fault('refused', 'The recovery code opened this desk: nobody’s passphrase can be changed.');
  newPassphrase(input.newPassphrase);
  const { slot: old, personKeys } = await prove(desk, desk.person.id, input.passphrase);
  if (!personKeys) throw new Error('A passphrase slot holds its person’s keys.');
  try {
    const slot = await slotFor(desk, desk.person, input.newPassphrase, personKeys);
    changeBoth(
      desk,
      commit,
      (header) => withSlotReplaced(header, old.id, slot),
      () => {
        post(desk, { kind: 'slot.removed', subject: `slot:${old.id}`, body: {} });
        postSlot(desk, slot);
      },
    );
  } finally {
    wipe(...privateHalves(personKeys));
  }
}
