import { basename } from 'node:path';
import { readAttachment, refuseMaterial } from '../../cases/index.ts';
import type { FailedSource } from '../../intake/index.ts';
import { importMail, type MailSource, sourcesOf } from '../../intake/index.ts';
import { suggestKinds } from '../../intake/rules.ts';
import { sha256Hex } from '../../journal/index.ts';
import { bringNamesUpBySlices } from '../../people/index.ts';
import { bringIndexUpBySlices } from '../../search/index.ts';
import { checkRelease, loadAttachment } from '../attachments.ts';
import { post, write } from '../desk.ts';
import { writeFileSafely } from '../files.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { suggestionBook } from '../suggestions.ts';
import { pickSavePathAt } from './still-at.ts';

const dialogs = {
  mail: { title: 'Choose messages', filters: [{ name: 'Messages', extensions: ['eml', 'mbox'] }], many: true },
  backup: { title: 'Choose a backup', filters: [{ name: 'Nivaran backup', extensions: ['nivaran-backup'] }], many: false },
  checkpoint: { title: 'Choose a checkpoint', filters: [{ name: 'Checkpoint', extensions: ['txt'] }], many: false },
};

/** The messages behind the window's tokens: files on disk, or bytes that were dropped. */
function* heldSources(session: Session, tokens: string[]): Generator<MailSource | FailedSource> {
  for (const token of tokens) {
    const file = session.host.files.find(token);
    if (file.kind === 'path') yield* sourcesOf(file.path);
    else yield { source: basename(file.name), bytes: file.bytes };
    session.host.files.release(token);
  }
}

/** Import by drop or dialog, and saving attachments. */
export function filesHandlers(os: Implementer, session: Session) {
  return {
    chooseFiles: os.intake.chooseFiles.handler(({ input }) => {
      const dialog = dialogs[input.for];
      return session.host.shell.pickFiles(dialog.title, dialog.filters, dialog.many);
    }),
    suggest: os.intake.suggest.handler(({ input }) => suggestKinds(suggestionBook(), input)),
    importFiles: os.intake.importFiles.handler(({ input }) => {
      const desk = session.desk();
      const sources = heldSources(session, input.tokens);
      const incident = (id: string, error: unknown) => session.host.log.incident(id, 'intake.importFiles', error);
      return session.jobs.start('import', 'Importing messages', async ({ progress, signal }) => {
        const onProgress = (done: number) => progress(done, Math.max(done, input.tokens.length));
        const answer = await importMail(desk, sources, { platform: input.platform, onProgress, signal, incident });
        await bringIndexUpBySlices(desk.db);
        await bringNamesUpBySlices(desk.db);
        return answer;
      });
    }),
    attachment: os.cases.attachment.handler(async ({ input }) => {
      const desk = session.desk();
      checkRelease(desk, input.id);
      const fact = readAttachment(desk.db, input.id);
      if (fact && fact.purpose !== 'letter') refuseMaterial(desk.db, fact.ref);
      const { bytes, name, ref } = loadAttachment(desk, input.id);
      const place = await pickSavePathAt(session, desk, name);
      if (!place) return null;
      write(desk, [`case:${ref}`], () =>
        post(desk, { kind: 'attachment.exported', subject: `case:${ref}`, body: { attachment: input.id } }),
      );
      writeFileSafely(place.path, bytes);
      return { path: place.path, sha256: sha256Hex(bytes) };
    }),
  };
}
