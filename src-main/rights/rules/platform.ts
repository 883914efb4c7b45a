import { type Outcome, requestKinds } from '../../cases/contract/words.ts';
import { type CaseFile, reviewLinkOf } from '../../cases/rules/file.ts';
import type { Profile } from '../../platforms/contract.ts';
import type { GroundView, PromiseView, Workflow, WorkflowBook, WorkSystem } from '../contract.ts';

/** What a workflow is resolved against: the workflows, the platform's profile in force, and the day of receipt (YYYY-MM-DD, IST). */
export interface PlatformRules {
  book: WorkflowBook;
  profile: Profile;
  receivedOn: string;
}

/** The workflow of a kind; every kind has exactly one (the file is refused otherwise). */
export function workflowOf(book: WorkflowBook, kind: string): Workflow {
  const found = book.workflows.find(({ kinds }) => (kinds as string[]).includes(kind));
  if (!found) throw new Error(`There is no workflow for ${kind}.`);
  return found;
}

/**
 * The outcomes that a decision on this case may have: those of its kind, or for a review what becomes of the decision it looks at.
 */
export function outcomesOf(book: WorkflowBook, { kind, links }: Pick<CaseFile, 'kind' | 'links'>): Outcome[] {
  if (reviewLinkOf({ links }) === undefined) return workflowOf(book, kind).outcomes;
  const { outcomes, ofRequests } = book.reviews;
  return (requestKinds as readonly string[]).includes(kind) ? [...outcomes, ...ofRequests] : outcomes;
}

/** The outcome as this case calls it: other words for the same one are read as it. */
export function readOutcome(book: WorkflowBook, file: Pick<CaseFile, 'kind' | 'links'>, outcome: Outcome): Outcome {
  const has = outcomesOf(book, file);
  const other = workflowOf(book, file.kind).readAs?.[outcome];
  return !has.includes(outcome) && other !== undefined && has.includes(other) ? other : outcome;
}

const everythingElse = '*';

/**
 * The systems that this platform has and a request of this kind concerns: those that hold one of its data categories, and
 * those every platform has.
 */
export function systemsOf({ book, profile }: Pick<PlatformRules, 'book' | 'profile'>, kind: string): WorkSystem[] {
  const { systems: concerned } = workflowOf(book, kind);
  const named = new Set(book.systems.flatMap(({ holds }) => holds));
  const ids = profile.dataCategories.map(({ id }) => id);
  return book.systems.filter(({ id, always, holds }) => {
    if (concerned && !concerned.includes(id)) return false;
    if (always || holds.some((one) => ids.includes(one))) return true;
    return holds.includes(everythingElse) && ids.some((one) => !named.has(one));
  });
}

/** The data categories to go through: those of the platform's own policy. */
export function categoriesOf({ profile }: Pick<PlatformRules, 'profile'>): Profile['dataCategories'] {
  return profile.dataCategories;
}

/** Who else had the data on the day of receipt: an answer lists those valid then (features E5). */
export function recipientsOf({ profile, receivedOn }: Pick<PlatformRules, 'profile' | 'receivedOn'>): Profile['processors'] {
  return profile.processors.filter(({ from, until }) => from <= receivedOn && (until === null || receivedOn <= until));
}

interface Entry {
  kinds?: readonly string[];
  text: string;
  clause: string;
}

/** The entries of one part of a profile, in one shape; an entry without kinds fits all. */
function entriesOf(profile: Profile, source: PromiseView['source']): Entry[] {
  switch (source) {
    case 'rights':
      return profile.rights.map(({ kinds, name, text, clause }) => ({ kinds, text: `${name}: ${text}`, clause }));
    case 'exceptions':
    case 'onBehalf':
    case 'holds':
      return profile[source];
    case 'requiredDetails':
      return profile.requiredDetails.map(({ label, clause }) => ({ text: label, clause }));
    case 'retention':
      return profile.retention.map(({ data, text, clause }) => ({ text: `${data}: ${text}`, clause }));
    case 'deletion':
      return profile.deletion.map(({ what, text, clause }) => ({ text: `${what}: ${text}`, clause }));
    case 'notHeld':
      return profile.notHeld.map(({ kinds, what, text, clause }) => ({ kinds, text: `${what}: ${text}`, clause }));
    case 'redirects':
      return profile.redirects.map(({ who, text, clause }) => ({ text: `${who}: ${text}`, clause }));
    case 'contradictions':
      return profile.contradictions.map(({ about, answer, first, second }) => ({
        text: `${about}: ${answer}`,
        clause: [...new Set([first.clause, second.clause])].join(', '),
      }));
    case 'minors':
      return [{ text: profile.minors.text, clause: profile.minors.clause ?? profile.policy.title }];
    case 'serviceLevels':
      return profile.serviceLevels;
    case 'law':
      return [];
  }
}

function entriesFor(profile: Profile, source: PromiseView['source'], kind: string): Entry[] {
  return entriesOf(profile, source).filter(({ kinds }) => kinds === undefined || kinds.includes(kind));
}

/** What the policy adds or limits for this kind; where it promises nothing the law stands alone, and says so. */
export function promisesOf({ book, profile }: Pick<PlatformRules, 'book' | 'profile'>, kind: string): PromiseView[] {
  const { promises, basis } = workflowOf(book, kind);
  const found = promises.flatMap((source) =>
    entriesFor(profile, source, kind).map(({ text, clause }): PromiseView => ({ source, text, clause })),
  );
  const isSilent = promises.includes('rights') && !found.some(({ source }) => source === 'rights');
  const law: PromiseView[] = isSilent
    ? [{ source: 'law', text: 'The policy of the platform promises nothing here: the request rests on the law.', clause: basis }]
    : [];
  return [...law, ...found];
}

/** The grounds a decision of this kind may stand on, with the clause of each as it stands today. */
export function groundsOf({ book, profile }: Pick<PlatformRules, 'book' | 'profile'>, kind: string): GroundView[] {
  const fitting = book.grounds.filter(({ kinds }) => (kinds as string[]).includes(kind));
  return fitting.flatMap(({ id, text, outcomes, cite, from, unless }): GroundView[] => {
    if (unless && entriesFor(profile, unless, kind).length > 0) return [];
    const entries = from ? entriesFor(profile, from, kind) : [];
    if (entries.length === 0) return cite === undefined ? [] : [{ id, text, outcomes, clause: cite, clauseText: null }];
    return entries.map((entry, n) => ({
      id: entries.length === 1 ? id : `${id}-${n + 1}`,
      text,
      outcomes,
      clause: cite === undefined ? entry.clause : `${entry.clause}; ${cite}`,
      clauseText: entry.text,
    }));
  });
}

const quotable = ['rights', 'exceptions', 'holds', 'notHeld', 'redirects', 'deletion', 'retention', 'requiredDetails'] as const;

/** What the profile says under a clause, or null where it names no such clause. */
export function clauseTextOf(profile: Profile, clause: string): string | null {
  const found = quotable.flatMap((source) => entriesOf(profile, source)).find((entry) => entry.clause === clause);
  return found?.text ?? null;
}

function letterOf(book: WorkflowBook, kind: string, outcome: string | null): string {
  if (outcome === null) return 'decision';
  return workflowOf(book, kind).letters[outcome as Outcome] ?? 'decision';
}

/** The template of the letter that tells the decision of this case; a review has its own. */
export function letterFor(book: WorkflowBook, file: Pick<CaseFile, 'kind' | 'outcome' | 'links'>): string {
  return reviewLinkOf(file) === undefined ? letterOf(book, file.kind, file.outcome) : 'review-decision';
}
