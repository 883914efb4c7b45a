import { nextStep as nextMove, type PlatformRules, type WorkStanding } from '../../rights/rules.ts';
import type { Appeal, NextStep } from '../contract.ts';
import { materialMove } from './material-moves.ts';
import { type OrderStanding, orderMove } from './order-moves.ts';

const compliance = {
  'record-compliance': {
    title: { en: 'Record the compliance', hi: 'अनुपालन दर्ज करें' },
    why: { en: 'What was done to carry out the Committee’s order, and when.', hi: 'समिति के आदेश के पालन में क्या किया गया, और कब।' },
  },
  'publish-compliance': {
    title: { en: 'Publish the report of compliance', hi: 'अनुपालन रिपोर्ट प्रकाशित करें' },
    why: {
      en: 'Rule 3A asks for a report of compliance on the website. Record when and where it stands.',
      hi: 'नियम 3A के अनुसार अनुपालन रिपोर्ट वेबसाइट पर रखी जाती है। कब और कहाँ, यह दर्ज करें।',
    },
  },
};

/** What an order of the Committee still asks for before its case is closed. */
function complianceStep({ file }: WorkStanding, appeals: readonly Appeal[]): NextStep | null {
  const order = appeals.find(({ orderRef }) => orderRef === file.ref);
  if (!order || order.reportAt !== null) return null;
  const act = order.compliedAt === null ? 'record-compliance' : 'publish-compliance';
  const { title, why } = compliance[act];
  return { act, title: title.en, why: why.en, hi: { title: title.hi, why: why.hi } };
}

/** The one step the desk offers next, as a screen and the command line show it; `late`: what comes first whatever the workflow says. */
export function nextStep(
  platform: PlatformRules,
  standing: OrderStanding,
  { appeals = [], late = null }: { appeals?: readonly Appeal[]; late?: NextStep | null } = {},
): NextStep {
  if (late) return late;
  const ofMaterial = materialMove(standing);
  if (ofMaterial) return ofMaterial;
  const { next } = nextMove(standing.file.kind, platform, standing);
  const { act, template, title, why } = next;
  const ofOrder = orderMove(standing, act);
  if (ofOrder) return ofOrder;
  const compliance = act === 'close' ? complianceStep(standing, appeals) : null;
  if (compliance) return compliance;
  return {
    act: act as NextStep['act'],
    ...(template === null ? {} : { template }),
    title: title.en,
    why: why.en,
    hi: { title: title.hi, why: why.hi },
  };
}
