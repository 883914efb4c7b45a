import type { ActInput } from '../../cases/contract.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import { checkConsent } from './consent.ts';
import { isStanding } from './guards.ts';
import type { WorkContext } from './work.ts';

/** Places a legal hold. Faults: bad-input (a field is wrong). */
export function planHold(context: WorkContext, input: ActInput<'hold'>) {
  const { scope, accounts = [], instrument, basis = 'law', until, reason } = input;
  if (until && until <= context.now) throw badInput('until', 'lies in the past');
  if (scope === 'connected' && accounts.length === 0)
    throw badInput('accounts', 'is empty: name the connected accounts that the hold reaches');
  if (scope !== 'connected' && accounts.length > 0) throw badInput('accounts', 'belongs to the scope "connected"');
  const consent = checkConsent(context, { basis, until });
  const party = context.work?.complainant ?? `party:${context.file.seq}`;
  return [{ kind: 'hold.placed', body: { scope, accounts, instrument, basis, consent, until: until ?? null, reason, party } }];
}

/** Releases the hold that stands on this case. Faults: refused (none stands here, or several), bad-input. */
export function planRelease(context: WorkContext, { hold, reason }: ActInput<'release-hold'>) {
  const standing = (context.work?.standing.holds ?? []).filter((one) => isStanding(one, context.now));
  const here = standing.filter(({ ref }) => ref === context.file.ref);
  if (here.length === 0) {
    const elsewhere = standing[0]?.ref;
    throw new Fault(
      'refused',
      elsewhere === undefined
        ? 'No legal hold stands on this case.'
        : `The hold that reaches this case stands on ${elsewhere}: release it there.`,
    );
  }
  if (hold === undefined && here.length > 1)
    throw badInput('hold', `is missing: ${here.map(({ id }) => id).join(', ')} stand on this case`);
  const released = hold === undefined ? here[0] : here.find(({ id }) => id === hold);
  if (!released) throw badInput('hold', 'is not a hold that stands on this case');
  return [{ kind: 'hold.released', body: { hold: released.id, reason } }];
}
