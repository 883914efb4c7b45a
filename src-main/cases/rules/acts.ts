import { badInput, Fault } from '../../desk/faults.ts';
import {
  certificatePlanners,
  disclosurePlanners,
  type GovernmentKnown,
  governmentPlanners,
  itemPlanners,
  materialPlanners,
  preservationPlanners,
  stepPlanners,
} from '../../government/rules.ts';
import { type AdoptedCalendar, keepReminderId } from '../../law/contract.ts';
import type { Authority } from '../../people/contract.ts';
import type { ConsentView, Hold } from '../../rights/contract.ts';
import { workPlanners } from '../../rights/rules.ts';
import {
  type ActInput,
  type ActName,
  type Appeal,
  type CaseItem,
  type Complainant,
  isDecisionLetter,
  type LateTemplate,
  type LinkedCase,
  lateTemplates,
  letterTemplates,
  type UploaderDuty,
} from '../contract.ts';
import { orderedEvent, planAppeal, planCompliance, planOrder, planReport } from './appeal.ts';
import { allowedWhenClosed } from './closed.ts';
import { planCorrection, untoldCorrections } from './correct.ts';
import { planDecision } from './decide.ts';
import { planDelay } from './delay.ts';
import { type CaseFile, isGovernment, isOpen } from './file.ts';
import { type IdentityStanding, identityPlanners, refuseUncoveredWithdrawal } from './identity.ts';
import { checkPartners, planLink, planUnlink } from './links.ts';
import { planOral, planTranslation } from './records.ts';
import { planReview } from './review.ts';
import { targetPlanners } from './target.ts';
import { noticeEvent, planNotice } from './uploader.ts';
import { checkWhen, minuteOf } from './when.ts';
import type { WorkKnown } from './work.ts';

/** One event that an act writes: a kind of docs/events.md and its body without the version. */
export interface Planned {
  kind: string;
  /** The ticket of another case that it is an event of. */
  of?: string;
  body: Record<string, unknown>;
}

/** What an act is planned on: the case, its items, its sealed letters, and the desk's now (UTC). */
export interface Standing {
  file: CaseFile;
  items: CaseItem[];
  letters: { id: string; template: string; sealedAt: string | null; sentAt: string | null; supersededBy: string | null }[];
  now: string;
  /** The desk's calendars; given only to an act that counts working days. */
  calendars?: readonly AdoptedCalendar[];
  /** What is known of who asks; given to acts that depend on it. */
  identity?: IdentityStanding;
  /** Who may act for another here; given where acts are offered. */
  authorities?: readonly Authority[];
  /** What is known of the work; given to acts of the workflow and to decisions. */
  work?: WorkKnown;
  /** What is known of the order behind it; given to acts on orders and to decisions. */
  government?: GovernmentKnown;
  /** Ids of the files of the case; given where an act names one. */
  attachments?: readonly string[];
  /** The cases linked to this one; given to an act that closes it. */
  linked?: readonly LinkedCase[];
  /** Appeals that the case has to do with; given where acts on them are planned or offered. */
  appeals?: readonly Appeal[];
  /** The duty to tell the user whose content was removed; likewise. */
  uploader?: UploaderDuty | null;
  /** The case that an act names, where it names one. */
  other?: CaseFile;
  /** The outcome of the decision that a review looks at. */
  reviewed?: string | null;
  /** How asking for consent to keep longer stands, and which letters are wanted beside that of the decision; likewise. */
  consent?: ConsentView['state'] | null;
  wanted?: readonly LateTemplate[];
  /** Holds that reach the case and stand now; given where acts are offered. */
  holds?: readonly Hold[];
}

type Planner<A extends ActName> = (standing: Standing, input: ActInput<A>) => Planned[];

function refuse(message: string, detail: Record<string, unknown> = {}): never {
  throw new Fault('refused', message, detail);
}

interface NamedItem {
  value: string;
  at?: string | undefined;
  proof?: string | undefined;
  add?: boolean | undefined;
}

/** A mistyped value must not pass for an item of the case: one that the case does not name is added only when told so. */
function checkItems(standing: Standing, items: NamedItem[] | undefined): void {
  const known = new Set(standing.items.map(({ value }) => value));
  for (const [n, item] of (items ?? []).entries()) {
    checkWhen(standing, `items.${n}.at`, item.at);
    const isKnown = known.size === 0 || known.has(item.value);
    if (!isKnown && !item.add) throw badInput(`items.${n}.value`, 'is not an item of this case; with "add": true it becomes one');
  }
}

