import { typeOfFile } from '../../intake/index.ts';
import {
  addPackageFile,
  buildPackage,
  fileToRedact,
  packageView,
  readyToRelease,
  recordRelease,
  redactPages,
  redactText,
} from '../../packages/index.ts';
import { writeFileSafely } from '../files.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { pickSavePathAt } from './still-at.ts';

/** The picture of one page. */
const largestPageBytes = 48 * 1024 * 1024;
const largestFileBytes = 100 * 1024 * 1024;

/** Packages of data that answer a request. */
export function packageHandlers(os: Implementer, session: Session) {
  const { packages } = os;
  return {
    open: packages.open.handler(({ input }) => packageView(session.desk(), input.ref)),
    chooseFile: packages.chooseFile.handler(async () => {
      const [file] = await session.host.shell.pickFiles('Choose a file for the answer', [], false);
      return file ?? null;
    }),
    addFile: packages.addFile.handler(async ({ input }) => {
      const { name } = session.host.files.find(input.token);
      const bytes = await session.host.files.read(input.token, largestFileBytes);
      session.host.files.release(input.token);
      const mediaType = await typeOfFile(bytes, name);
      return addPackageFile(session.desk(), input.ref, input.as, { name, bytes, mediaType });
    }),
    see: packages.see.handler(({ input }) => fileToRedact(session.desk(), input.ref, input.file)),
    redactPages: packages.redactPages.handler(async ({ input }) => {
      const tokens = input.pages.map(({ token }) => token);
      const pictures = await Promise.all(tokens.map((token) => session.host.files.read(token, largestPageBytes)));
      for (const token of tokens) session.host.files.release(token);
      return redactPages(session.desk(), input, pictures);
    }),
    redactText: packages.redactText.handler(({ input }) => redactText(session.desk(), input)),
    build: packages.build.handler(({ input }) => buildPackage(session.desk(), input)),
    release: packages.release.handler(async ({ input }) => {
      const desk = session.desk();
      const { one } = readyToRelease(desk, input);
      const place = await pickSavePathAt(session, desk, one.name);
      if (!place) return null;
      // While the dialog was open the case may have changed.
      const ready = readyToRelease(desk, input);
      recordRelease(desk, ready, input);
      writeFileSafely(place.path, ready.bytes);
      return { path: place.path, sha256: one.sha256 };
    }),
  };
}
