import { proposePurge, purgeCases } from '../../retention/index.ts';
import { nowOf } from '../desk.ts';
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
    list: retention.list.handler(({ input }) => session.reader().ask('retentionList', { ...input, looking: looking() })),
    open: retention.open.handler(({ input }) => session.reader().ask('retentionOf', { ...input, looking: looking() })),
    propose: retention.propose.handler(({ input }) => proposePurge(session.desk(), input.refs, input.reason)),
    purge: retention.purge.handler(({ input }) => {
      const answer = purgeCases(session.desk(), input);
      return { ...answer, job: answer.done.length > 0 ? startScrub(session) : null };
    }),
    scrub: retention.scrub.handler(() => startScrub(session)),
  };
}
