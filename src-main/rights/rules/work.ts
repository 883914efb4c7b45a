import type { ActInput } from '../../cases/contract.ts';
import { dayInIndia } from '../../cases/rules/identity.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import type { WorkSort } from '../contract.ts';
import { planAskConsent, planRecordConsent } from './consent.ts';
import { holdRefusal } from './guards.ts';
import { planHold, planRelease } from './hold.ts';
import { categoriesOf, type PlatformRules, systemsOf } from './platform.ts';
import type { WorkStanding } from './standing.ts';

/** What acts of the workflow are planned on; `complainant` is the record of who asks. */
export interface WorkContext {
  now: string;
  file: WorkStanding['file'];
  work?: { platform: PlatformRules; standing: WorkStanding; complainant: string };
}

type Known = NonNullable<WorkContext['work']>;

export function knownOf({ work }: WorkContext): Known {
  if (!work) throw new Error('Acts of the workflow are planned on what is known of the work.');
  return work;
}

type Detail = Record<string, string | number | null>;

const done = (sort: WorkSort, name: string, result: string, at: string, detail: Detail) => [
  { kind: 'work.done', body: { sort, name, result, at, detail } },
];

/** Faults: bad-input, naming the systems that there are. */
function checkSystem({ platform, standing }: Pick<Known, 'platform' | 'standing'>, id: string, what: 'search' | 'confirm') {
  const systems = systemsOf(platform, standing.file.kind).filter((one) => one[what]);
  const found = systems.find((one) => one.id === id);
  if (found) return found;
  throw badInput('system', `is not a system of this platform; there are ${systems.map((one) => one.id).join(', ')}`);
}

function planSearch(context: WorkContext, { system, by, query, found, note, at }: ActInput<'search-system'>) {
  checkSystem(knownOf(context), system, 'search');
  checkWhen(context, 'at', at);
  return done('search', system, String(found), at ?? context.now, { by: by ?? null, query, found, note: note ?? null });
}

function planCategory(context: WorkContext, { category, held, clause, note }: ActInput<'mark-category'>) {
  const { platform } = knownOf(context);
  const categories = categoriesOf(platform);
  if (!categories.some(({ id }) => id === category))
    throw badInput('category', `is not a data category of this platform; there are ${categories.map(({ id }) => id).join(', ')}`);
  if (held === 'excluded' && !clause) throw badInput('clause', 'is empty: what is left out of the answer needs the clause that allows it');
  return done('category', category, held, context.now, { clause: clause ?? null, note: note ?? null });
}

function planTold(context: WorkContext, { recipient, at, how }: ActInput<'tell-recipient'>) {
  checkWhen(context, 'at', at);
  return done('recipient', recipient, how, at, {});
}

/** A file of the case goes out with parts taken out only as another file, which was brought for that. Fault: bad-input. */
function checkCopy({ files, copies = [] }: WorkStanding, { file, decision, copy }: ActInput<'redaction'>): void {
  const isKept = files.some(({ id }) => id === file);
  if (!isKept && file.startsWith('attachment:')) throw badInput('file', 'is not a file that the answer of this case may give away');
  if (copy !== undefined && decision !== 'redact') throw badInput('copy', 'is only for a file of which parts are taken out');
  if (copy === undefined && isKept && decision === 'redact')
    throw badInput('copy', 'is missing: bring the file with the parts taken out, and name it');
  if (copy !== undefined && !copies.some(({ id }) => id === copy)) throw badInput('copy', 'is not a copy that was brought for this case');
}

function planRedaction(context: WorkContext, input: ActInput<'redaction'>) {
  const { file, decision, reason, copy } = input;
  if (decision !== 'release' && !reason?.trim()) throw badInput('reason', 'is empty: say what is taken out, and why');
  checkCopy(knownOf(context).standing, input);
  return done('redaction', file, decision, context.now, { reason: reason ?? null, ...(copy === undefined ? {} : { copy }) });
}

function planConfirmation(context: WorkContext, { system, at, by, reference, backupExpires }: ActInput<'confirm-system'>) {
  const { platform, standing } = knownOf(context);
  const { keepsCopies } = checkSystem({ platform, standing }, system, 'confirm');
  checkWhen(context, 'at', at);
  if (keepsCopies && backupExpires === undefined)
    throw badInput('backupExpires', 'is missing: say until when copies lie here, as 2027-01-31');
  if (backupExpires !== undefined && backupExpires < dayInIndia(at)) throw badInput('backupExpires', 'lies before the confirmation');
  const obstacle = holdRefusal(standing, platform, { act: 'confirm-system' });
  if (obstacle) throw new Fault('refused', obstacle);
  return done('confirmation', system, reference, at, { by, backupExpires: backupExpires ?? null });
}

export const workPlanners = {
  'search-system': planSearch,
  'mark-category': planCategory,
  'tell-recipient': planTold,
  redaction: planRedaction,
  'confirm-system': planConfirmation,
  hold: planHold,
  'release-hold': planRelease,
  'ask-consent': planAskConsent,
  'record-consent': planRecordConsent,
};