/** Item actions with their instants filled in: an action without one happened now. */
function actedItems(standing: Standing, items: (NamedItem & { action: string })[] | undefined) {
  checkItems(standing, items);
  return (items ?? []).map(({ value, action, at, proof }) => ({ value, action, at: at ?? standing.now, ...(proof ? { proof } : {}) }));
}

type Letter = Standing['letters'][number];

const isReady = (letter: Letter) => letter.sealedAt !== null && letter.sentAt === null && letter.supersededBy === null;

/** The letter that is named by its id, or the newest of the template that is sealed and waits to be sent. */
function letterToSend(standing: Standing, named: string, template: string): Letter | undefined {
  const byId = standing.letters.find((one) => one.id === named);
  // Whatever the outcome calls its letter, it tells the decision.
  const isMeant = (one: Letter) => one.template === template || (isDecisionLetter(one.template) && isDecisionLetter(template));
  if (!byId) return standing.letters.findLast((one) => isMeant(one) && isReady(one));
  if (byId.sentAt !== null) refuse('This letter has been sent already.');
  if (!isReady(byId)) refuse('This letter was never sealed, or a newer one has taken its place.');
  return byId;
}

const dispatchOf = (standing: Standing, template: string, input: ActInput<'acknowledge'> & { letter?: string }): Planned[] => {
  const { noAddress } = input;
  if (!noAddress && input.sentAt === undefined) throw badInput('sentAt', 'is missing');
  if (!noAddress && input.mode === undefined) throw badInput('mode', 'is missing');
  checkWhen(standing, 'sentAt', input.sentAt);
  if (input.mode === 'noAddress' && !input.noAddress) throw badInput('noAddress.reason', 'say why nobody can be written to');
  const letter = letterToSend(standing, input.letter ?? template, template);
  return [
    {
      kind: 'letter.dispatched',
      body: {
        template,
        letter: letter?.id ?? null,
        sentAt: input.sentAt ?? standing.now,
        mode: input.mode ?? 'noAddress',
        proof: input.proof ?? null,
        noAddress: noAddress?.reason ?? null,
      },
    },
  ];
};

/** Those of the complainant's details that are told anew, or null where none is. */
function changedDetails(known: Complainant, told: Complainant | undefined): Complainant | null {
  const changed = Object.entries(told ?? {}).filter(([name, value]) => value !== (known[name as keyof Complainant] ?? ''));
  return changed.length > 0 ? Object.fromEntries(changed) : null;
}

