import { sha256Hex } from '../../journal/index.ts';
import { letterPdf, previewLetter, recordExport, sealLetter } from '../../letters/index.ts';
import { writeFileSafely } from '../files.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { pickSavePathAt } from './still-at.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** Preview, sealing and saving of letters. */
export function letterHandlers(os: Implementer, session: Session) {
  return {
    preview: os.letters.preview.handler(async ({ input }) => {
      const { pdf, ...rest } = await previewLetter(session.desk(), input);
      return { ...rest, pdf: base64(pdf) };
    }),
    seal: os.letters.seal.handler(async ({ input }) => {
      const { pdf: _pdf, ref: _ref, ...sealed } = await sealLetter(session.desk(), input);
      return sealed;
    }),
    pdf: os.letters.pdf.handler(({ input }) => {
      const { pdf, name } = letterPdf(session.desk(), input.id);
      return { pdf: base64(pdf), name };
    }),
    save: os.letters.save.handler(async ({ input }) => {
      const desk = session.desk();
      const { pdf, name, ref } = letterPdf(desk, input.id);
      const place = await pickSavePathAt(session, desk, name);
      if (!place) return null;
      const sha256 = sha256Hex(pdf);
      recordExport(desk, ref, input.id, sha256);
      writeFileSafely(place.path, pdf);
      return { path: place.path, sha256 };
    }),
  };
}
