import { formatInstantIst } from '../../letters/rules/format.ts';

type Body = Record<string, unknown>;
type Language = 'en' | 'hi';

const words = {
  en: {
    to: 'to',
    items: 'items',
    refused: 'refused',
    taken: 'taken',
    open: 'open',
    changed: 'changed since',
    unchanged: 'unchanged',
    appeal: 'appeal',
    original: 'against the decision of',
    replyBy: 'reply by',
    complyBy: 'to be carried out by',
    order: 'case of the order',
    until: 'until',
    says: 'should read',
    allowed: 'may be disclosed',
    denied: 'may not be disclosed',
    valid: 'good on its face',
    invalid: 'not good on its face',
    secret: 'its person may not be told',
    review: 'review',
    reference: 'reference',
    gone: 'went',
    left: 'remain',
    result: {
      affirmed: 'the decision stands',
      'set-aside': 'the decision is set aside',
      varied: 'the decision is changed',
      directed: 'something is directed',
    },
    choice: { send: 'the user is told', 'not-required': 'no notice is required', withheld: 'the notice is withheld' },
    answer: { given: 'agreed', refused: 'did not agree', withdrawn: 'took the consent back' },
  },
  hi: {
    to: 'को',
    items: 'सामग्री',
    refused: 'अस्वीकृत',
    taken: 'ली गईं',
    open: 'शेष',
    changed: 'बदल चुकी',
    unchanged: 'अपरिवर्तित',
    appeal: 'अपील',
    original: 'इस निर्णय के विरुद्ध',
    replyBy: 'उत्तर की तिथि',
    complyBy: 'पालन की तिथि',
    order: 'आदेश का प्रकरण',
    until: 'तक',
    says: 'अब इस प्रकार:',
    allowed: 'प्रकट किया जा सकता है',
    denied: 'प्रकट नहीं किया जा सकता',
    valid: 'प्रथमदृष्टया वैध',
    invalid: 'प्रथमदृष्टया वैध नहीं',
    secret: 'व्यक्ति को नहीं बताया जा सकता',
    review: 'समीक्षा',
    reference: 'संदर्भ',
    gone: 'हटे',
    left: 'शेष',
    result: { affirmed: 'निर्णय यथावत', 'set-aside': 'निर्णय निरस्त', varied: 'निर्णय बदला गया', directed: 'निर्देश दिया गया' },
    choice: { send: 'उपयोगकर्ता को बताया जाता है', 'not-required': 'सूचना आवश्यक नहीं', withheld: 'सूचना रोकी गई' },
    answer: { given: 'सहमत', refused: 'सहमत नहीं', withdrawn: 'सहमति वापस ली' },
  },
} as const;
type Say = (typeof words)[Language];

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const named = (label: string, value: unknown) => {
  const said = typeof value === 'number' ? String(value) : text(value);
  return said === null ? null : `${label}: ${said}`;
};
const count = (value: unknown) => (Array.isArray(value) ? value.length : value);
const when = (label: string, value: unknown) => (text(value) ? `${label} ${formatInstantIst(String(value))}` : null);

/** Each line that a decision was put right by: what stood there, and what it should say. */
function corrections(body: Body, say: Say): (string | null)[] {
  const lines = Array.isArray(body['lines']) ? (body['lines'] as { stood: string; reads: string }[]) : [];
  return lines.map(({ stood, reads }) => `“${stood}” ${say.says} “${reads}”`);
}

/** What an entry of government work, of an appeal, of a correction or of consent says, in words. */
const tellers: Record<string, (body: Body, say: Say) => (string | null)[]> = {
  'case.verdict': (body, say) => [body['valid'] === true ? say.valid : say.invalid],
  'case.items-added': (body, say) => [text(body['name']), named(say.items, body['added']), named(say.refused, body['refused'])],
  'item.captured': (body, say) => [text(body['value']), body['changed'] === true ? say.changed : say.unchanged, text(body['note'])],
  'sheet.sent': (body, say) => [named(say.to, body['to']), named(say.items, count(body['items']))],
  'sheet.returned': (body, say) => [text(body['name']), named(say.taken, body['taken']), named(say.open, body['open'])],
  'production.hashed': (body) => [text(body['name']), text(body['note'])],
  'disclosure.made': (body, say) => [
    text(body['recipient']),
    text(body['category']),
    text(body['volume']),
    text(body['legalBasis']),
    body['isSecret'] === true ? say.secret : null,
  ],
  'disclosure.told': (body) => [text(body['how'])],
  'counsel.decided': (body, say) => [body['allow'] === true ? say.allowed : say.denied, text(body['counsel'])],
  'order.checked': (body) => [text(body['step']), text(body['detail']), text(body['number']), text(body['foundIn'])],
  'case.reported': (body, say) => [named(say.reference, body['reference'])],
  'case.appealed': (body, say) => [named(say.appeal, body['number']), text(body['appeal'])],
  'appeal.recorded': (body, say) => [
    named(say.appeal, body['number']),
    named(say.original, body['original']),
    when(say.replyBy, body['replyBy']),
  ],
  'appeal.ordered': (body, say) => [
    say.result[String(body['result']) as 'varied'] ?? null,
    text(body['text']),
    named(say.order, body['order']),
    when(say.complyBy, body['complyBy']),
  ],
  'appeal.complied': (body) => [text(body['how'])],
  'appeal.report-published': (body) => [text(body['where'])],
  'case.uploader-notice': (body, say) => [say.choice[String(body['choice']) as 'send'] ?? null, text(body['ground']), text(body['notice'])],
  'case.decision-corrected': corrections,
  'case.reviewed': (body, say) => [named(say.review, body['review'])],
  'consent.asked': (body, say) => [named(say.until, text(body['until'])?.split('-').reverse().join('-'))],
  'consent.answered': (body, say) => [say.answer[String(body['answer']) as 'given'] ?? null, text(body['how'])],
  'person.erased': (body, say) => [named(say.gone, count(body['goes'])), named(say.left, count(body['remains']))],
};

/** What such an entry says beside its kind and its reason; nothing for the others. */
export function toldBy(kind: string, body: Body, language: Language): (string | null)[] {
  return tellers[kind]?.(body, words[language]) ?? [];
}
