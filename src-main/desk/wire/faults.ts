import { mapEventIterator, ORPCError } from '@orpc/client';
import { ValidationError } from '@orpc/contract';
import { Fault, type FaultDetail, type Issue } from '../faults.ts';
import type { EngineLog } from './log.ts';

/** What the window is told when the engine failed in a way nobody foresaw. */
export interface IncidentDetail extends FaultDetail {
  incident: string;
}

interface ErrorContext {
  log: EngineLog;
  /** The operation, such as `cases.open`. */
  operation: string;
  newIncident(): string;
}

/**
 * Turns whatever an operation threw into the error that crosses the port: a fault keeps its code and
 * detail, a wrong input names its fields, anything else becomes `unexpected` with an incident id and
 * is logged without its text, which may quote what was typed.
 */
export function toWireError(error: unknown, context: ErrorContext): ORPCError<string, FaultDetail> {
  const fault = error instanceof Fault ? error : inputFault(error);
  if (fault !== null) return wireError(fault);
  if (error instanceof ORPCError && error.defined) return error;
  const incident = context.newIncident();
  context.log.incident(incident, context.operation, error);
  return wireError(new Fault('unexpected', `Something unexpected happened. Incident ${incident}.`, { incident } satisfies IncidentDetail));
}

function wireError(fault: Fault): ORPCError<string, FaultDetail> {
  return new ORPCError(fault.code, { status: fault.code === 'unexpected' ? 500 : 400, message: fault.message, data: fault.detail });
}

/** The fault in an input that does not fit its schema; null when the error is something else. */
function inputFault(error: unknown): Fault | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return null;
  const issues = error.cause instanceof ValidationError ? error.cause.issues.map(readIssue) : [];
  const first = issues[0];
  const message = first === undefined ? 'The request cannot be read.' : `${first.field === '' ? 'input' : first.field}: ${first.message}`;
  return new Fault('bad-input', message, { issues });
}

function readIssue(issue: { path?: readonly (PropertyKey | { key: PropertyKey })[]; message: string }): Issue {
  const keys = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return { field: keys.join('.'), message: issue.message };
}

/** Gives the errors of a stream the same treatment as those of an answer. */
export function guardStream(stream: AsyncIterator<unknown>, context: ErrorContext) {
  return mapEventIterator(stream, { value: (value) => value, error: async (error) => toWireError(error, context) });
}
