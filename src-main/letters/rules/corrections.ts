import type { CorrectedPart, Decision } from '../../cases/contract.ts';
import { untoldCorrections } from '../../cases/rules.ts';
import type { LetterFields, LetterLanguage } from '../contract.ts';
import { formatDateIst } from './format.ts';

const parts: Record<LetterLanguage, Record<CorrectedPart, string>> = {
  en: {
    reasons: 'Reasons',
    ground: 'Ground',
    clause: 'Policy clause',
    items: 'Items',
    person: 'Name or details',
    date: 'Date or time',
    other: 'Decision',
  },
  hi: {
    reasons: 'कारण',
    ground: 'आधार',
    clause: 'नीति का खंड',
    items: 'सामग्री',
    person: 'नाम या विवरण',
    date: 'दिनांक या समय',
    other: 'निर्णय',
  },
};

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** What a corrigendum prints: each correction as what stood and what it should say, and why; nothing where all has been told. */
export function correctionFields(
  decision: Decision | null,
  language: LetterLanguage,
): Pick<LetterFields, 'decisionDate' | 'correctionReason' | 'corrections'> {
  if (decision === null) return {};
  const untold = untoldCorrections(decision);
  const say = (stood: string, reads: string) =>
    language === 'hi' ? `“${oneLine(stood)}” के स्थान पर “${oneLine(reads)}” पढ़ें` : `for “${oneLine(stood)}” read “${oneLine(reads)}”`;
  return {
    decisionDate: formatDateIst(decision.sentAt ?? decision.decidedAt),
    ...(untold.length === 0
      ? {}
      : {
          correctionReason: untold.map(({ reason }) => reason).join('\n\n'),
          corrections: untold.flatMap(({ lines }) =>
            lines.map(({ part, stood, reads }) => `${parts[language][part]}: ${say(stood, reads)}`),
          ),
        }),
  };
}
