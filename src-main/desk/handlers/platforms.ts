import { sha256Hex } from '../../journal/index.ts';
import {
  checkEdited,
  listPlatforms,
  profileHistory,
  profileText,
  profileVersion,
  readOfferedProfile,
  recordProfileExport,
  saveProfile,
} from '../../platforms/index.ts';
import { writeFileSafely } from '../files.ts';
import { startReevaluation } from '../law-work.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { textOfFile } from './law.ts';
import { pickSavePathAt } from './still-at.ts';

const longestProfileBytes = 2_000_000;

function fileHandlers(os: Implementer, session: Session) {
  return {
    readFile: os.platforms.readFile.handler(async ({ input }) =>
      readOfferedProfile(session.desk(), await textOfFile(session, input.token, longestProfileBytes)),
    ),
    exportFile: os.platforms.exportFile.handler(async ({ input }) => {
      const desk = session.desk();
      const { hash, version, content } = profileText(desk, input.id);
      const place = await pickSavePathAt(session, desk, `${input.id} ${version}.json`);
      if (!place) return null;
      const sha256 = sha256Hex(content);
      recordProfileExport(desk, { name: input.id, hash, sha256 });
      writeFileSafely(place.path, content);
      return { path: place.path, sha256 };
    }),
  };
}

/** The platforms served: their profiles, versions and gaps. */
export function platformHandlers(os: Implementer, session: Session) {
  return {
    ...fileHandlers(os, session),
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
