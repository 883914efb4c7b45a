import { badInput } from '../../desk/faults.ts';
import type { ActInput } from '../contract/acts.ts';
import type { CaseFile } from './file.ts';
import { checkWhen, minuteOf } from './when.ts';

interface RecordStanding {
  file: CaseFile;
  now: string;
  /** Ids of the files of the case. */
  attachments?: readonly string[] | undefined;
}

/** A translation beside its original. Faults: bad-input (another case's file, the same language). */
export function planTranslation({ attachments = [] }: RecordStanding, input: ActInput<'translate'>) {
  if (input.file !== undefined && !attachments.includes(input.file)) throw badInput('file', 'is not a file of this case');
  if (input.from.toLowerCase() === input.to.toLowerCase()) throw badInput('to', 'is the language of the original');
  const { file = null, from, to, by, text } = input;
  return [{ kind: 'case.translated', body: { file, from, to, by, text } }];
}

/** What was said by mouth, and whether it was agreed once it was read back. Faults: bad-input. */
export function planOral(standing: RecordStanding, input: ActInput<'record-oral'>) {
  const { saidAt, readBackAt = null, isAgreed, language, takenBy, text, remarks } = input;
  if (saidAt > standing.now) throw badInput('saidAt', 'lies in the future');
  if (isAgreed && readBackAt === null) throw badInput('readBackAt', 'is missing: it is agreed once it was read back');
  if (readBackAt !== null) checkWhen(standing, 'readBackAt', readBackAt);
  if (readBackAt !== null && minuteOf(readBackAt) < minuteOf(saidAt)) throw badInput('readBackAt', 'lies before it was said');
  return [
    { kind: 'case.oral-recorded', body: { saidAt, readBackAt, isAgreed, language, takenBy, text, remarks: remarks?.trim() || null } },
  ];
}
