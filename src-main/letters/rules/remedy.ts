import type { CaseKind } from '../../cases/contract.ts';
import type { LetterLanguage, Remedies } from '../contract.ts';
import { dayIst } from './format.ts';

/**
 * What a person may do who is not satisfied, as paragraphs for a letter in `language`: the remedies of `remedies` that
 * belong to `kind` and were open on the day in India on which the matter was received (`receivedIso`, RFC 3339).
 * Empty where the law of the file names none, as for orders of Government.
 */
export function remedyFor(kind: CaseKind, receivedIso: string, language: LetterLanguage, remedies: Remedies): string[] {
  const day = dayIst(receivedIso);
  return remedies.remedies
    .filter((remedy) => remedy.kinds.includes(kind) && remedy.from <= day && (remedy.until === null || day <= remedy.until))
    .map((remedy) => remedy.text[language]);
}
