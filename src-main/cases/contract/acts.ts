import { z } from 'zod';
import type { ItemList, SheetAnswers } from '../../government/contract.ts';
import type { ClockView } from '../../law/contract.ts';
import { appealActSchemas } from './appeal-acts.ts';
import { decisionActSchemas } from './decision-acts.ts';
import { explainDelaySchema } from './delay.ts';
import { instant, line, prose } from './fields.ts';
import { governmentActSchemas } from './government-acts.ts';
import { identityActSchemas } from './identity-acts.ts';
import { itemActions } from './item-actions.ts';
import { complainantSchema, factsSchema } from './new-case.ts';
import { recordActSchemas } from './record-acts.ts';
import { targetActSchemas } from './target-acts.ts';
import { caseKinds, linkSorts, outcomes, platforms } from './words.ts';
import { workActSchemas } from './work-acts.ts';

const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
/** How a letter left the desk. */
export const dispatchModes = ['email', 'post', 'hand', 'portal', 'in-app', 'phone', 'form', 'sahyog', 'walk-in', 'noAddress'] as const;
export type DispatchMode = (typeof dispatchModes)[number];

/** What happened to one item: found by its value; `at` is when operations acted, never in the future; `proof`: what shows it. */
const itemAction = z.strictObject({
  value: line(4_000),
  action: z.enum(itemActions),
  at: instant.optional(),
  proof: line(500).optional(),
  add: z.boolean().optional(),
});

const sent = {
  /** Left out only with `noAddress`: then the dispatch counts from now. */
  sentAt: instant.optional(),
  mode: z.enum(dispatchModes).optional(),
  proof: line(500).optional(),
  /** Stands for dispatch where nobody can be written to. */
  noAddress: z.strictObject({ reason }).optional(),
};

/** Every act on a case, by the name the command line and the window give it. Instants carry an offset. */
export const actSchemas = {
  triage: z.strictObject({ kind: z.enum(caseKinds), facts: factsSchema.optional(), reason: prose(4_000).optional() }),
  amend: z.strictObject({
    receivedAt: instant.optional(),
    facts: factsSchema.optional(),
    platform: z.enum(platforms).optional(),
    /** Only what changes; an empty text takes a detail out. */
    complainant: complainantSchema.optional(),
    reason,
  }),
  acknowledge: z.strictObject(sent),
  'start-review': z.strictObject({}),
  decide: z.strictObject({
    outcome: z.enum(outcomes),
    /** A coded ground of the workflow, or the officer's own words; the plan refuses a decision without one. */
    ground: line(300).optional(),
    clause: line(300).optional(),
    reasons: prose(20_000).pipe(z.string().trim().min(1, 'is empty: the decision needs its reasons')),
    /** When it was decided, if not now. */
    at: instant.optional(),
    items: z.array(itemAction).max(20_000).optional(),
  }),
  'act-on-items': z.strictObject({ items: z.array(itemAction).min(1, 'is empty').max(20_000) }),
  dispatch: z.strictObject({ letter: line(80), ...sent }),
  /** `despite`: why it is closed while a case linked to it is open; asked for only then. */
  close: z.strictObject({ despite: prose(1_000).pipe(z.string().trim().min(1, 'is empty: say why')).optional() }),
  reopen: z.strictObject({ by: z.enum(['complainant', 'desk']), reason, receivedAt: instant.optional() }),
  void: z.strictObject({ reason }),
  withdraw: z.strictObject({ at: instant, reason }),
  /** A report went to an authority: CERT-In, the Board, the police. */
  report: z.strictObject({
    sentAt: instant,
    rules: z.array(line(60)).max(20).optional(),
    to: line(200).min(1, 'is empty'),
    reference: line(200).optional(),
  }),
  verdict: z.strictObject({ valid: z.boolean(), reason }),
  /** Both cases say it: this one as named, the other its inverse. */
  link: z.strictObject({ to: z.string(), as: z.enum(linkSorts) }),
  unlink: z.strictObject({ to: z.string(), reason }),
  /** `backup`: who takes it over when `to` is away; left out, it stays. Taking a case from somebody needs a reason. */
  assign: z.strictObject({ to: line(80).nullable(), backup: line(80).nullish(), reason: prose(1_000).optional() }),
  note: z.strictObject({ text: prose(20_000).pipe(z.string().trim().min(1, 'is empty')), privileged: z.boolean().optional() }),
  'explain-delay': explainDelaySchema,
  ...targetActSchemas,
  ...identityActSchemas,
  ...workActSchemas,
  ...governmentActSchemas,
  ...decisionActSchemas,
  ...appealActSchemas,
  ...recordActSchemas,
} as const;

export type ActName = keyof typeof actSchemas;
export type ActInput<A extends ActName> = z.infer<(typeof actSchemas)[A]>;
export const actNames = Object.keys(actSchemas) as ActName[];

/** What every change of a case answers. */
export interface ActAnswer {
  ref: string;
  state: string;
  clocks: ClockView[];
  /** What a list of items came to: what was added, repeated, here already, or refused, by line. */
  list?: ItemList;
  /** What a sheet that came back held. */
  answers?: SheetAnswers;
  /** The entry to name in `undo`, when this act can still be taken back (10 seconds, nothing sent). */
  undo?: { seq: number; until: string };
  /** A case that this act made or touched beside the first: the linked case of a reclassification, for one. */
  linked?: string;
}
