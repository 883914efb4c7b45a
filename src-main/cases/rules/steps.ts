import { nextStep as nextMove, type PlatformRules, type WorkStanding } from '../../rights/rules.ts';
import type { Appeal, NextStep } from '../contract.ts';
import { untoldCorrections } from './correct.ts';
import { type OrderStanding, orderMove } from './order-moves.ts';

const tellCorrection = {
  title: { en: 'Tell what was corrected', hi: 'जो सुधारा गया वह बताएँ' },
  why: {
    en: 'The decision was corrected after it was sent. The corrigendum goes to the same person.',
    hi: 'निर्णय भेजने के बाद सुधारा गया। शुद्धिपत्र उसी व्यक्ति को जाता है।',
  },
};

/** What a corrigendum still asks for: its letter, then the dispatch. */
function correctionStep({ file, letters }: WorkStanding): NextStep | null {
  if (untoldCorrections(file.decision).length === 0) return null;
  const isSealed = letters.some(
    ({ template, sealedAt, sentAt, supersededBy }) =>
      template === 'corrigendum' && sealedAt !== null && sentAt === null && supersededBy === null,
  );
  const { title, why } = tellCorrection;
  const words = { title: title.en, why: why.en, hi: { title: title.hi, why: why.hi } };
  return { act: isSealed ? 'dispatch' : 'letter', template: 'corrigendum', ...words };
}

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

/** The one step the desk offers next, as a screen and the command line show it; the rule itself is the workflow's. */
export function nextStep(platform: PlatformRules, standing: OrderStanding, appeals: readonly Appeal[] = []): NextStep {
  const after = correctionStep(standing);
  if (after) return after;
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
