import { z } from 'zod';
import { identityDocumentNames, identityLevels } from './words.ts';

const text = z.string().min(1);
const level = z.enum(identityLevels);
const document = z.enum(identityDocumentNames);
const needs = z.strictObject({ contact: z.boolean(), documents: z.int().min(0).max(2), authority: z.boolean() });
const kinds = z.array(text).min(1);

export const raiseReasons = ['minor', 'on-behalf', 'earlier-doubt', 'unregistered-channel'] as const;
export type RaiseReason = (typeof raiseReasons)[number];

/** How much is asked for, by kind of request and risk (resources/identity/checklists.json). */
export const identityPolicySchema = z.strictObject({
  format: z.literal(1),
  version: text,
  levels: z.record(level, needs),
  kinds: z.array(z.strictObject({ kinds, level, why: text })).min(1),
  raises: z.array(z.strictObject({ when: z.enum(raiseReasons), to: level, from: z.array(level), why: text })),
  unregisteredChannels: z.array(text),
  /** Taken where the policy of a platform names none. */
  defaultDocuments: z.array(document).min(1),
  /** What a platform's general word covers: its "ID card" may be any of these. */
  acceptedAs: z.record(z.string(), z.array(document)),
  /** Checks that stand for a second document. */
  secondChecks: z.array(document),
  /** Identity evidence is purged this long after the case closed. */
  retention: z.strictObject({ afterClosing: z.strictObject({ n: z.int().min(1), unit: z.literal('days') }), why: text }),
  /** Days in IST after which somebody who was asked to show who she is, and did not answer, is to be asked again; rising. */
  reminders: z.array(z.int().min(1)).min(1),
  majority: z.strictObject({ years: z.int().min(1), cite: text }),
});
export type IdentityPolicy = z.infer<typeof identityPolicySchema>;
