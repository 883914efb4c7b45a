/** Reports for people outside the desk: the case report. docs/case-report.md. */
export { dossierPaths, type MadeDossier, makeDossier, refuseExisting, saveDossier } from './service.ts';
