import { dayInIndia } from '../../cases/rules.ts';
import { addIdentityFile, identityView, judgeFile, purgeIdentity, revealFile } from '../../identity/index.ts';
import { checkId } from '../../identity/rules.ts';
import { typeOfFile } from '../../intake/index.ts';
import { nowOf } from '../desk.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';

const largestScanBytes = 50 * 1024 * 1024;
const scans = { name: 'Scans and documents', extensions: ['jpg', 'jpeg', 'png', 'webp', 'pdf', 'tif', 'tiff', 'txt', 'eml'] };

/** Who asks: checklists, attempts, files that show it. */
export function identityHandlers(os: Implementer, session: Session) {
  const identity = os.identity;
  return {
    open: identity.open.handler(({ input }) => identityView(session.desk(), input.ref)),
    check: identity.check.handler(({ input }) => checkId(input.type, input.value, dayInIndia(nowOf(session.desk())))),
    chooseFile: identity.chooseFile.handler(async () => {
      const [file] = await session.host.shell.pickFiles('Choose a scan', [scans], false);
      return file ?? null;
    }),
    addFile: identity.addFile.handler(async ({ input }) => {
      const { name } = session.host.files.find(input.token);
      const bytes = await session.host.files.read(input.token, largestScanBytes);
      session.host.files.release(input.token);
      const mediaType = await typeOfFile(bytes, name);
      return addIdentityFile(session.desk(), input.ref, { name, bytes, mediaType });
    }),
    reveal: identity.reveal.handler(({ input }) => revealFile(session.desk(), input.id, input.reason)),
    judge: identity.judge.handler(({ input }) => judgeFile(session.desk(), input.id, input.showsAadhaar)),
    waiting: identity.waiting.handler(({ input }) => session.reader().ask('waitingFiles', input)),
    unanswered: identity.unanswered.handler(({ input }) =>
      session.reader().ask('unanswered', { now: nowOf(session.desk()), limit: input.limit }),
    ),
    duePurges: identity.duePurges.handler(({ input }) =>
      session.reader().ask('duePurges', { now: nowOf(session.desk()), limit: input.limit }),
    ),
    purge: identity.purge.handler(({ input }) => purgeIdentity(session.desk(), input.ref, input.reason)),
  };
}
