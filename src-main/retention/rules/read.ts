import { readDataFile } from '../../law/rules.ts';
import { type RetentionBook, retentionBookSchema, retentionFormat } from '../contract.ts';

/**
 * Reads the rules of retention from the text of their file.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message; each names the rule it is about)
 */
export function readRetention(text: string): RetentionBook {
  return readDataFile({ text, what: 'retention rules', newestFormat: retentionFormat, schema: retentionBookSchema });
}
