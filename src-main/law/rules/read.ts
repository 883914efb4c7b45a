import type { z } from 'zod';
import { Fault } from '../../desk/faults.ts';
import {
  type Calendar,
  calendarFormat,
  calendarSchema,
  type FileProblem,
  type Rulebook,
  rulebookFormat,
  rulebookSchema,
} from '../contract.ts';
import { lineOf, lineOfSyntaxError } from './json-lines.ts';

/**
 * Reads a rulebook from the text of its file.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message; each names the rule it is about)
 */
export function readRulebook(text: string): Rulebook {
  return readDataFile({ text, what: 'rulebook', newestFormat: rulebookFormat, schema: rulebookSchema });
}

/**
 * Reads a calendar of days off from the text of its file.
 * @throws Fault `bad-input` with `issues` and `problems` (line, field, message)
 */
export function readCalendar(text: string): Calendar {
  return readDataFile({ text, what: 'calendar', newestFormat: calendarFormat, schema: calendarSchema });
}

/** Everything wrong with the text of a rulebook; empty when it can be adopted (`check-rulebook FILE`). */
export function checkRulebook(text: string): FileProblem[] {
  return problemsOf(() => readRulebook(text));
}

interface DataFile<T> {
  text: string;
  what: string;
  newestFormat: number;
  schema: z.ZodType<T>;
}

/**
 * Parses and validates a versioned JSON file of the desk's resources.
 * @throws Fault `bad-input` with `issues` and `problems`
 */
export function readDataFile<T>({ text, what, newestFormat, schema }: DataFile<T>): T {
  const value = parseJson(text, what);
  refuseFuture(value, text, what, newestFormat);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw unreadable(
    what,
    result.error.issues.map((issue) => describe(issue, value, text)),
  );
}

/** Runs `read` and answers the problems of the Fault it throws; anything else is thrown on. */
export function problemsOf(read: () => unknown): FileProblem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof Fault && error.code === 'bad-input') return problemsIn(error);
    throw error;
  }
}

/** What was wrong before the text was read, such as a field that may not be changed, has no line. */
function problemsIn({ detail }: Fault): FileProblem[] {
  const issues = (detail.issues ?? []) as { field: string; message: string }[];
  return (detail.problems as FileProblem[] | undefined) ?? issues.map(({ field, message }) => ({ line: null, field, message }));
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(what, [{ line: lineOfSyntaxError(text, error), field: '', message: 'is not JSON' }]);
  }
}

function refuseFuture(value: unknown, text: string, what: string, newestFormat: number): void {
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format !== 'number' || format <= newestFormat) return;
  const { name, id } = value as { name?: unknown; id?: unknown };
  const message = `${typeof name === 'string' ? name : typeof id === 'string' ? id : `the ${what}`} has format ${format}; this version of Nivaran reads up to format ${newestFormat}`;
  throw unreadable(what, [{ line: lineOf(text, ['format']), field: 'format', message }]);
}

function describe(issue: z.core.$ZodIssue, value: unknown, text: string): FileProblem {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const owner = ownerOf(path, value);
  return {
    line: lineOf(text, path),
    field: path.map((part) => (part === '' ? '""' : String(part))).join('.'),
    message: `${owner ? `${owner}: ` : ''}${path.at(-1) === '' ? 'a field has an empty name' : issue.message}`,
  };
}

/** The id of the rule or target that a path leads into, so that a person finds it without counting entries. */
function ownerOf(path: readonly PropertyKey[], value: unknown): string | null {
  const [list, index] = path;
  if (list === undefined || index === undefined) return null;
  const member = (value as Record<PropertyKey, Record<PropertyKey, { id?: unknown }> | undefined>)[list]?.[index];
  return typeof member?.id === 'string' ? member.id : null;
}

function unreadable(what: string, problems: FileProblem[]): Fault {
  const first = problems[0];
  const where = first ? [first.line === null ? '' : `line ${first.line}`, first.field].filter(Boolean).join(', ') : '';
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  const issues = problems.map(({ line, field, message }) => ({ field, message: line === null ? message : `line ${line}: ${message}` }));
  return new Fault('bad-input', `The ${what} cannot be used: ${where}: ${first?.message}${more}.`, { issues, problems });
}
