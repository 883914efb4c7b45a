import { grantingOutcomes } from '../../cases/rules/identity.ts';
import type { EvidenceName, WorkSort } from '../contract.ts';
import { categoriesOf, letterFor, type PlatformRules, recipientsOf, systemsOf } from './platform.ts';
import { lastOf, type WorkStanding } from './standing.ts';

/** Whether a step is done and what of it is missing; null where the case needs no such step. */
export type Evidence = { isDone: boolean; missing: string[] } | null;

interface Looking extends PlatformRules {
  standing: WorkStanding;
}

const whole = (isDone: boolean): Evidence => ({ isDone, missing: [] });

export function isGranting(outcome: string | null): boolean {
  return (grantingOutcomes as readonly (string | null)[]).includes(outcome);
}

/** A review that sets a decision aside or changes it asks for the items to be acted on again. */
const isChanging = (outcome: string | null) => outcome === 'overturned' || outcome === 'varied';

/** One thing after the other: done when each name has its entry; none at all where there is nothing to do. */
function each(names: readonly string[], sort: WorkSort, { work }: WorkStanding): Evidence {
  if (names.length === 0) return null;
  const missing = names.filter((name) => lastOf(work, sort, name) === undefined);
  return { isDone: missing.length === 0, missing };
}

/** Details that the policy asks for and the request does not give (features A8); asked for once, they hold nothing up. */
function details({ profile, standing: { file, letters } }: Looking): Evidence {
  if (profile.requiredDetails.length === 0) return null;
  const { complainant } = file;
  const has: Record<string, boolean> = {
    name: !!complainant.name,
    address: !!complainant.address,
    phone: !!complainant.phone,
    email: !!complainant.email,
    nature: true,
  };
  const missing = profile.requiredDetails.filter(({ id }) => !has[id]).map(({ label }) => label);
  const isAsked = letters.some(({ template, sentAt }) => template === 'missing-details' && sentAt !== null);
  return { isDone: missing.length === 0 || isAsked, missing };
}

function identity({ standing: { file, checklist } }: Looking): Evidence {
  const isSettled = file.identity === 'verified' || file.identity === 'not-needed';
  return { isDone: isSettled, missing: isSettled ? [] : [...(checklist?.missing ?? [])] };
}

function items({ standing: { file, items: all } }: Looking): Evidence {
  if (all.length === 0) return null;
  if (file.decision !== null && !isGranting(file.outcome) && !isChanging(file.outcome)) return null;
  const missing = all.filter(({ action }) => action === null).map(({ value }) => value);
  return { isDone: missing.length === 0, missing };
}

function letterSealed({ book, standing: { file, letters } }: Looking): Evidence {
  if (file.decision?.sentAt != null) return whole(true);
  const wanted = letterFor(book, file);
  const isReady = letters.some(
    ({ template, sealedAt, sentAt, supersededBy }) =>
      (template === wanted || template === 'decision') && sealedAt !== null && sentAt === null && supersededBy === null,
  );
  return whole(isReady);
}

/** Data that goes with the person is always a package; other answers are one where files were brought for them. */
function packageBuilt({ standing: { file, files, hasPackage = false } }: Looking): Evidence {
  return file.kind === 'portability' || files.length > 0 ? whole(hasPackage) : null;
}

const begun: string[] = ['under-review', 'decided', 'closed'];

const lookers: Record<EvidenceName, (looking: Looking) => Evidence> = {
  'receipt-confirmed': ({ standing: { file } }) => whole(!file.confirmReceipt),
  'kind-known': ({ standing: { file } }) => whole(file.kind !== 'unsorted'),
  acknowledged: ({ standing: { file } }) =>
    whole(file.moments.acknowledgementSent !== undefined || file.moments.decisionSent !== undefined || file.state === 'decided'),
  'review-begun': ({ standing: { file } }) => whole(begun.includes(file.state)),
  'details-complete': details,
  'identity-checked': identity,
  'systems-searched': (looking) =>
    each(
      systemsOf(looking, looking.standing.file.kind)
        .filter(({ search }) => search)
        .map(({ id }) => id),
      'search',
      looking.standing,
    ),
  'categories-marked': (looking) =>
    each(
      categoriesOf(looking).map(({ id }) => id),
      'category',
      looking.standing,
    ),
  'files-decided': ({ standing }) =>
    each(
      standing.files.map(({ id }) => id),
      'redaction',
      standing,
    ),
  decided: ({ standing: { file } }) => whole(file.decision !== null),
  'package-built': packageBuilt,
  'items-acted': items,
  'systems-confirmed': (looking) =>
    each(
      systemsOf(looking, looking.standing.file.kind)
        .filter(({ confirm }) => confirm)
        .map(({ id }) => id),
      'confirmation',
      looking.standing,
    ),
  'recipients-told': (looking) =>
    each(
      recipientsOf(looking).map(({ name }) => name),
      'recipient',
      looking.standing,
    ),
  'letter-sealed': letterSealed,
  'letter-sent': ({ standing: { file } }) => whole(file.decision?.sentAt != null),
  'report-sent': ({ standing: { file } }) =>
    whole(file.moments.reportSent !== undefined || Object.keys(file.moments.done ?? {}).length > 0),
  closed: ({ standing: { file } }) => whole(file.state === 'closed'),
};

/** What a step's evidence says of this case. */
export function lookAt(evidence: EvidenceName, looking: Looking): Evidence {
  return lookers[evidence](looking);
}
