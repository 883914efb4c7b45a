import { dayInIndia } from '../cases/rules.ts';
import { adoptedText, adoptionsOf, currentProfile, currentRulebook, servedPlatforms } from '../desk/adopted.ts';
import { type Desk, nowOf, post, signEntry, write } from '../desk/desk.ts';
import { badInput, Fault } from '../desk/faults.ts';
import { sha256Hex } from '../journal/index.ts';
import type { AdoptionView } from '../law/contract.ts';
import { adoptionHistory } from '../law/index.ts';
import { nextVersion, problemsOf } from '../law/rules.ts';
import { readAppointments } from '../workspace/index.ts';
import { officerOn } from '../workspace/rules.ts';
import type { Gap, PlatformView, Profile, ProfileCheck, ProfileFile, SavedProfile } from './contract.ts';
import { classesOf, lintProfile, readProfile } from './rules.ts';

/** Whom the desk has appointed for this platform today, where it has. */
function officerFor(desk: Desk, id: string) {
  return officerOn(readAppointments(desk.db), 'grievance-officer', id, dayInIndia(nowOf(desk)));
}

function gapsOf(desk: Desk, profile: Profile | null): Gap[] {
  return profile === null ? [] : lintProfile(profile, currentRulebook(desk.db).rulebook, officerFor(desk, profile.id));
}

function viewOf(desk: Desk, id: string): PlatformView {
  const profile = currentProfile(desk.db, id);
  const [newest] = adoptionsOf(desk.db, 'profile', id);
  const { rulebook } = currentRulebook(desk.db);
  return {
    id,
    name: profile.name,
    version: profile.version,
    hash: newest?.hash ?? '',
    adoptedAt: newest?.adoptedAt ?? '',
    profile,
    gaps: lintProfile(profile, rulebook, officerFor(desk, id)),
  };
}

/** The platforms this desk serves, in the order they were adopted, each with its sixteen checks. */
export function listPlatforms(desk: Desk): PlatformView[] {
  return servedPlatforms(desk.db).map((id) => viewOf(desk, id));
}

/** Every version of a platform's profile, newest first. Fault: bad-input for a platform not served. */
export function profileHistory(desk: Desk, id: string): AdoptionView[] {
  currentProfile(desk.db, id);
  return adoptionHistory(desk, 'profile', id);
}

/** A version of a profile by its hash. Fault: not-found. */
export function profileVersion(desk: Desk, hash: string): Profile {
  const content = adoptedText(desk.db, 'profile', hash);
  if (content === null) throw new Fault('not-found', 'This desk never adopted such a profile.');
  return readProfile(content);
}

/** Checks a profile as it is being edited. Writes nothing. */
export function checkEdited(desk: Desk, edited: unknown): ProfileCheck {
  let profile: Profile | null = null;
  const problems = problemsOf(() => {
    profile = readProfile(textOf(edited));
  });
  return { problems, gaps: gapsOf(desk, profile) };
}

/** Reads the text of a profile's file. Writes nothing; what keeps it from being used is named by line and field. */
export function readOfferedProfile(desk: Desk, content: string): ProfileFile {
  let profile: Profile | null = null;
  const problems = problemsOf(() => {
    profile = readProfile(content);
  });
  return { profile, problems, gaps: gapsOf(desk, profile) };
}

/** The text of the profile in force. Fault: bad-input for a platform not served. */
export function profileText(desk: Desk, id: string): { hash: string; version: string; content: string } {
  const { version } = currentProfile(desk.db, id);
  const hash = adoptionsOf(desk.db, 'profile', id)[0]?.hash ?? '';
  return { hash, version, content: adoptedText(desk.db, 'profile', hash) ?? '' };
}

/** A profile left the desk as a file; that it did is in the record. */
export function recordProfileExport(desk: Desk, exported: { name: string; hash: string; sha256: string }): void {
  write(desk, ['law'], () => post(desk, { kind: 'profile.exported', subject: `workspace:${desk.workspace}`, body: exported }));
}

const textOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** A version that this platform's profile never had: the one given, or the next free number behind it. */
function freeVersion(desk: Desk, { id, version }: Profile): string {
  const used = new Set(adoptionsOf(desk.db, 'profile', id).map((one) => one.version));
  let free = version;
  while (used.has(free)) free = nextVersion(free);
  return free;
}

/**
 * Adopts an edited profile as a new version, signed by the person at the desk. Letters and intake go by it from now on;
 * clocks only where the platform's standing in law changed.
 * Faults: bad-input (with problems; a platform not served; no reason; nothing changed), refused (other letters for tickets).
 */
export function saveProfile(desk: Desk, edited: unknown, reason: string): SavedProfile {
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  const draft = readProfile(textOf(edited));
  const before = currentProfile(desk.db, draft.id);
  if (draft.prefix !== before.prefix)
    throw new Fault('refused', `Tickets of ${before.name} begin with ${before.prefix}; that cannot be changed once cases have them.`);
  if (textOf({ ...draft, version: '' }) === textOf({ ...before, version: '' })) throw badInput('profile', 'is the one in force already');
  const profile = { ...draft, version: freeVersion(desk, draft) };
  const mustReevaluate = JSON.stringify(classesOf(profile)) !== JSON.stringify(classesOf(before));
  write(desk, ['law', 'status'], () => postProfile(desk, profile, reason, mustReevaluate));
  return { platform: viewOf(desk, profile.id), mustReevaluate };
}

function postProfile(desk: Desk, profile: Profile, reason: string, mustReevaluate: boolean): void {
  const content = textOf(profile);
  const hash = sha256Hex(content);
  const subject = `workspace:${desk.workspace}`;
  const previous = adoptionsOf(desk.db, 'profile', profile.id)[0]?.hash ?? null;
  const { id, version } = profile;
  const entry = post(desk, { kind: 'profile.adopted', subject, body: { name: id, version, hash, content, reason, previous } });
  signEntry(desk, entry);
  if (mustReevaluate) return;
  const body = { adoption: entry.seq, what: 'profile', name: id, hash, checked: 0, moved: 0 };
  post(desk, { kind: 'adoption.applied', subject, body });
}
