import { type } from '@orpc/contract';
import { z } from 'zod';
import {
  type ActAnswer,
  actNames,
  type CaseView,
  caseKinds,
  factsSchema,
  instant,
  letterTemplates,
  line,
  newCaseSchema,
  platforms,
  type QueueCounts,
  type QueueWindow,
  queueQuerySchema,
  type SimilarDecision,
  type TiedTimeline,
  ticket,
} from '../cases/contract.ts';
import { type Suggestion, suggestSchema } from '../intake/contract.ts';
import type { ClockView, WatchStatus } from '../law/contract.ts';
import { base } from './contract/base.ts';
import { governmentContract } from './contract/government.ts';
import { identityContract } from './contract/identity.ts';
import type { JobState, SavedFile } from './contract/jobs.ts';
import { lawContract, platformsContract } from './contract/law.ts';
import { packagesContract } from './contract/packages.ts';
import { peopleContract } from './contract/people.ts';
import { reportsContract } from './contract/reports.ts';
import { retentionContract } from './contract/retention.ts';
import { approvalsContract, staffContract } from './contract/staff.ts';
import { wallsContract } from './contract/walls.ts';
import type { FaultCode } from './faults.ts';

export type { JobState, SavedFile } from './contract/jobs.ts';

/** Whether a workspace is open, and what the window must show if not. */
export interface DeskStatus {
  state: 'none' | 'locked' | 'open' | 'fault';
  fault: { code: FaultCode; message: string } | null;
  version: string;
  dataDir: string;
  shell: string;
  hasTray: boolean;
  /** The desk's own now, UTC: the window counts from it, not from the renderer's clock. */
  now: string;
  /** Whether clocks are watched, also while locked, and how many alarms wait to be acknowledged. */
  clocks: WatchStatus;
  /** Whose passphrases open the workspace, while it is locked; empty while it is open. */
  keyholders: { id: string; name: string }[];
  workspace: {
    id: string;
    desk: string;
    organisation: string;
    synthetic: boolean;
    platforms: PlatformSummary[];
    person: { id: string; name: string; roles: string[] };
    people: { id: string; name: string }[];
    autoLockMinutes: number;
    head: { seq: number; hash: string };
    lastVerified: { at: string; ok: boolean; entries: number } | null;
    lastBackup: { at: string; file: string } | null;
    rulebook: { name: string; version: string };
  } | null;
}

export interface PlatformSummary {
  id: string;
  name: string;
  operator: string;
  prefix: string;
  requiredDetails: string[];
  clauses: { clause: string; about: string }[];
}

export interface Problem {
  kind: string;
  seq: number | null;
  table: string | null;
  key: string | null;
  detail: string;
}
export interface VerifyAnswer {
  ok: boolean;
  entries: number;
  head: string;
  problems: Problem[];
}

export interface ImportAnswer {
  read: number;
  created: number;
  linked: number;
  skipped: number;
  failed: { source: string; reason: string }[];
  batch: string;
  /** Tickets made, in order, for the window to show. */
  refs: string[];
}

export interface SealedLetter {
  id: string;
  sha256: string;
  pages: number;
  record: number | null;
}

const template = z.enum(letterTemplates);
const language = z.enum(['en', 'hi']);
const token = z.string().regex(/^[a-z0-9]{16,64}$/);

