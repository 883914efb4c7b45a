import type { ConsentView } from '../../rights/contract.ts';
import type { PersonErasure } from '../contract/erasure.ts';
import type { NextStep } from '../contract/views.ts';
import type { LateTemplate } from '../contract/words.ts';
import { untoldCorrections } from './correct.ts';
import type { CaseFile } from './file.ts';

interface Late {
  file: Pick<CaseFile, 'decision' | 'state'>;
  letters: readonly { template: string; sealedAt: string | null; sentAt: string | null; supersededBy: string | null }[];
  consent: Pick<ConsentView, 'state'> | null;
  erasures: readonly Pick<PersonErasure, 'at'>[];
}

/** The letters beside that of the decision that somebody still has to be sent, also once the case is closed. */
export function wantedLetters({ file, letters, consent, erasures }: Late): LateTemplate[] {
  const erasure = erasures.at(-1);
  const isCertified =
    erasure === undefined ||
    letters.some(
      ({ template, sentAt }) => template === 'erasure-certificate' && sentAt !== null && sentAt.slice(0, 16) >= erasure.at.slice(0, 16),
    );
  return [
    ...(untoldCorrections(file.decision).length > 0 ? ['corrigendum' as const] : []),
    ...(consent?.state === 'asked' ? ['consent-request' as const] : []),
    ...(isCertified ? [] : ['erasure-certificate' as const]),
  ];
}

const words: Record<LateTemplate, { title: { en: string; hi: string }; why: { en: string; hi: string } }> = {
  corrigendum: {
    title: { en: 'Tell what was corrected', hi: 'जो सुधारा गया वह बताएँ' },
    why: {
      en: 'The decision was corrected after it was sent. The corrigendum goes to the same person.',
      hi: 'निर्णय भेजने के बाद सुधारा गया। शुद्धिपत्र उसी व्यक्ति को जाता है।',
    },
  },
  'consent-request': {
    title: { en: 'Ask for her consent', hi: 'सहमति माँगें' },
    why: {
      en: 'The policy promises to ask before anything is kept longer for a reason other than law. The letter says until when, and why.',
      hi: 'नीति का वादा है कि कानून से भिन्न कारण पर कुछ भी अधिक समय रखने से पहले पूछा जाएगा। पत्र बताता है कि कब तक और क्यों।',
    },
  },
  'erasure-certificate': {
    title: { en: 'Certify what was erased', hi: 'क्या मिटाया गया, इसका प्रमाणपत्र दें' },
    why: {
      en: 'Her data was taken out of this desk. The certificate says what went, what remains, until when and under which rule.',
      hi: 'उसका डेटा इस डेस्क से हटाया गया। प्रमाणपत्र बताता है कि क्या हटा, क्या शेष है, कब तक और किस नियम से।',
    },
  },
};

const answerAwaited = {
  title: { en: 'Record her answer', hi: 'उसका उत्तर दर्ज करें' },
  why: {
    en: 'She was asked whether her data may be kept longer. Without her consent the shorter date stays.',
    hi: 'उससे पूछा गया है कि डेटा अधिक समय रखा जाए या नहीं। सहमति के बिना पहले की तिथि ही रहती है।',
  },
};

/** The letter that comes first of those wanted: to be written, or to be sent once it is sealed; or the answer a closed case waits for. */
export function lateStep(late: Late): NextStep | null {
  const [template] = wantedLetters(late);
  if (template === undefined) {
    if (late.file.state !== 'closed' || late.consent?.state !== 'waits') return null;
    const { title, why } = answerAwaited;
    return { act: 'record-consent', title: title.en, why: why.en, hi: { title: title.hi, why: why.hi } };
  }
  const isSealed = late.letters.some(
    (one) => one.template === template && one.sealedAt !== null && one.sentAt === null && one.supersededBy === null,
  );
  const { title, why } = words[template];
  return { act: isSealed ? 'dispatch' : 'letter', template, title: title.en, why: why.en, hi: { title: title.hi, why: why.hi } };
}
