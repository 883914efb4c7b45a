import type { FileProblem } from '../../law/contract.ts';
import { problemsOf, readDataFile } from '../../law/rules.ts';
import { type Profile, profileFormat, profileSchema } from '../contract.ts';

/**
 * Reads a platform profile from the text of its file.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message)
 */
export function readProfile(text: string): Profile {
  return readDataFile({ text, what: 'profile', newestFormat: profileFormat, schema: profileSchema });
}

/** Everything that keeps the text of a profile from being used; empty when it can be adopted. Its gaps are `lintProfile`'s business. */
export function checkProfile(text: string): FileProblem[] {
  return problemsOf(() => readProfile(text));
}
