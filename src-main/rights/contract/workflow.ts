import { z } from 'zod';
import { caseKinds, outcomes } from '../../cases/contract/words.ts';

/** The newest format of workflows this program reads. A higher number is refused. */
export const workflowFormat = 1;

const text = z.string().trim().min(1, 'is empty');
const both = z.strictObject({ en: text, hi: text });
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a name such as identity-not-shown');

/** How the desk sees that a step is done; what each one looks at is in rules/evidence.ts. */
export const evidenceNames = [
  'receipt-confirmed',
  'kind-known',
  'acknowledged',
  'review-begun',
  'details-complete',
  'identity-checked',
  'systems-searched',
  'categories-marked',
  'files-decided',
  'decided',
  'package-built',
  'items-acted',
  'systems-confirmed',
  'recipients-told',
  'letter-sealed',
  'letter-sent',
  'report-sent',
  'closed',
] as const;
export type EvidenceName = (typeof evidenceNames)[number];

/** The acts that a step can lead to; `letter` is written in the letter desk, `package` is built from the work on the case. */
export const stepActs = [
  'amend',
  'triage',
  'acknowledge',
  'start-review',
  'letter',
  'verify-identity',
  'search-system',
  'mark-category',
  'redaction',
  'decide',
  'package',
  'act-on-items',
  'confirm-system',
  'tell-recipient',
  'dispatch',
  'report',
  'close',
] as const;

/** What has to be refused while something stands in the way. */
export const guardNames = ['hold', 'failed-check', 'authority', 'identity-pending'] as const;
export type GuardName = (typeof guardNames)[number];

/** Parts of a profile that a step or ground may be read from. */
export const promiseSources = [
  'rights',
  'exceptions',
  'requiredDetails',
  'retention',
  'deletion',
  'holds',
  'notHeld',
  'redirects',
  'contradictions',
  'minors',
  'onBehalf',
  'serviceLevels',
] as const;
export type PromiseSource = (typeof promiseSources)[number];

export const groundSources = ['rights', 'exceptions', 'holds', 'notHeld', 'redirects'] as const;

const stepSchema = z.strictObject({
  id,
  evidence: z.enum(evidenceNames),
  act: z.enum(stepActs),
  /** The template, where the act is a letter; for the letter of the decision the outcome says which. */
  template: id.optional(),
  title: both,
  why: both,
});

const systemSchema = z.strictObject({
  id,
  label: both,
  /** Ids of data categories of profiles; a platform has the system when its profile names one of them. */
  holds: z.array(text),
  /** Every platform has it, whatever its profile says. */
  always: z.boolean().optional(),
  search: z.boolean(),
  confirm: z.boolean(),
  /** Copies in it run out later: the confirmation says when. */
  keepsCopies: z.boolean().optional(),
});

const groundSchema = z.strictObject({
  id,
  text: both,
  kinds: z.array(z.enum(caseKinds)).min(1),
  outcomes: z.array(z.enum(outcomes)).min(1),
  /** The clause of law it stands on. A ground of the policy takes the policy's own clause. */
  cite: text.optional(),
  /** Read from the platform's profile: one ground for each entry that fits the kind. */
  from: z.enum(groundSources).optional(),
  /** Only where the profile names no entry of that part for the kind. */
  unless: z.enum(groundSources).optional(),
});

const useSchema = z.strictObject({ step: id, when: z.enum(['always', 'granted']).default('always') });

const workflowSchema = z.strictObject({
  id,
  kinds: z.array(z.enum(caseKinds)).min(1),
  /** The law under which it is asked, where the policy promises nothing. */
  basis: text,
  steps: z.array(z.union([id.transform((step) => ({ step, when: 'always' as const })), useSchema])).min(1),
  outcomes: z.array(z.enum(outcomes)).min(1),
  /** Outcomes that say the same in other words: what is sent under the first is written down as the second. */
  readAs: z.partialRecord(z.enum(outcomes), z.enum(outcomes)).optional(),
  /** The template of the decision's letter by outcome; `decision` where none is named. */
  letters: z.partialRecord(z.enum(outcomes), id),
  guards: z.array(z.enum(guardNames)),
  /** What the platform adds or limits, shown beside the steps. */
  promises: z.array(z.enum(promiseSources)),
  /** The only systems that are searched and confirm; left out, all that the platform has. */
  systems: z.array(id).min(1).optional(),
});

