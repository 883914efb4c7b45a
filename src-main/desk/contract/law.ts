import { type } from '@orpc/contract';
import { z } from 'zod';
import { caseKinds, factsSchema, instant, line, platforms, prose, ticket } from '../../cases/contract.ts';
import {
  type AdoptionAnswer,
  type AdoptionView,
  type AlarmList,
  alarmStepNames,
  type CalculatorAnswer,
  type CalendarDraft,
  type CalendarView,
  type CaseExplanation,
  type CaseRules,
  type DutyView,
  type LastDriftCheck,
  lawDate,
  longestRulebook,
  type OfferPreview,
  offerSchema,
  type ProposalView,
  type RotaView,
  type RulebookView,
  rotaSchema,
  type SignedBy,
  type WhatIfAnswer,
  weekdays,
} from '../../law/contract.ts';
import type { PlatformView, Profile, ProfileCheck, ProfileFile, SavedProfile } from '../../platforms/contract.ts';
import { base } from './base.ts';
import type { JobState, SavedFile } from './jobs.ts';

const token = z.string().regex(/^[a-z0-9]{16,64}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a content hash');
const reason = prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why'));
const platform = z.enum(platforms);
const proposal = z.int().min(1);
/** A fact of null is supposed unknown. */
const supposedFacts = z.strictObject(
  Object.fromEntries(Object.entries(factsSchema.shape).map(([name, shape]) => [name, (shape as z.ZodType).nullable().optional()])),
);

const rulebooks = {
  /** The rulebook in force, or one the desk went by before. */
  rulebook: base.input(z.strictObject({ hash: hash.optional() })).output(type<RulebookView>()),
  /** Every rulebook the desk went by, newest first; `appliedSeq` null: open cases are still looked at. */
  history: base.output(type<AdoptionView[]>()),
  /** Opens the shell's file dialog; null when the person closed it. */
  chooseFile: base
    .input(z.strictObject({ for: z.enum(['rulebook', 'calendar', 'profile']) }))
    .output(type<{ token: string; name: string; sizeBytes: number } | null>()),
  /** The text of a chosen file, and who signed it; the signature is checked here and again on adoption. */
  importRulebook: base.input(z.strictObject({ token })).output(type<{ content: string; signedBy: SignedBy | null }>()),
  /** A rulebook as a file signed with the officer's own key. */
  exportRulebook: base.input(z.strictObject({ hash: hash.optional() })).output(type<SavedFile | null>()),
  /**
   * Checks and compares; the job then counts the open cases that would move and lists the first 200 (its answer is a
   * MovedCases). No job while there are problems.
   */
  previewRulebook: base.input(offerSchema).output(type<OfferPreview & { job: JobState | null }>()),
  /** Adopts, or proposes where two people can act; the job looks at the open cases (its answer is a MovedCases). */
  adoptRulebook: base.input(z.strictObject({ offer: offerSchema, reason })).output(type<AdoptionAnswer & { job: JobState | null }>()),
  proposals: base.output(type<ProposalView[]>()),
  /** What a proposal would change, as previewRulebook. */
  previewProposal: base.input(z.strictObject({ proposal })).output(type<OfferPreview & { job: JobState | null }>()),
  approveRulebook: base
    .input(z.strictObject({ proposal, reason: prose(4_000).optional() }))
    .output(type<AdoptionAnswer & { job: JobState | null }>()),
  declineRulebook: base.input(z.strictObject({ proposal, reason })).output(type<ProposalView[]>()),
  /** Looks at open cases for adoptions that are not applied yet; also starts by itself when the desk opens. */
  reevaluate: base.output(type<JobState>()),
  /** Computes every open case again and names what differs (its answer is a DriftAnswer). */
  checkDrift: base.output(type<JobState>()),
  /** How the last check of drift ended, by hand or by itself; null before the first. */
  lastDriftCheck: base.output(type<LastDriftCheck | null>()),
};

const calculator = {
  /** Why a clock of a case stands where it stands, also as a block of text to be copied. */
  explain: base.input(z.strictObject({ ref: ticket, rule: line(60) })).output(type<CaseExplanation>()),
  /** The rules behind the clocks of a case: text, Gazette number, dates in force, confidence, disputes. */
  rulesOfCase: base.input(z.strictObject({ ref: ticket })).output(type<CaseRules>()),
  /** A case, or none, as it is and as if something were otherwise. With `ref` all else may be left out. */
  whatIf: base
    .input(
      z.strictObject({
        ref: ticket.optional(),
        kind: z.enum(caseKinds).optional(),
        platform: platform.optional(),
        receivedAt: instant.optional(),
        facts: supposedFacts.optional(),
        rulebookHash: hash.optional(),
        lawOf: lawDate.optional(),
      }),
    )
    .output(type<WhatIfAnswer>()),
  /** The deadline calculator: the clocks of a kind of case, or one rule from one instant. */
  calculate: base
    .input(
      z.union([
        z.strictObject({ kind: z.enum(caseKinds), platform: platform.optional(), receivedAt: instant, facts: factsSchema.optional() }),
        z.strictObject({ rule: line(60), start: instant }),
      ]),
    )
    .output(type<CalculatorAnswer>()),
};

const alarms = {
  /** Alarms shown that nobody has acknowledged, the earliest due first (topic `alarms`). */
  alarms: base.output(type<AlarmList>()),
  acknowledgeAlarm: base.input(z.strictObject({ ref: line(120), rule: line(60), step: z.enum(alarmStepNames) })).output(type<AlarmList>()),
  rota: base.output(type<RotaView>()),
  setRota: base.input(rotaSchema).output(type<RotaView>()),
};

const calendars = {
  calendars: base.output(type<CalendarView[]>()),
  /** Reads an .ics or .json file; writes nothing. `names` is what an .ics file does not say. */
  readCalendar: base
    .input(
      z.strictObject({
        token,
        names: z
          .strictObject({
            id: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
            title: line(200).min(1),
            weeklyOff: z.array(z.enum(weekdays)).max(6),
          })
          .optional(),
      }),
    )
    .output(type<CalendarDraft>()),
  /** The calendar that ships under this id, as readCalendar answers a file. Fault: not-found. */
  shippedCalendar: base.input(z.strictObject({ id: line(60) })).output(type<CalendarDraft>()),
  adoptCalendar: base.input(z.strictObject({ content: z.string().max(longestRulebook), reason })).output(type<CalendarView[]>()),
};

const duties = {
  /** Duties that no case owns, platform by platform; without a date where none was recorded or the law fixes none. */
  duties: base.output(type<DutyView[]>()),
  /** What started a duty anew: a notice sent, a log written, an erasure planned. */
  recordDuty: base
    .input(z.strictObject({ family: line(60).min(1), platform, at: instant, note: prose(1_000).optional() }))
    .output(type<DutyView[]>()),
};

/** The law: rulebooks and their changes, explanations, alarms, calendars, duties. Topics: `law`, `alarms`, `status`, `case:REF`. */
export const lawContract = { ...rulebooks, ...calculator, ...alarms, ...calendars, ...duties };

/** The platforms served: profiles, their versions and their gaps against the law. */
export const platformsContract = {
  list: base.output(type<PlatformView[]>()),
  history: base.input(z.strictObject({ id: platform })).output(type<AdoptionView[]>()),
  version: base.input(z.strictObject({ hash })).output(type<Profile>()),
  /** Checks a profile while it is edited: problems with their field, or its gaps. */
  check: base.input(z.strictObject({ profile: z.unknown() })).output(type<ProfileCheck>()),
  /** Reads a chosen file (chooseFile for `profile`); writes nothing. */
  readFile: base.input(z.strictObject({ token })).output(type<ProfileFile>()),
  /** The profile in force as a file; asks where to save it, null when the person closed the dialog. */
  exportFile: base.input(z.strictObject({ id: platform })).output(type<SavedFile | null>()),
  /** A new version; the job looks at open cases where the platform's standing in law changed. */
  save: base.input(z.strictObject({ profile: z.unknown(), reason })).output(type<SavedProfile & { job: JobState | null }>()),
};
