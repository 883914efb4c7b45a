import { checkObstacle, grantingOutcomes } from '../../cases/rules/identity.ts';
import type { GuardName, GuardView, Hold } from '../contract.ts';
import { type PlatformRules, workflowOf } from './platform.ts';
import type { WorkStanding } from './standing.ts';

const shown = (instant: string) => new Date(Date.parse(instant) + 330 * 60_000).toISOString().slice(0, 10).split('-').reverse().join('-');

/** Whether a hold stands at `now` (UTC): it was not released, and its last moment has not passed. */
export function isStanding({ releasedAt, until }: Pick<Hold, 'releasedAt' | 'until'>, now: string): boolean {
  return releasedAt === null && (until === null || until > now);
}

const granting = [...grantingOutcomes];

/** What a person typed, as part of a longer sentence. */
const withoutStop = (text: string) => text.trim().replace(/[.।]$/, '');

function whyHeld({ instrument, placedAt, ref, reason }: Hold): GuardView['why'] {
  const why = withoutStop(reason);
  return {
    en: `A legal hold stands since ${shown(placedAt)} (${instrument}, placed on ${ref}: ${why}). Nothing it reaches is erased until it is released.`,
    hi: `${shown(placedAt)} से कानूनी रोक लागू है (${instrument}, ${ref} पर: ${why})। हटाए जाने तक इसके दायरे का कोई डेटा नहीं मिटाया जाएगा।`,
  };
}

type Guard = (standing: WorkStanding, platform: PlatformRules) => Omit<GuardView, 'guard'> | null;

const guards: Record<GuardName, Guard> = {
  hold({ holds }, { profile }) {
    const hold = holds[0];
    if (!hold) return null;
    const spread = profile.holds.find(({ reachesConnectedAccounts }) => reachesConnectedAccounts === (hold.scope === 'connected'));
    const clause = (spread ?? profile.holds[0])?.clause ?? null;
    return { level: 'block', outcomes: granting, acts: ['confirm-system'], why: whyHeld(hold), clause };
  },
  'failed-check'({ file }) {
    const why = checkObstacle(file.identity);
    if (why === null) return null;
    const hi = 'माँगने वाले की पिछली जाँच विफल रही: पहले फिर से जाँच करें।';
    return { level: 'block', outcomes: granting, acts: [], why: { en: why, hi }, clause: null };
  },
  authority({ isUncovered }, { profile }) {
    if (!isUncovered) return null;
    const why = {
      en: 'Nobody who acts here has authority for this request today: record an authority that covers it, or decide otherwise.',
      hi: 'यहाँ किसी के पास आज इस अनुरोध का अधिकार नहीं है: उपयुक्त अधिकार दर्ज करें, या अन्यथा निर्णय लें।',
    };
    return { level: 'block', outcomes: granting, acts: ['withdraw'], why, clause: profile.onBehalf[0]?.clause ?? null };
  },
  'identity-pending'({ file }) {
    if (file.identity !== 'pending' && file.identity !== 'insufficient') return null;
    const why = {
      en: 'Nobody has verified yet who asks. A decision for the request notes that this was still open.',
      hi: 'माँगने वाले की पहचान अभी सत्यापित नहीं है। पक्ष में निर्णय होने पर यह बात अभिलेख में लिखी जाएगी।',
    };
    return { level: 'warn', outcomes: granting, acts: [], why, clause: null };
  },
};

/** What stands in the way of an outcome or act of this case now, in the order of the workflow. */
export function guardsOf(standing: WorkStanding, platform: PlatformRules): GuardView[] {
  return workflowOf(platform.book, standing.file.kind).guards.flatMap((guard) => {
    const found = guards[guard](standing, platform);
    return found ? [{ guard, ...found }] : [];
  });
}

/** Why the holds refuse this outcome or act, as a sentence with the clause; null where they do not. */
export function holdRefusal(standing: WorkStanding, platform: PlatformRules, what: { outcome?: string; act?: string }): string | null {
  const found = guardsOf(standing, platform).find(({ guard }) => guard === 'hold');
  if (!found) return null;
  const isMeant = (found.outcomes as (string | undefined)[]).includes(what.outcome) || found.acts.includes(what.act ?? '');
  if (!isMeant) return null;
  return found.clause === null ? found.why.en : `${found.why.en} Clause of the policy: ${found.clause}.`;
}
