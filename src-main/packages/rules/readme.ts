import { formatInstantIst } from '../../letters/rules/format.ts';
import type { Answer } from '../contract.ts';

interface Words {
  title(ticket: string): string;
  from(operator: string, platform: string): string;
  dates(received: string, prepared: string): string;
  holds: string;
  parts: Record<'data.json' | 'categories.csv' | 'systems.csv' | 'recipients.csv' | 'files.csv' | 'files/' | 'manifest.json', string>;
  list: string;
  decision: Record<'release' | 'redact' | 'withhold', string>;
  check: string;
}

const words: Record<Answer['language'], Words> = {
  en: {
    title: (ticket) => `Answer to your request ${ticket}`,
    from: (operator, platform) => `From ${operator}, for ${platform}.`,
    dates: (received, prepared) => `Your request came on ${received}; this was put together on ${prepared}.`,
    holds: 'What is in here:',
    parts: {
      'data.json': 'the whole answer, for programs',
      'categories.csv': 'each category of data: held, not held, or left out with the clause that allows it',
      'systems.csv': 'where we searched, and how many records we found',
      'recipients.csv': 'who else has the data, and for what',
      'files.csv': 'the files of this answer with their own names, and those we hold back with the reason',
      'files/': 'the files themselves, by number',
      'manifest.json': 'every file here with its size and SHA-256',
    },
    list: 'The files:',
    decision: { release: 'as it is', redact: 'with parts taken out', withhold: 'held back' },
    check: 'To check that a file is unchanged, compute its SHA-256 and compare it with manifest.json.',
  },
  hi: {
    title: (ticket) => `आपके अनुरोध ${ticket} का उत्तर`,
    from: (operator, platform) => `${operator} की ओर से, ${platform} के लिए।`,
    dates: (received, prepared) => `आपका अनुरोध ${received} को आया; यह ${prepared} को तैयार किया गया।`,
    holds: 'इसमें क्या है:',
    parts: {
      'data.json': 'पूरा उत्तर, प्रोग्रामों के लिए',
      'categories.csv': 'डेटा की हर श्रेणी: रखी है, नहीं रखी है, या किस खंड के अधीन छोड़ी गई',
      'systems.csv': 'हमने कहाँ खोजा और कितने अभिलेख मिले',
      'recipients.csv': 'डेटा और किसके पास है, और किस लिए',
      'files.csv': 'इस उत्तर की फ़ाइलें अपने नामों के साथ, और जो रोकी गईं उनका कारण',
      'files/': 'फ़ाइलें, क्रमांक से',
      'manifest.json': 'यहाँ की हर फ़ाइल, उसका आकार और SHA-256',
    },
    list: 'फ़ाइलें:',
    decision: { release: 'ज्यों की त्यों', redact: 'कुछ अंश हटाकर', withhold: 'नहीं दी गई' },
    check: 'कोई फ़ाइल बदली तो नहीं, यह जाँचने के लिए उसका SHA-256 निकालकर manifest.json से मिलाएँ।',
  },
};

/** What a person reads first, in the language of the answer. `paths`: the files of the package. */
export function readmeOf(answer: Answer, paths: readonly string[]): string {
  const say = words[answer.language];
  const has = (part: string) => (part === 'files/' ? paths.some((path) => path.startsWith(part)) : paths.includes(part));
  const parts = Object.entries(say.parts).filter(([part]) => part === 'manifest.json' || has(part));
  const files = answer.files.map(({ path, name, decision, reason }) => {
    const why = reason ? `: ${reason}` : '';
    return `  ${path ?? '–'}  ${name} (${say.decision[decision]}${why})`;
  });
  const lines = [
    say.title(answer.ticket),
    '',
    say.from(answer.operator, answer.platform),
    say.dates(formatInstantIst(answer.receivedAt), formatInstantIst(answer.preparedAt)),
    '',
    say.holds,
    ...parts.map(([part, what]) => `  ${part}: ${what}`),
    ...(files.length > 0 ? ['', say.list, ...files] : []),
    '',
    say.check,
    '',
  ];
  return lines.join('\r\n');
}
