import { readFileSync } from 'node:fs';
import type { CaseKind } from '../cases/contract.ts';
import { type Remedies, remediesSchema } from '../letters/contract.ts';
import { openRemedies } from '../letters/rules/remedy.ts';
import type { WorkflowBook } from '../rights/contract.ts';
import { readWorkflows } from '../rights/rules.ts';
import { resourcePath } from './resources.ts';

let book: WorkflowBook | null = null;
let remedies: Remedies | null = null;

/** The workflows of all kinds: data of the product. Fault: bad-input with line and field where the file was damaged. */
export function workflowBook(): WorkflowBook {
  book ??= readWorkflows(readFileSync(resourcePath('workflows', 'workflows.json'), 'utf8'));
  return book;
}

/** The remedies of the law open for a request of this kind received then, by id and citation. */
export function remediesOpenFor(kind: CaseKind, receivedAt: string): { id: string; cite: string }[] {
  remedies ??= remediesSchema.parse(JSON.parse(readFileSync(resourcePath('letters', 'remedies.json'), 'utf8')));
  return openRemedies(kind, receivedAt, remedies).map(({ id, cite }) => ({ id, cite }));
}
