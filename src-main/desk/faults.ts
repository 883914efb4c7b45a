/**
 * Every fault the desk can report by name. A fault has a screen, a command-line error and a line in
 * docs/faults.md; anything that is not a Fault is a bug and is reported with an incident id.
 */
export const faultCodes = [
  // opening a workspace
  'wrong-key',
  'locked',
  'from-future',
  'corrupt',
  'history-went-back',
  'disk-full',
  'read-only',
  'network-drive',
  'not-a-workspace',
  'already-exists',
  'too-many-attempts',
  'clock-moved',
  // asking for something
  'bad-input',
  'not-found',
  'purged',
  'restricted',
  'refused',
  'not-allowed',
  'cancelled',
  'unexpected',
] as const;

export type FaultCode = (typeof faultCodes)[number];

/** One thing wrong with an input: the field as a dotted path, and what is wrong in plain words. */
export interface Issue {
  field: string;
  message: string;
}

export interface FaultDetail {
  issues?: Issue[];
  [key: string]: unknown;
}

/** A named, expected failure. `message` is a full sentence for the person who caused it; it never holds personal data. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly detail: FaultDetail;

  constructor(code: FaultCode, message: string, detail: FaultDetail = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

/** Names one bad field; the commonest fault of all. */
export function badInput(field: string, message: string): Fault {
  return new Fault('bad-input', `${field}: ${message}`, { issues: [{ field, message }] });
}
