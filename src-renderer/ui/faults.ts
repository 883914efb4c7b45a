import { type CallFault, readFault } from '../client/index.ts';

const isPlainFault = (error: unknown): error is { code: CallFault['code']; message: string } =>
  typeof error === 'object' && error !== null && !(error instanceof Error) && 'code' in error && 'message' in error;

/** What the window shows of something that failed: a call, or a job that tells of its fault by itself. */
export function failureOf(error: unknown): CallFault {
  return isPlainFault(error) ? { code: error.code, message: error.message, issues: [], incident: null, detail: {} } : readFault(error);
}

/** Messages by field, for a form; a field of a list (`items.3.at`) also counts for the list. */
export function issuesByField({ issues }: Pick<CallFault, 'issues'>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, message } of issues) {
    found[field] ??= message;
    const root = field.split('.')[0];
    if (root) found[root] ??= message;
  }
  return found;
}
