import type { ConsentView, WorkView } from '../contract.ts';
import { viewConsent } from './consent.ts';
import { guardsOf } from './guards.ts';
import { categoriesOf, groundsOf, outcomesOf, type PlatformRules, promisesOf, recipientsOf, systemsOf, workflowOf } from './platform.ts';
import { lastOf, type WorkStanding } from './standing.ts';
import { nextStep } from './steps.ts';

/** The standing with the names of those who did the work, as the window shows it. */
export interface NamedStanding extends WorkStanding {
  work: WorkView['entries'];
  holds: WorkView['holds'];
  consents?: ConsentView['asks'];
}

/** Everything a screen shows of the workflow of a case. */
export function viewWork(platform: PlatformRules, standing: NamedStanding): WorkView {
  const { file, work, holds, files, copies = [] } = standing;
  const { kind } = file;
  const workflow = workflowOf(platform.book, kind);
  const { steps, next } = nextStep(kind, platform, standing);
  const outcomes = outcomesOf(platform.book, file);
  const asks = (evidence: string) => steps.some((one) => one.evidence === evidence);
  return {
    workflow: workflow.id,
    version: platform.book.version,
    steps,
    next,
    outcomes,
    grounds: groundsOf(platform, kind),
    promises: promisesOf(platform, kind),
    guards: guardsOf(standing, platform).map((one) => ({ ...one, outcomes: one.outcomes.filter((id) => outcomes.includes(id)) })),
    systems: systemsOf(platform, kind).map(({ id, label, search, confirm, keepsCopies }) => ({
      id,
      label,
      isSearched: lastOf(work, 'search', id) !== undefined,
      isConfirmed: lastOf(work, 'confirmation', id) !== undefined,
      needsSearch: search && asks('systems-searched'),
      needsConfirmation: confirm && asks('systems-confirmed'),
      keepsCopies: keepsCopies ?? false,
    })),
    categories: asks('categories-marked')
      ? categoriesOf(platform).map((one) => ({ ...one, held: lastOf(work, 'category', one.id)?.result ?? null }))
      : [],
    recipients: recipientsOf(platform).map(({ name, purpose, clause }) => ({
      name,
      purpose,
      clause,
      isTold: lastOf(work, 'recipient', name) !== undefined,
    })),
    files: files.map(({ id, name }) => ({ id, name, decision: lastOf(work, 'redaction', id)?.result ?? null })),
    copies: [...copies],
    holds: [...holds],
    entries: [...work],
    consent: viewConsent(platform.profile, standing.consents ?? [], standing.letters),
  };
}
