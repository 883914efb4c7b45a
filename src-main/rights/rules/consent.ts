import type { ActInput } from '../../cases/contract.ts';
import { dayInIndia } from '../../cases/rules/identity.ts';
import { checkWhen } from '../../cases/rules/when.ts';
import { badInput, Fault } from '../../desk/faults.ts';
import type { Profile } from '../../platforms/contract.ts';
import type { ConsentView, KeepConsent } from '../contract.ts';
import type { WorkContext } from './work.ts';

interface Letter {
  template: string;
  sentAt: string | null;
}

/** What of a profile promises to ask before data is kept longer for a reason other than law; undefined where nothing does. */
export function promiseToAsk({ retention }: Pick<Profile, 'retention'>) {
  return retention.find(({ needsConsentToExtend }) => needsConsentToExtend);
}

/** Whether the letter that asks was sent since she was to be asked. */
export function wasAsked({ askedAt }: Pick<KeepConsent, 'askedAt'>, letters: readonly Letter[]): boolean {
  return letters.some(
    ({ template, sentAt }) => template === 'consent-request' && sentAt !== null && sentAt.slice(0, 16) >= askedAt.slice(0, 16),
  );
}

/** How asking stands, or null where the policy does not promise to ask. The last asking counts. */
export function viewConsent(
  profile: Pick<Profile, 'retention'>,
  asks: ConsentView['asks'],
  letters: readonly Letter[],
): ConsentView | null {
  const promise = promiseToAsk(profile);
  if (!promise) return null;
  const last = asks.at(-1);
  const open = (one: KeepConsent) => (wasAsked(one, letters) ? 'waits' : 'asked');
  return { clause: promise.clause, text: promise.text, state: last ? (last.answer ?? open(last)) : 'none', asks };
}

/** The consent that lets this case be kept longer now; undefined where there is none. */
export function givenConsent(asks: readonly KeepConsent[]): KeepConsent | undefined {
  const last = asks.at(-1);
  return last?.answer === 'given' ? last : undefined;
}

/** Begins asking. Faults: refused (the policy does not promise it, or an answer is awaited), bad-input. */
export function planAskConsent({ now, work }: WorkContext, { until, reason }: ActInput<'ask-consent'>) {
  if (!work || !promiseToAsk(work.platform.profile))
    throw new Fault(
      'refused',
      'The policy of this platform does not promise to ask before data is kept longer: nothing needs her consent here.',
    );
  if (until <= dayInIndia(now)) throw badInput('until', 'lies in the past');
  const last = work.standing.consents?.at(-1);
  if (last && last.answer === null) throw new Fault('refused', 'She has been asked already, and her answer is awaited: record it first.');
  return [{ kind: 'consent.asked', body: { until, reason } }];
}

/**
 * Records what she answered. A no, or a yes taken back, releases the holds of the desk's own on this case. Faults: refused (nobody
 * was asked, the letter was not sent, or it was answered), bad-input.
 */
export function planRecordConsent(context: WorkContext, { answer, at, how }: ActInput<'record-consent'>) {
  const { file, work } = context;
  const last = work?.standing.consents?.at(-1);
  if (!work || !last) throw new Fault('refused', 'Nobody has been asked for consent in this case.');
  checkWhen(context, 'at', at);
  if (answer === 'withdrawn' && last.answer !== 'given') throw new Fault('refused', 'There is no consent that could be taken back.');
  if (answer !== 'withdrawn' && last.answer !== null)
    throw new Fault('refused', 'This has been answered already; ask anew to be told otherwise.');
  if (answer === 'given' && !wasAsked(last, work.standing.letters))
    throw new Fault('refused', 'The letter that asks for her consent has not been sent: she has to know what she agrees to.');
  const own = work.standing.holds.filter(({ ref, basis }) => ref === file.ref && basis === 'own');
  const reason = answer === 'withdrawn' ? 'The person took her consent back.' : 'The person did not consent.';
  const ended = answer === 'given' ? [] : own.map(({ id }) => ({ kind: 'hold.released', body: { hold: id, reason } }));
  return [{ kind: 'consent.answered', body: { asked: last.seq, answer, at, how } }, ...ended];
}

/** A hold of the desk's own goes no further than what the person agreed to, where the policy promises to ask. Fault: bad-input. */
export function checkConsent({ work }: WorkContext, { basis, until }: Pick<ActInput<'hold'>, 'basis' | 'until'>): string | null {
  const promise = basis === 'own' && work ? promiseToAsk(work.platform.profile) : undefined;
  if (!promise || !work) return null;
  const given = givenConsent(work.standing.consents ?? []);
  if (!given)
    throw badInput(
      'basis',
      `needs the person's consent: the policy promises explicit consent before anything is kept longer for a reason other than law (${promise.clause}); ask for it by letter and record her answer`,
    );
  if (!until) throw badInput('until', `is missing: she agreed until ${given.until}`);
  if (dayInIndia(until) > given.until) throw badInput('until', `lies after ${given.until}, until when she agreed`);
  return `consent:${given.seq}`;
}
