import { stepLetters } from '../../government/contract/words.ts';
import type { Handling, OrderView, Preservation } from '../../government/contract.ts';
import { sayDate } from '../../law/rules.ts';
import type { WorkStanding } from '../../rights/rules.ts';
import type { NextStep } from '../contract.ts';
import { isGovernment } from './file.ts';
import { dayInIndia } from './identity.ts';

/** What the next step of an order follows from, beside the workflow. */
export interface OrderStanding extends WorkStanding {
  handling?: Handling;
  order?: OrderView | null;
}

interface Words {
  title: string;
  why: string;
  hi: { title: string; why: string };
}

const move = (act: NextStep['act'], words: Words, template?: string): NextStep => ({ act, ...words, ...(template ? { template } : {}) });

const preserve: Words = {
  title: 'Preserve, and say until when',
  why: 'What the authority wants kept is frozen first; it is not disclosed by that.',
  hi: { title: 'सुरक्षित रखें, और बताएँ कब तक', why: 'प्राधिकारी जो रखवाना चाहता है उसे पहले स्थिर करें; इससे वह प्रकट नहीं होता।' },
};
const confirm: Words = {
  title: 'Record which system froze it',
  why: 'Nobody has confirmed yet that what is preserved cannot be changed or deleted.',
  hi: { title: 'दर्ज करें किस प्रणाली ने स्थिर किया', why: 'अभी किसी ने पुष्टि नहीं की कि सुरक्षित सामग्री बदली या मिटाई नहीं जा सकती।' },
};
const tell: Words = {
  title: 'Tell the authority what is preserved',
  why: 'The letter says what is kept, since when and until when, and that nothing is disclosed by it.',
  hi: { title: 'प्राधिकारी को बताएँ क्या सुरक्षित है', why: 'पत्र बताता है क्या, कब से और कब तक रखा है, और यह कि इससे कुछ प्रकट नहीं होता।' },
};

const keepUntil = (until: string): Words => {
  const day = sayDate(dayInIndia(until));
  return {
    title: `Preserved until ${day}: renew or release it`,
    why: 'The case stays open until what is preserved is released, so that its end is not forgotten.',
    hi: {
      title: `${day} तक सुरक्षित: नवीनीकरण करें या मुक्त करें`,
      why: 'सुरक्षित सामग्री मुक्त होने तक प्रकरण खुला रहता है, ताकि उसका अंत भुलाया न जाए।',
    },
  };
};

/** A letter of the case that was not written since this entry, or waits to be sent. */
function letterMove({ letters }: WorkStanding, template: string, since: string, words: Words): NextStep | null {
  const mine = letters.filter((one) => one.template === template && (one.sealedAt === null || one.sealedAt >= since));
  if (mine.some(({ sentAt }) => sentAt !== null)) return null;
  const isSealed = mine.some(({ sealedAt, supersededBy }) => sealedAt !== null && supersededBy === null);
  return move(isSealed ? 'dispatch' : 'letter', words, template);
}

const lastWord = ({ renewed, from }: Preservation) => renewed.at(-1)?.at ?? from;

function preservationMove(standing: OrderStanding, act: string | null): NextStep | null {
  const all = standing.handling?.preservations ?? [];
  const open = all.filter(({ releasedAt }) => releasedAt === null);
  const isAsked = standing.file.kind === 'preservation-request';
  if (act === 'decide' && isAsked && all.length === 0) return move('preserve', preserve);
  if (act !== 'decide' && act !== 'close') return null;
  const unconfirmed = open.find(({ confirmed }) => confirmed.length === 0);
  if (unconfirmed) return move('confirm-preservation', confirm);
  const told = open.map((one) => letterMove(standing, 'preservation-notice', lastWord(one), tell)).find((one) => one !== null);
  if (told) return told;
  const first = open.map(({ until }) => until).sort()[0];
  return act === 'close' && first !== undefined ? move('release-preservation', keepUntil(first)) : null;
}

const narrow: Words = {
  title: 'Ask for a narrower order',
  why: 'It asks for too much. Nothing is disclosed on it before it is narrowed, or acknowledged with the reason.',
  hi: { title: 'सीमित आदेश माँगें', why: 'यह बहुत अधिक माँगता है। सीमित होने, या कारण सहित स्वीकार होने से पहले इस पर कुछ प्रकट नहीं होता।' },
};
const ask: Words = {
  title: 'Ask back what is missing',
  why: 'The order lacks something. Tell the authority what, while its clock is looked after.',
  hi: { title: 'जो नहीं है वह पूछें', why: 'आदेश में कुछ नहीं है। प्राधिकारी को बताएँ क्या, समय-सीमा पर ध्यान रखते हुए।' },
};
const tellStep: Words = {
  title: 'Tell the authority where its order stands',
  why: 'What was done on the order goes to the authority in a letter of its own.',
  hi: { title: 'प्राधिकारी को बताएँ आदेश कहाँ है', why: 'आदेश पर जो किया गया वह अलग पत्र से प्राधिकारी को जाता है।' },
};

/** What the order itself asks for: its step told by letter, too much narrowed, what is missing asked back. */
function stepMove(standing: OrderStanding, act: string | null): NextStep | null {
  if (act !== 'decide' && act !== 'close') return null;
  const steps = standing.handling?.steps ?? [];
  const last = steps.at(-1);
  const told = last ? letterMove(standing, stepLetters[last.step], last.at, tellStep) : null;
  if (told || act === 'close' || steps.length > 0) return told;
  const { breadth, judgement } = standing.order ?? {};
  if (breadth && breadth.findings.length > 0 && breadth.acknowledged === null) return move('step-order', narrow);
  const isLacking = judgement?.verdict === 'query' || judgement?.verdict === 'invalid';
  return isLacking ? move('step-order', ask) : null;
}

/** The step that an order asks for before the one of its workflow, `act`; null where it asks for none. */
export function orderMove(standing: OrderStanding, act: string | null): NextStep | null {
  if (!isGovernment(standing.file.kind)) return null;
  return preservationMove(standing, act) ?? stepMove(standing, act);
}
