import type { Profile } from '../platforms/contract.ts';
import { keyholdersOf, lastEntryOf, readOrganisation, readPeople } from '../workspace/index.ts';
import { currentProfile, currentRulebook, servedPlatforms } from './adopted.ts';
import type { DeskStatus, PlatformSummary } from './contract.ts';
import type { Desk } from './desk.ts';
import { Fault } from './faults.ts';
import { isoInstant } from './ports.ts';
import { appVersion } from './resources.ts';
import type { Session } from './session.ts';
import { readPreference } from './store/local.ts';

/** The clauses a decision may rest on, each named once, with what it says in our words. */
function policyClauses(profile: Profile): { clause: string; about: string }[] {
  const named = [
    ...profile.rights.map(({ clause, name }) => ({ clause, about: name })),
    ...[...profile.exceptions, ...profile.notHeld, ...profile.redirects, ...profile.intake, ...profile.disclosures].map(
      ({ clause, text }) => ({ clause, about: text }),
    ),
  ];
  return [...new Map(named.map((one) => [one.clause, one])).values()];
}

function platformSummary(desk: Desk, id: string): PlatformSummary {
  const profile = currentProfile(desk.db, id);
  return {
    id,
    name: profile.name,
    operator: profile.operator,
    prefix: profile.prefix,
    requiredDetails: profile.requiredDetails.map((detail) => detail.label),
    clauses: policyClauses(profile),
  };
}

function lastVerified(desk: Desk): { at: string; ok: boolean; entries: number } | null {
  return readPreference(desk.db, 'lastVerified');
}

function workspaceStatus(session: Session): DeskStatus['workspace'] {
  const desk = session.desk();
  const organisation = readOrganisation(desk.db);
  const backup = lastEntryOf(desk.db, 'backup.made');
  const { name, version } = currentRulebook(desk.db);
  return {
    id: desk.workspace,
    desk: desk.desk,
    organisation: organisation.name,
    synthetic: organisation.synthetic,
    platforms: servedPlatforms(desk.db).map((id) => platformSummary(desk, id)),
    person: { id: desk.person.id, name: desk.person.name, roles: desk.person.roles },
    people: readPeople(desk.db).map((one) => ({ id: one.id, name: one.name })),
    autoLockMinutes: session.autoLockMinutes(),
    head: desk.journal.head(),
    lastVerified: lastVerified(desk),
    lastBackup: backup ? { at: backup.at, file: String(backup.body['file'] ?? '') } : null,
    rulebook: { name, version },
  };
}

/** What is at the desk's place while no desk is open: a workspace, nothing yet, or what stands in the way. */
function closedState(session: Session): Pick<DeskStatus, 'state' | 'fault'> {
  const fault = session.fault();
  if (fault) return { state: 'fault', fault };
  try {
    return { state: session.exists() ? 'locked' : 'none', fault: null };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { state: 'fault', fault: { code: error.code, message: error.message } };
  }
}

/** Whether a desk is open, and all that the window's frame shows of it. */
export function deskStatus(session: Session): DeskStatus {
  const { options, clock } = session.host;
  const doubt = session.isOpen() ? session.desk().time.doubt() : null;
  const moved = doubt ? { code: 'clock-moved' as const, message: `This computer's time jumped from ${doubt.from} to ${doubt.to}.` } : null;
  const { state, fault } = session.isOpen()
    ? { state: moved ? ('fault' as const) : ('open' as const), fault: moved }
    : closedState(session);
  return {
    state,
    fault,
    version: appVersion,
    dataDir: session.dir,
    shell: options.shell,
    hasTray: options.hasTray,
    now: isoInstant(clock.now()),
    clocks: session.watch.status(),
    keyholders: session.isOpen() ? [] : keyholdersOf(session.dir),
    workspace: session.isOpen() ? workspaceStatus(session) : null,
  };
}
