import type { Checklist } from '../../identity/contract.ts';
import type { Both, WorkEntry, WorkView } from '../../rights/contract.ts';
import type { LetterLanguage } from '../contract.ts';
import { formatInstantIst, formatNumberIn } from './format.ts';

const words = {
  en: {
    held: 'held',
    'not-held': 'not held',
    excluded: 'left out',
    clause: 'clause',
    found: 'records found',
    done: 'done on',
    reference: 'reference',
    copies: 'copies run out by',
    toldOn: 'told on',
    bytes: 'bytes',
    contact: 'a message from the e-mail address or phone number that the account has',
    'first-document': 'a copy of one document',
    'second-document': 'a second document, a video call, or a notary’s confirmation',
    authority: 'the paper that lets you act for the other person, such as a power of attorney or proof of guardianship',
  },
  hi: {
    held: 'रखा है',
    'not-held': 'नहीं रखा है',
    excluded: 'छोड़ा गया',
    clause: 'खंड',
    found: 'अभिलेख मिले',
    done: 'किया गया',
    reference: 'संदर्भ',
    copies: 'प्रतियाँ इस दिन तक समाप्त:',
    toldOn: 'सूचित:',
    bytes: 'बाइट',
    contact: 'खाते में दर्ज ई-मेल पते या फ़ोन नंबर से एक संदेश',
    'first-document': 'एक दस्तावेज़ की प्रति',
    'second-document': 'दूसरा दस्तावेज़, वीडियो कॉल, या नोटरी की पुष्टि',
    authority: 'वह काग़ज़ जिससे आप दूसरे व्यक्ति की ओर से कार्य कर सकते हैं, जैसे मुख़्तारनामा या अभिभावक होने का प्रमाण',
  },
} as const;

const day = (iso: string) => iso.split('-').reverse().join('-');

/** Each data category and whether it is held; none where nobody went through them. */
export function categoryLines({ categories, entries }: Pick<WorkView, 'categories' | 'entries'>, language: LetterLanguage): string[] {
  const say = words[language];
  return categories.flatMap(({ id, label, held }) => {
    if (held === null) return [];
    const clause = entries.findLast(({ sort, name }) => sort === 'category' && name === id)?.detail['clause'];
    return [`${label}: ${say[held as 'held']}${clause ? ` (${say.clause} ${clause})` : ''}`];
  });
}

/** Who else has the data, and for what. */
export function recipientLines({ recipients }: Pick<WorkView, 'recipients'>): string[] {
  return recipients.map(({ name, purpose }) => `${name}: ${purpose}`);
}

function labelOf(systems: WorkView['systems'], id: string, language: LetterLanguage): string {
  const label: Both | undefined = systems.find((one) => one.id === id)?.label;
  return label?.[language] ?? id;
}

/** The last word about each thing of one sort, in the order in which it was said. */
function lastOf(entries: readonly WorkEntry[], sort: WorkEntry['sort']): WorkEntry[] {
  const mine = entries.filter((one) => one.sort === sort);
  return mine.filter(({ name }, n) => mine.findLastIndex((other) => other.name === name) === n);
}

/** Where it was searched and how much was found. */
export function searchLines({ systems, entries }: Pick<WorkView, 'systems' | 'entries'>, language: LetterLanguage): string[] {
  return lastOf(entries, 'search').map(({ name, result }) => `${labelOf(systems, name, language)}: ${result} ${words[language].found}`);
}

/** What each system confirmed, with the day on which its copies run out. */
export function systemLines({ systems, entries }: Pick<WorkView, 'systems' | 'entries'>, language: LetterLanguage): string[] {
  const say = words[language];
  return lastOf(entries, 'confirmation').map(({ name, at, result, detail }) => {
    const expires = detail['backupExpires'];
    const copies = expires ? `; ${say.copies} ${day(String(expires))}` : '';
    return `${labelOf(systems, name, language)}: ${say.done} ${formatInstantIst(at)}, ${say.reference} ${result}${copies}`;
  });
}

/** Who was told what became of the data. */
export function toldLines({ entries }: Pick<WorkView, 'entries'>, language: LetterLanguage): string[] {
  return lastOf(entries, 'recipient').map(({ name, at }) => `${name}: ${words[language].toldOn} ${formatInstantIst(at)}`);
}

/** The file that holds the data, as the person can recognise it; none where none was built. */
export function packageLines(one: { name: string; sizeBytes: number; sha256: string } | undefined, language: LetterLanguage): string[] {
  if (!one) return [];
  const say = words[language];
  return [`${one.name}, ${formatNumberIn(one.sizeBytes)} ${say.bytes}, SHA-256 ${one.sha256}`];
}

/** What is still asked for to know who asks. */
export function identityLines({ missing }: Pick<Checklist, 'missing'>, language: LetterLanguage): string[] {
  return missing.map((item) => words[language][item]);
}