export const contract = {
  desk: {
    status: base.output(type<DeskStatus>()),
    /** Emits topics ("queue", "case:REF", "status", "jobs") after each commit. */
    changes: base.output(type<AsyncGenerator<{ topics: string[] }>>()),
    /** The person says the machine's time is right after a jump (design: time). */
    confirmTime: base.input(z.strictObject({ reason: line(500).min(1) })).output(type<DeskStatus>()),
    /** Any key or click in the window; puts off the automatic lock. */
    active: base.output(type<void>()),
  },
  workspace: {
    create: base
      .input(
        z.strictObject({
          organisation: line(200).min(1, 'is empty'),
          platforms: z.array(z.enum(platforms)).min(1, 'choose at least one'),
          officer: line(200).min(1, 'is empty'),
          designation: line(200).optional(),
          passphrase: z.string().max(1_024),
          demoCases: z.int().min(0).max(1_000_000).optional(),
        }),
      )
      .output(type<{ recoveryCode: string; status: DeskStatus }>()),
    unlock: base
      .input(
        z.union([
          z.strictObject({ passphrase: z.string().max(1_024), person: line(80).optional() }),
          z.strictObject({ recoveryCode: z.string().max(200) }),
        ]),
      )
      .output(type<DeskStatus>()),
    lock: base.output(type<DeskStatus>()),
    setAutoLock: base.input(z.strictObject({ minutes: z.int().min(1).max(15) })).output(type<DeskStatus>()),
    /** A printable PDF of the recovery code and the first epoch key; asks where to save it. */
    recoverySheet: base.input(z.strictObject({ recoveryCode: z.string().max(200) })).output(type<SavedFile | null>()),
    backup: base.output(type<JobState | null>()),
    restore: base
      .input(z.strictObject({ token, passphrase: z.string().max(1_024) }))
      .output(type<{ status: DeskStatus; entries: number }>()),
    ...staffContract,
  },
  approvals: approvalsContract,
  cases: {
    queue: base.input(queueQuerySchema).output(type<QueueWindow>()),
    counts: base.output(type<QueueCounts>()),
    open: base.input(z.strictObject({ ref: ticket })).output(type<CaseView>()),
    /** The last five decisions on requests of the same kind and platform. */
    /** The entries of a case and of those it is tied to, a page at a time from the newest. */
    timeline: base
      .input(z.strictObject({ ref: ticket, before: z.int().min(1).nullable().default(null), limit: z.int().min(1).max(500).default(100) }))
      .output(type<TiedTimeline>()),
    similar: base.input(z.strictObject({ ref: ticket })).output(type<SimilarDecision[]>()),
    add: base.input(newCaseSchema).output(type<ActAnswer>()),
    /** `with` is checked against the act's own schema (cases/contract/acts.ts). */
    act: base.input(z.strictObject({ ref: ticket, act: z.enum(actNames), with: z.unknown() })).output(type<ActAnswer>()),
    undo: base.input(z.strictObject({ ref: ticket, seq: z.int().min(1) })).output(type<ActAnswer>()),
    clocks: base
      .input(
        z.strictObject({
          platform: z.enum(platforms).optional(),
          kind: z.enum(caseKinds),
          receivedAt: instant,
          facts: factsSchema.optional(),
        }),
      )
      .output(type<{ clocks: ClockView[]; notes: string[] }>()),
    draft: base.input(z.strictObject({ id: line(80) })).output(type<{ body: unknown } | null>()),
    saveDraft: base.input(z.strictObject({ id: line(80), body: z.unknown() })).output(type<void>()),
    attachment: base.input(z.strictObject({ id: line(80) })).output(type<SavedFile | null>()),
  },
  intake: {
    /** Makes cases of dropped or chosen files; progress by `jobs.watch`. */
    importFiles: base
      .input(z.strictObject({ tokens: z.array(token).min(1).max(10_000), platform: z.enum(platforms) }))
      .output(type<JobState>()),
    /** What a complaint may be by its words; nothing is decided by it. */
    suggest: base.input(suggestSchema).output(type<Suggestion[]>()),
    /** Opens the shell's file dialog; answers tokens, never paths. */
    chooseFiles: base
      .input(z.strictObject({ for: z.enum(['mail', 'backup', 'checkpoint']) }))
      .output(type<{ token: string; name: string; sizeBytes: number }[]>()),
  },
  letters: {
    preview: base
      .input(z.strictObject({ ref: ticket, template, language }))
      .output(type<{ pdf: string; pages: number; text: string; missing: { field: string; label: string }[] }>()),
    seal: base.input(z.strictObject({ ref: ticket, template, language })).output(type<SealedLetter>()),
    /** The PDF as base64. */
    pdf: base.input(z.strictObject({ id: line(80) })).output(type<{ pdf: string; name: string }>()),
    save: base.input(z.strictObject({ id: line(80) })).output(type<SavedFile | null>()),
  },
  audit: {
    journal: base
      .input(z.strictObject({ before: z.int().min(1).optional(), limit: z.int().min(1).max(500).default(100) }))
      .output(type<{ entries: { seq: number; at: string; actor: string; actorName: string; kind: string; subject: string }[] }>()),
    verify: base.input(z.strictObject({ deep: z.boolean().default(false), against: token.optional() })).output(type<JobState>()),
    checkpoint: base.output(type<SavedFile | null>()),
    copy: base
      .input(z.strictObject({ bodies: z.enum(['none', 'all']).default('none'), reason: line(500).optional() }))
      .output(type<SavedFile | null>()),
  },
  law: lawContract,
  platforms: platformsContract,
  identity: identityContract,
  government: governmentContract,
  people: peopleContract,
  packages: packagesContract,
  retention: retentionContract,
  reports: reportsContract,
  walls: wallsContract,
  jobs: {
    get: base.input(z.strictObject({ id: line(60) })).output(type<JobState>()),
    cancel: base.input(z.strictObject({ id: line(60) })).output(type<JobState>()),
  },
};
export type Contract = typeof contract;
