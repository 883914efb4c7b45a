import { isAboutMaterial } from '../../government/rules.ts';
import type { NextStep } from '../contract.ts';
import type { OrderStanding } from './order-moves.ts';

const record = {
  title: 'Record hash, place and who froze it',
  why: 'Child sexual abuse material is neither shown nor kept here. Its hash and where it lies frozen are all that is recorded.',
  hi: {
    title: 'हैश, स्थान और किसने स्थिर किया दर्ज करें',
    why: 'बाल यौन शोषण सामग्री यहाँ न दिखाई न रखी जाती है। केवल उसका हैश और वह कहाँ स्थिर है दर्ज होता है।',
  },
};
const report = {
  title: 'Report it to the police unit or portal',
  why: 'POCSO Act, section 19, and rule 11: at once. The letter names hashes and places, and holds nothing of the material.',
  hi: {
    title: 'पुलिस इकाई या पोर्टल को सूचित करें',
    why: 'पॉक्सो अधिनियम, धारा 19, और नियम 11: तुरंत। पत्र में हैश और स्थान होते हैं, सामग्री का कुछ नहीं।',
  },
};

/** What comes first on a case about child sexual abuse material; null for any other, and once it was reported. */
export function materialMove({ file, handling }: OrderStanding): NextStep | null {
  if (!isAboutMaterial(file) || !handling || file.state === 'closed' || file.moments.voided !== undefined) return null;
  if (file.moments.reportSent !== undefined || file.moments.done?.['POCSO-RPT'] !== undefined) return null;
  return handling.material.recorded.length === 0 ? { act: 'record-material', ...record } : { act: 'report', ...report };
}
