import { erasePerson, erasureView, proposeErasure, proposePurge, purgeCases } from '../../retention/index.ts';
import { nowOf } from '../desk.ts';
import { Fault } from '../faults.ts';
import { reads } from '../reads.ts';
import type { Implementer } from '../router.ts';
import { startScrub } from '../scrub-job.ts';
import type { Session } from '../session.ts';

/** How long cases are kept, and their purge. */
export function retentionHandlers(os: Implementer, session: Session) {
  const retention = os.retention;
  const looking = () => {
    const desk = session.desk();
    return { me: desk.person.id, desk: desk.desk, now: nowOf(desk) };
  };
  return {
    list: retention.list.handler(({ input: { restricted, ...input } }) => {
      const asked = { ...input, looking: looking() };
      if (!restricted) return session.reader().ask('retentionList', asked);
      const inside = session.desk().walls.opened();
      if (!inside) throw new Fault('restricted', 'You hold no key of a restricted case.');
      return reads.retentionList(inside.db, asked, () => {});
    }),
    open: retention.open.handler(({ input }) => session.reader().ask('retentionOf', { ...input, looking: looking() })),
    propose: retention.propose.handler(({ input }) => proposePurge(session.desk(), input.refs, input.reason)),
    purge: retention.purge.handler(({ input }) => {
      const answer = purgeCases(session.desk(), input);
      return { ...answer, job: answer.done.length > 0 ? startScrub(session) : null };
    }),
    erasure: retention.erasure.handler(({ input }) => erasureView(session.desk().db, input.ref, looking())),
    proposeErasure: retention.proposeErasure.handler(({ input }) => proposeErasure(session.desk(), input.ref, input.reason)),
    erase: retention.erase.handler(({ input }) => {
      const answer = erasePerson(session.desk(), input);
      return { ...answer, job: startScrub(session) };
    }),
    scrub: retention.scrub.handler(() => startScrub(session)),
  };
}
