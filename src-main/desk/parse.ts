import type { z } from 'zod';
import { Fault, type Issue } from './faults.ts';

function plain(issue: z.core.$ZodIssue): Issue[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: field ? `${field}.${key}` : key, message: 'is not a field here' }));
  if (issue.code === 'invalid_type' && issue.input === undefined) return [{ field, message: 'is missing' }];
  if (issue.code === 'invalid_value') return [{ field, message: `must be one of ${issue.values.map(String).join(', ')}` }];
  if (issue.code === 'invalid_type') return [{ field, message: `must be a ${issue.expected}` }];
  return [{ field, message: issue.message }];
}

/**
 * Checks an input at the engine's edge and answers it typed.
 * Fault: bad-input with one issue a wrong field, named by its dotted path; `where` names the input as a whole.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown, where = 'input'): z.output<S> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(plain).map((issue) => ({ ...issue, field: issue.field || where }));
  const message = issues.map((issue) => `${issue.field}: ${issue.message}`).join('; ');
  throw new Fault('bad-input', message, { issues });
}
