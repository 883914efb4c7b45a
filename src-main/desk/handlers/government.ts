import { judgeDraft } from '../../cases/index.ts';
import { nowOf } from '../desk.ts';
import { instrumentBook } from '../instruments.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';

/** Orders and requests of authorities. */
export function governmentHandlers(os: Implementer, session: Session) {
  const government = os.government;
  return {
    instruments: government.instruments.handler(() => instrumentBook()),
    judge: government.judge.handler(({ input }) => judgeDraft(session.desk().db, input, nowOf(session.desk()))),
  };
}
