import { z } from 'zod';
import { caseKinds } from '../cases/contract/words.ts';
import { factsSchema, line, prose } from '../cases/contract.ts';

/** The newest form of the file of suggestions that this program reads. */
export const suggestionsFormat = 1;

const phrase = z.string().trim().min(3, 'is shorter than three signs');

const suggestionSchema = z.strictObject({
  kind: z.enum(caseKinds),
  facts: factsSchema.optional(),
  /** Whether hours count: such a suggestion is named before all others. */
  urgent: z.boolean().optional(),
  /** Words or phrases, in small letters, of which one is enough; * at the end stands for any ending. */
  phrases: z.array(phrase).min(1),
});
export type KnownSuggestion = z.infer<typeof suggestionSchema>;

/** What words of a complaint may mean (resources/intake/suggestions.json): a help for sorting, never an answer. */
export const suggestionsSchema = z.strictObject({
  format: z.literal(suggestionsFormat),
  version: z.string().min(1),
  suggestions: z.array(suggestionSchema).min(1),
});
export type SuggestionBook = z.infer<typeof suggestionsSchema>;

export const suggestSchema = z.strictObject({ subject: line(300), text: prose(200_000) });

/** What a complaint may be, with the phrases of it that say so. */
export interface Suggestion {
  kind: KnownSuggestion['kind'];
  facts: NonNullable<KnownSuggestion['facts']>;
  isUrgent: boolean;
  phrases: string[];
}