const planners: { [A in ActName]: Planner<A> } = {
  triage(standing, input) {
    const { file } = standing;
    if (file.state === 'decided') refuse('A decided case keeps its kind: reopen it first.');
    if (input.kind === 'unsorted') throw badInput('kind', 'choose the kind of request; "unsorted" is what it is now');
    const isReclassified = file.kind !== 'unsorted' && file.kind !== input.kind && file.moments.acknowledgementSent !== undefined;
    if (isReclassified) return [];
    return [{ kind: 'case.triaged', body: { from: file.kind, kind: input.kind, facts: input.facts ?? {}, reason: input.reason ?? null } }];
  },
  amend(standing, input) {
    const { file, now } = standing;
    const complainant = changedDetails(file.complainant, input.complainant);
    if (input.receivedAt === undefined && input.facts === undefined && input.platform === undefined && complainant === null) {
      if (input.complainant) throw badInput('complainant', 'says nothing but what is known already');
      throw badInput('amend', 'name at least one of receivedAt, facts, platform, complainant');
    }
    if (input.receivedAt !== undefined) checkNewReceipt(file, input.receivedAt, now);
    const { receivedAt = null, facts = null, platform = null, reason } = input;
    const was = { receivedAt: file.receivedAt, facts: file.facts, platform: file.platform };
    const details = complainant === null ? {} : { complainant, was: { ...was, complainant: file.complainant } };
    return [{ kind: 'case.amended', body: { receivedAt, facts, platform, reason, was, ...details } }];
  },
  acknowledge(standing, input) {
    if (standing.file.moments.acknowledgementSent !== undefined) refuse('This case has been acknowledged already.');
    return dispatchOf(standing, 'acknowledgement', input);
  },
  'start-review'(standing) {
    if (!['received', 'acknowledged', 'reopened'].includes(standing.file.state)) refuse('The review of this case has begun already.');
    return [{ kind: 'case.review-started', body: {} }];
  },
  decide: (standing, input) => planDecision(standing, input, actedItems(standing, input.items)),
  'act-on-items'(standing, input) {
    return [{ kind: 'case.items-acted', body: { items: actedItems(standing, input.items) } }];
  },
  dispatch(standing, input) {
    const { file, letters } = standing;
    const template = letters.find((one) => one.id === input.letter)?.template ?? input.letter;
    if (!(letterTemplates as readonly string[]).includes(template))
      throw badInput('letter', `must be one of ${letterTemplates.join(', ')}, or a letter of this case`);
    if (!isOpen(file) && !(lateTemplates as readonly string[]).includes(template)) refuse(closedText(file));
    if (template === 'corrigendum' && untoldCorrections(file.decision).length === 0)
      refuse('Nothing was corrected that has not been told: correct the decision first.');
    if (template === 'acknowledgement' && file.moments.acknowledgementSent !== undefined)
      refuse('The acknowledgement has been sent already.');
    if (isDecisionLetter(template)) checkDecisionToSend(file, input.sentAt ?? standing.now);
    return dispatchOf(standing, template, input);
  },
  close(standing, { despite }) {
    const { file, letters } = standing;
    const obstacle = closingObstacle(file, letters);
    if (obstacle) refuse(obstacle);
    checkPartners(standing, despite);
    return [{ kind: 'case.closed', body: { outcome: file.outcome ?? 'withdrawn', ...(despite ? { despite } : {}) } }];
  },
  reopen(standing, input) {
    const { file, now } = standing;
    if (file.state !== 'closed' && file.state !== 'decided') refuse('Only a decided or closed case can be reopened.');
    if (input.receivedAt !== undefined) checkWhen(standing, 'receivedAt', input.receivedAt);
    const receivedAt = input.by === 'complainant' ? (input.receivedAt ?? now) : null;
    return [{ kind: 'case.reopened', body: { by: input.by, reason: input.reason, receivedAt } }];
  },
  void({ file }, input) {
    if (isPreserved(file)) refuse(preservedText);
    return [{ kind: 'case.voided', body: { reason: input.reason } }];
  },
  withdraw(standing, input) {
    checkWhen(standing, 'at', input.at);
    refuseUncoveredWithdrawal(standing);
    if (isGovernment(standing.file.kind)) refuse('An order is not withdrawn by a complainant: record a verdict instead.');
    return [{ kind: 'case.withdrawn', body: { withdrawnAt: input.at, reason: input.reason } }];
  },
  report(standing, input) {
    checkWhen(standing, 'sentAt', input.sentAt);
    return [
      { kind: 'case.reported', body: { sentAt: input.sentAt, to: input.to, rules: input.rules ?? [], reference: input.reference ?? null } },
    ];
  },
  verdict({ file }, input) {
    if (!isGovernment(file.kind)) refuse('A verdict on validity belongs to orders and government requests.');
    if (input.valid && file.moments.verdictWithdrawn !== undefined)
      refuse('A cured notice is a new receipt: file it as a new case and link it to this one.');
    return [{ kind: 'case.verdict', body: { valid: input.valid, reason: input.reason } }];
  },
  link: planLink,
  unlink: planUnlink,
  // The case it opens is the service's to receive; planned here, it is refused before anything is written.
  'request-review'(standing, input) {
    planReview(standing, input);
    return [];
  },
  assign({ file }, { to, backup, reason }) {
    if (file.assignee !== null && file.assignee !== to && !reason?.trim()) throw badInput('reason', 'is empty: say why it changes hands');
    if (backup && backup === to) throw badInput('backup', 'is the same person');
    if (backup && to === null) throw badInput('backup', 'stands in for nobody: choose who works on it first');
    const standIn = to === null ? null : backup;
    return [{ kind: 'case.assigned', body: { to, reason: reason?.trim() || null, ...(standIn === undefined ? {} : { backup: standIn }) } }];
  },
  note(_standing, input) {
    return [{ kind: 'case.noted', body: { text: input.text, privileged: input.privileged ?? false } }];
  },
  // Each opens a case where there is one to open, which is the service's to receive; planned here, it is refused before that.
  'record-appeal'(standing, input) {
    planAppeal(standing, input);
    return [];
  },
  'record-appeal-order'(standing, input) {
    return planOrder(standing, input) ? [] : [orderedEvent(input, null)];
  },
  'uploader-notice'(standing, input) {
    return planNotice(standing, input) ? [] : [noticeEvent(input, null)];
  },
  'record-compliance': planCompliance,
  'publish-compliance': planReport,
  'explain-delay': planDelay,
  translate: planTranslation,
  'record-oral': planOral,
  'correct-decision': planCorrection,
  ...targetPlanners,
  ...identityPlanners,
  ...workPlanners,
  ...governmentPlanners,
  ...itemPlanners,
  ...disclosurePlanners,
  ...preservationPlanners,
  ...certificatePlanners,
  ...stepPlanners,
  ...materialPlanners,
};

