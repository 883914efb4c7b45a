import { readFileSync } from 'node:fs';
import type { RetentionBook } from '../retention/contract.ts';
import { readRetention } from '../retention/rules.ts';
import { resourcePath } from './resources.ts';

let book: RetentionBook | null = null;

/** How long the file of a case is kept: data of the product. Fault: bad-input with line and field where the file was damaged. */
export function retentionBook(): RetentionBook {
  book ??= readRetention(readFileSync(resourcePath('retention', 'retention.json'), 'utf8'));
  return book;
}