const catalogueSchema = z.strictObject({
  format: z.number().int().min(1),
  version: text,
  steps: z.array(stepSchema).min(1),
  systems: z.array(systemSchema).min(1),
  grounds: z.array(groundSchema),
  /** What a review of a decision comes to; `ofRequests` where somebody asked, and so can take it back or misuse it. */
  reviews: z.strictObject({ outcomes: z.array(z.enum(outcomes)).min(1), ofRequests: z.array(z.enum(outcomes)) }),
  workflows: z.array(workflowSchema).min(1),
});

type Catalogue = z.infer<typeof catalogueSchema>;

function refuseTwins(list: readonly { id: string }[], path: string, context: z.RefinementCtx): void {
  for (const [n, one] of list.entries()) {
    const isTwin = list.findIndex(({ id: other }) => other === one.id) < n;
    if (isTwin) context.addIssue({ code: 'custom', path: [path, n, 'id'], message: `${one.id} stands twice` });
  }
}

function refuseUnknownSteps({ steps, workflows }: Catalogue, context: z.RefinementCtx): void {
  for (const [n, workflow] of workflows.entries())
    for (const [at, { step }] of workflow.steps.entries())
      if (!steps.some(({ id: known }) => known === step))
        context.addIssue({ code: 'custom', path: ['workflows', n, 'steps', at], message: `${step} is no step of this file` });
}

function refuseUnknownSystems({ systems, workflows }: Catalogue, context: z.RefinementCtx): void {
  for (const [n, workflow] of workflows.entries())
    for (const [at, named] of (workflow.systems ?? []).entries())
      if (!systems.some(({ id: known }) => known === named))
        context.addIssue({ code: 'custom', path: ['workflows', n, 'systems', at], message: `${named} is no system of this file` });
}

/** Every kind has one way, and every way ends: with a decision that is told, and a close. */
function refuseGapsOfKinds({ workflows, steps }: Catalogue, context: z.RefinementCtx): void {
  for (const kind of caseKinds) {
    const found = workflows.filter(({ kinds }) => kinds.includes(kind));
    if (found.length !== 1)
      context.addIssue({ code: 'custom', path: ['workflows'], message: `${kind} has ${found.length} workflows, and needs one` });
  }
  for (const [n, workflow] of workflows.entries()) {
    const named = workflow.steps.map(({ step }) => steps.find(({ id: known }) => known === step)?.evidence);
    for (const needed of ['decided', 'letter-sent', 'closed'] as const)
      if (!named.includes(needed))
        context.addIssue({ code: 'custom', path: ['workflows', n, 'steps'], message: `has no step with the evidence ${needed}` });
    if (named.at(-1) !== 'closed')
      context.addIssue({ code: 'custom', path: ['workflows', n, 'steps'], message: 'does not end with the step that closes' });
  }
}

/** Other words and letters belong to outcomes that the workflow has. */
function refuseStrayOutcomes({ workflows }: Catalogue, context: z.RefinementCtx): void {
  for (const [n, { id: name, outcomes: has, readAs = {}, letters }] of workflows.entries()) {
    const path = (field: string, key: string) => ['workflows', n, field, key];
    for (const key of Object.keys(letters) as (typeof has)[number][])
      if (!has.includes(key)) context.addIssue({ code: 'custom', path: path('letters', key), message: `${key} is no outcome of ${name}` });
    for (const [from, to] of Object.entries(readAs) as [(typeof has)[number], (typeof has)[number]][])
      if (has.includes(from) || !has.includes(to))
        context.addIssue({ code: 'custom', path: path('readAs', from), message: `${from} is an outcome of ${name}, or ${to} is none` });
  }
}

/** A ground says what it stands on: a clause of law, a part of the policy, or both. */
function refuseBareGrounds({ grounds }: Catalogue, context: z.RefinementCtx): void {
  for (const [n, ground] of grounds.entries())
    if (ground.cite === undefined && ground.from === undefined)
      context.addIssue({ code: 'custom', path: ['grounds', n], message: 'names neither cite nor from' });
}

/** resources/workflows/workflows.json (docs/workflow-format.md). */
export const workflowBookSchema = catalogueSchema.superRefine((book, context) => {
  for (const path of ['steps', 'systems', 'grounds', 'workflows'] as const) refuseTwins(book[path], path, context);
  refuseUnknownSteps(book, context);
  refuseUnknownSystems(book, context);
  refuseGapsOfKinds(book, context);
  refuseStrayOutcomes(book, context);
  refuseBareGrounds(book, context);
});
export type WorkflowBook = z.infer<typeof workflowBookSchema>;
export type Workflow = WorkflowBook['workflows'][number];
export type WorkflowStep = WorkflowBook['steps'][number];
export type WorkSystem = WorkflowBook['systems'][number];
export type Both = z.infer<typeof both>;
