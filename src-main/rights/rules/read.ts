import { readDataFile } from '../../law/rules.ts';
import { type WorkflowBook, workflowBookSchema, workflowFormat } from '../contract.ts';

/**
 * Reads the workflows from the text of their file.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message)
 */
export function readWorkflows(text: string): WorkflowBook {
  return readDataFile({ text, what: 'workflows', newestFormat: workflowFormat, schema: workflowBookSchema });
}
