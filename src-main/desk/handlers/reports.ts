import { dossierPaths, makeDossier, refuseExisting, saveDossier } from '../../reports/index.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';
import { pickSavePathAt } from './still-at.ts';

/** Reports for people outside the desk. */
export function reportHandlers(os: Implementer, session: Session) {
  return {
    dossier: os.reports.dossier.handler(async ({ input }) => {
      const desk = session.desk();
      const place = await pickSavePathAt(session, desk, `${input.ref}-dossier.pdf`);
      if (!place) return null;
      const base = place.path.replace(/\.pdf$/i, '');
      const paths = dossierPaths(base);
      refuseExisting(paths.pdf, paths.zip);
      return session.jobs.start('report', 'Writing the case report', async ({ progress, signal }) => {
        const made = await makeDossier(desk, input, { progress, signal });
        return saveDossier(desk, made, base);
      });
    }),
  };
}
