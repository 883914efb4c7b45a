import type { ErasureGone, ErasureReason, PersonErasure } from '../../cases/contract.ts';
import type { ConsentView } from '../../rights/contract.ts';
import type { LetterFields, LetterLanguage } from '../contract.ts';
import { formatInstantIst } from './format.ts';

interface Words {
  goes: Record<ErasureGone['what'], (count: number) => string>;
  remains: Record<ErasureReason, string>;
  until: (day: string) => string;
  open: string;
}

const words: Record<LetterLanguage, Words> = {
  en: {
    goes: {
      case: () => 'the whole file, with its letters and attachments; its number, dates and outcome stay without your name',
      identity: (count) => `the evidence of identity (${count})`,
      notes: (count) => `what the officers had noted (${count})`,
      identifiers: (count) => `what had been added to the record of your name and contacts (${count})`,
    },
    remains: {
      request: 'your request itself, so that it can be shown that it was carried out',
      open: 'a matter that is still open',
      hold: 'a legal hold stands',
      appeal: 'the decision can still be appealed against',
      law: 'the law asks for it to be kept',
      promise: 'the published policy says that it is kept',
      linked: 'another matter that rests on it is still open',
      mail: 'a message that came after the closing is still to be answered',
      authority: 'another matter rests on an authority recorded in it',
      'not-hers': 'the file of another person or of an authority, in which you are named',
    },
    until: (day) => `until ${day}`,
    open: 'until that is over',
  },
  hi: {
    goes: {
      case: () => 'पत्रों और संलग्नकों सहित पूरी फ़ाइल; केवल उसकी संख्या, तिथियाँ और परिणाम आपके नाम के बिना रहते हैं',
      identity: (count) => `पहचान के प्रमाण (${count})`,
      notes: (count) => `अधिकारियों की टिप्पणियाँ (${count})`,
      identifiers: (count) => `आपके नाम और संपर्क के अभिलेख में जोड़ी गई बातें (${count})`,
    },
    remains: {
      request: 'आपका यह अनुरोध, ताकि दिखाया जा सके कि उसका पालन हुआ',
      open: 'मामला अभी खुला है',
      hold: 'कानूनी रोक लागू है',
      appeal: 'निर्णय के विरुद्ध अपील अब भी हो सकती है',
      law: 'कानून इसे रखने को कहता है',
      promise: 'प्रकाशित नीति के अनुसार इसे रखा जाता है',
      linked: 'इस पर टिका दूसरा मामला अभी खुला है',
      mail: 'बंद होने के बाद आए संदेश का उत्तर शेष है',
      authority: 'दूसरा मामला इसमें दर्ज अधिकार-पत्र पर टिका है',
      'not-hers': 'किसी अन्य व्यक्ति या प्राधिकरण की फ़ाइल, जिसमें आपका नाम है',
    },
    until: (day) => `${day} तक`,
    open: 'जब तक यह समाप्त न हो',
  },
};

const day = (iso: string) => iso.split('-').reverse().join('-');

/** What a certificate of erasure says of the last time her data was taken out; nothing where it never was. */
export function erasureFields(
  done: readonly PersonErasure[],
  language: LetterLanguage,
): Pick<LetterFields, 'erasedOn' | 'erased' | 'remaining'> {
  const last = done.at(-1);
  if (!last) return {};
  const say = words[language];
  const goes = done.flatMap((one) => one.goes);
  return {
    erasedOn: formatInstantIst(last.at),
    erased: goes.map(({ what, ref, count }) => `${ref === null ? '' : `${ref}: `}${say.goes[what](count)}`),
    remaining: last.remains.map(({ ref, why, until, cite }) => {
      const when = until === null ? say.open : say.until(day(until));
      return `${ref}: ${say.remains[why]}${cite === null ? '' : ` (${cite})`}, ${when}`;
    }),
  };
}

/** What the letter that asks for consent says: until when, why, and the clause that promises to ask. */
export function consentFields(consent: ConsentView | null): Pick<LetterFields, 'keepUntil' | 'keepReason' | 'keepClause'> {
  const last = consent?.asks.at(-1);
  if (!consent || !last) return {};
  return { keepUntil: day(last.until), keepReason: last.reason, keepClause: consent.clause };
}
