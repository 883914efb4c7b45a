import { badInput, Fault } from '../../desk/faults.ts';
import { type AttemptContext, planAttempt } from '../../identity/rules.ts';
import type { Authority } from '../../people/contract.ts';
import { isCovered } from '../../people/rules.ts';
import type { ActInput } from '../contract.ts';
import type { CaseFile } from './file.ts';

/** What acts on who asks are planned on; given only to acts that need it. */
export interface IdentityStanding extends Pick<AttemptContext, 'policy' | 'platform' | 'attempts' | 'authorities' | 'attachments'> {
  /** The record of who asks. */
  complainant: string;
}

interface Standing {
  file: CaseFile;
  now: string;
  identity?: IdentityStanding;
}

const istShiftMs = 330 * 60_000;

/** The day (YYYY-MM-DD) in IST of an instant. */
export function dayInIndia(instant: string): string {
  return new Date(Date.parse(instant) + istShiftMs).toISOString().slice(0, 10);
}

/** Everything a check of who asks is judged by. */
export function attemptContext(file: CaseFile, known: IdentityStanding, now: string): AttemptContext {
  return {
    ...known,
    kind: file.kind,
    channel: file.channel,
    isOnBehalf: file.onBehalfOf !== null,
    isMinor: file.facts.minor === true,
    requester: { email: file.complainant.email, phone: file.complainant.phone },
    receivedOn: dayInIndia(file.receivedAt),
    today: dayInIndia(now),
  };
}

function known({ identity }: Standing): IdentityStanding {
  if (!identity) throw new Error('Acts on who asks are planned on what is known of her.');
  return identity;
}

type Somebody = NonNullable<ActInput<'record-authority'>['principal']>;

/** Who of the two is not the complainant, and what is told of her. */
function otherOf(file: CaseFile, { principal, representative }: ActInput<'record-authority'>) {
  if (principal && representative) throw badInput('representative', 'name one of the two: the other is the complainant');
  if (representative) return { role: 'representative' as const, somebody: representative };
  const named: Somebody | undefined = principal ?? (file.onBehalfOf === null ? undefined : { name: file.onBehalfOf });
  if (!named) throw badInput('principal', 'say for whom the complainant acts, or name the representative who acts for her');
  return { role: 'principal' as const, somebody: named };
}

function checkDays({ datedOn, expiresOn }: ActInput<'record-authority'>, today: string): void {
  if (datedOn > today) throw badInput('datedOn', 'lies in the future');
  if (expiresOn !== undefined && expiresOn < datedOn) throw badInput('expiresOn', 'lies before the date of the instrument');
}

function planAuthority(standing: Standing, input: ActInput<'record-authority'>) {
  const { complainant, attachments } = known(standing);
  checkDays(input, dayInIndia(standing.now));
  if (input.evidence !== undefined && !attachments.includes(input.evidence))
    throw new Fault('refused', 'The evidence named is not among the files of this case.');
  const { role, somebody } = otherOf(standing.file, input);
  const { party = null, ...person } = somebody;
  if (party === complainant) throw badInput(role, 'is the complainant: nobody acts for herself');
  const sides =
    role === 'principal' ? { principal: party, representative: complainant } : { principal: complainant, representative: party };
  const { type, instrument, datedOn, registeredNumber = null, scope = null, expiresOn = null, notarised = false, evidence = null } = input;
  const body = { type, instrument, registeredNumber, datedOn, scope, expiresOn, isNotarised: notarised, evidence, role, ...sides, person };
  return [{ kind: 'authority.recorded', body }];
}

function planEnd(standing: Standing, input: ActInput<'end-authority'>) {
  const today = dayInIndia(standing.now);
  const on = input.on ?? today;
  const authority = known(standing).authorities.find(({ id }) => id === input.authority);
  if (!authority) throw badInput('authority', 'is not an authority recorded for this case');
  if (authority.endedOn !== null) throw new Fault('refused', 'This authority has ended already.');
  if (on > today) throw badInput('on', 'lies in the future');
  if (on < authority.datedOn) throw badInput('on', 'lies before the date of the instrument');
  return [{ kind: 'authority.ended', body: { authority: authority.id, on, reason: input.reason } }];
}

export const identityPlanners = {
  'record-authority': planAuthority,
  'end-authority': planEnd,
  'verify-identity'(standing: Standing, input: ActInput<'verify-identity'>) {
    const context = attemptContext(standing.file, known(standing), standing.now);
    return [{ kind: 'identity.attempted', body: { ...planAttempt(input, context) } }];
  },
};

/** Outcomes that do what was asked for, wholly or in part. */
export const grantingOutcomes = ['upheld', 'partly-upheld', 'complied', 'partly-complied'] as const;

/**
 * Somebody acts for another and no authority covers this request today: it may be refused or asked about, not granted.
 * Fault: refused.
 */
export function refuseUncoveredGrant({ file, now, identity }: Standing, outcome: string): void {
  if (!identity || !(grantingOutcomes as readonly string[]).includes(outcome)) return;
  if (!isUncovered(identity.authorities, file.kind, now)) return;
  throw new Fault(
    'refused',
    'Nobody who acts here has authority for this request today: record an authority that covers it, or decide otherwise.',
  );
}

/** Whether somebody acts for another here, and no authority covers the request today. */
export function isUncovered(authorities: readonly Authority[], kind: string, now: string): boolean {
  return authorities.length > 0 && !isCovered(authorities, kind, dayInIndia(now));
}

/** Acts of the complainant's own will that nobody does for her without authority. Fault: refused. */
export function refuseUncoveredWithdrawal({ file, now, identity }: Standing): void {
  if (identity && isUncovered(identity.authorities, file.kind, now))
    throw new Fault('refused', 'Nobody who acts here has authority for this request today, so nobody can withdraw it.');
}

/** Why nobody may be granted what she asks for after the last check, as a sentence; null where nothing stands in the way. */
export function checkObstacle(identity: CaseFile['identity']): string | null {
  if (identity === 'suspected-fraud') return 'The last check of who asks says suspected fraud: check again first.';
  return identity === 'mismatch' ? 'The last check of who asks did not match: check again first.' : null;
}

/** A request whose last check failed is refused or checked again, not granted. Fault: refused. */
export function refuseGrantAfterFailure({ file }: Standing, outcome: string): void {
  const obstacle = (grantingOutcomes as readonly string[]).includes(outcome) ? checkObstacle(file.identity) : null;
  if (obstacle) throw new Fault('refused', obstacle);
}
