import type { CaseKind } from '../../cases/contract.ts';
import type { LetterLanguage, Remedies } from '../contract.ts';
import { dayIst } from './format.ts';

/** The remedies of `remedies` that belong to `kind` and were open on the day in India on which the matter was received (RFC 3339). */
export function openRemedies(kind: CaseKind, receivedIso: string, { remedies }: Remedies): Remedies['remedies'] {
  const day = dayIst(receivedIso);
  return remedies.filter(({ kinds, from, until }) => kinds.includes(kind) && from <= day && (until === null || day <= until));
}

/**
 * What a person may do who is not satisfied, as paragraphs for a letter in `language`. Empty where the law of the file names
 * none, as for orders of Government.
 */
export function remedyFor(kind: CaseKind, receivedIso: string, language: LetterLanguage, remedies: Remedies): string[] {
  return openRemedies(kind, receivedIso, remedies).map((remedy) => remedy.text[language]);
}