/** A receipt later than what was done about it would stop clocks before they start. */
function checkNewReceipt({ moments }: CaseFile, receivedAt: string, now: string): void {
  if (receivedAt > now) throw badInput('receivedAt', 'lies in the future');
  const { received: _old, noticed: _noticed, done: _done, ...acts } = moments;
  const first = Object.values(acts)
    .filter((at): at is string => typeof at === 'string')
    .sort()[0];
  if (first !== undefined && receivedAt > first) throw badInput('receivedAt', 'lies after something that was already done in this case');
}

function checkDecisionToSend({ decision }: CaseFile, sentAt: string): void {
  if (decision === null) refuse('There is no decision to send: decide the case first.');
  if (decision.sentAt !== null) refuse('The decision has been sent already.');
  if (minuteOf(sentAt) < minuteOf(decision.decidedAt)) throw badInput('sentAt', 'lies before the decision');
}

/** A sealed letter that somebody still waits for: one that was overtaken by another dispatch is none. */
function unsentLetter({ moments, decision }: CaseFile, letters: Standing['letters']): Letter | undefined {
  return letters.find((letter) => {
    if (!isReady(letter)) return false;
    if (letter.template === 'acknowledgement') return moments.acknowledgementSent === undefined;
    return !isDecisionLetter(letter.template) || (decision !== null && decision.sentAt === null);
  });
}

/** What is preserved for an authority keeps its case open, so that its end is never forgotten. */
export const isPreserved = ({ clocks }: CaseFile) => (clocks.reminders ?? []).some(({ rule }) => rule === keepReminderId);
const preservedText = 'Something is still preserved for an authority in this case: release it first, with the reason.';

/** Why a case cannot be closed yet, or null. */
export function closingObstacle(file: CaseFile, letters: Standing['letters']): string | null {
  if (isPreserved(file)) return preservedText;
  if (file.decision === null && file.moments.withdrawn === undefined)
    return 'Only a decided or withdrawn case can be closed. Decide it first, or void it.';
  if (file.decision !== null && file.decision.sentAt === null)
    return 'The decision has not been sent. Record its dispatch first; where nobody can be written to, dispatch it with the mode noAddress.';
  const unsent = unsentLetter(file, letters);
  if (!unsent) return null;
  return `A sealed letter (${unsent.template}) has not been sent. Record its dispatch first; where nobody can be written to, dispatch it with the mode noAddress.`;
}

const closedText = ({ ref }: CaseFile) => `${ref} is closed. Reopen it first.`;

/**
 * The events an act writes, or the Fault that says why it cannot be done. Pure: the same standing and input give the same plan.
 * Faults: refused (the state forbids it), bad-input (a field is wrong).
 */
export function planAct<A extends ActName>(name: A, standing: Standing, input: ActInput<A>): Planned[] {
  if (!isOpen(standing.file) && !allowedWhenClosed.includes(name)) refuse(closedText(standing.file));
  return planners[name](standing, input);
}

/** Acts that can be taken back within ten seconds: those that sent, sealed and exported nothing. */
export const undoableActs: ActName[] = [
  'triage',
  'amend',
  'start-review',
  'decide',
  'assign',
  'withdraw',
  'verdict',
  'void',
  'set-target',
  'pause-target',
  'resume-target',
  'extend-target',
  'remove-target',
  'explain-delay',
  'correct-decision',
];
