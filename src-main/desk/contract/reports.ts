import { type } from '@orpc/contract';
import { dossierOrderSchema } from '../../reports/contract.ts';
import { base } from './base.ts';
import type { JobState } from './jobs.ts';

/** Reports for people outside the desk. Topic: `case:REF`. */
export const reportsContract = {
  /** The report of a case as PDF and ZIP; asks where to save them, null when the person closed the dialog. The job answers ReportFiles. */
  dossier: base.input(dossierOrderSchema).output(type<JobState | null>()),
};
