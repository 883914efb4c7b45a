import { ORPCError } from '@orpc/client';
import type { FaultCode, Issue } from '../../src-main/desk/faults.ts';
import { ShellError } from './bridge.ts';

/** What a screen needs to know of a failed call. `engine-gone`: the engine or its port ended before it answered. */
export interface CallFault {
  code: FaultCode | 'engine-gone';
  /** A full sentence, fit to be shown. */
  message: string;
  /** The fields of a wrong input. */
  issues: Issue[];
  /** Names the entry of the engine's log, when the failure was unforeseen. */
  incident: string | null;
  /** Whatever else the fault carries. */
  detail: Record<string, unknown>;
}

/** A call on a port whose engine has already gone. */
export class EngineGone extends Error {
  constructor() {
    super('The desk has stopped.');
    this.name = 'EngineGone';
  }
}

/** Reads anything a call threw as a fault with a code. */
export function readFault(error: unknown): CallFault {
  if (error instanceof ORPCError) return wireFault(error);
  if (error instanceof ShellError) return { code: error.code as FaultCode, message: error.message, issues: [], incident: null, detail: {} };
  // The browser's own kind of abort comes from whoever made the call.
  if (error instanceof DOMException && error.name === 'AbortError') {
    return { code: 'cancelled', message: 'The call was given up.', issues: [], incident: null, detail: {} };
  }
  return { code: 'engine-gone', message: 'The desk stopped before it answered.', issues: [], incident: null, detail: {} };
}

function wireFault(error: ORPCError<string, unknown>): CallFault {
  const detail = (error.data ?? {}) as Record<string, unknown>;
  return {
    code: error.code as FaultCode,
    message: error.message,
    issues: Array.isArray(detail.issues) ? (detail.issues as Issue[]) : [],
    incident: typeof detail.incident === 'string' ? detail.incident : null,
    detail,
  };
}
