import { wallCase } from '../../retention/index.ts';
import { listRestricted } from '../../walls/index.ts';
import { badInput } from '../faults.ts';
import type { Implementer } from '../router.ts';
import { startScrub } from '../scrub-job.ts';
import type { Session } from '../session.ts';

/** Restricted cases: their list, and who holds their keys. */
export function wallHandlers(os: Implementer, session: Session) {
  const { walls } = os;
  return {
    list: walls.list.handler(({ input }) => listRestricted(session.desk(), input)),
    raise: walls.raise.handler(({ input: { ref, reason, typed } }) => {
      if (typed.trim().toUpperCase() !== ref) throw badInput('typed', 'is not the ticket of the case');
      wallCase(session.desk(), ref, reason);
      return { job: startScrub(session) };
    }),
    grant: walls.grant.handler(({ input: { ref, person, reason } }) => session.desk().walls.grant(ref, person, reason)),
    revoke: walls.revoke.handler(({ input: { ref, person, reason } }) => session.desk().walls.revoke(ref, person, reason)),
    giveWaiting: walls.giveWaiting.handler(() => ({ given: session.desk().walls.giveWaiting() })),
  };
}
