import { checkEdited, listPlatforms, profileHistory, profileVersion, saveProfile } from '../../platforms/index.ts';
import { startReevaluation } from '../law-work.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';

/** The platforms served: their profiles, versions and gaps. */
export function platformHandlers(os: Implementer, session: Session) {
  return {
    list: os.platforms.list.handler(() => listPlatforms(session.desk())),
    history: os.platforms.history.handler(({ input }) => profileHistory(session.desk(), input.id)),
    version: os.platforms.version.handler(({ input }) => profileVersion(session.desk(), input.hash)),
    check: os.platforms.check.handler(({ input }) => checkEdited(session.desk(), input.profile)),
    save: os.platforms.save.handler(({ input }) => {
      const saved = saveProfile(session.desk(), input.profile, input.reason);
      return { ...saved, job: saved.mustReevaluate ? startReevaluation(session) : null };
    }),
  };
}
