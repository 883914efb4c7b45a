import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';

/** The engine's log. It holds ids, counts, operation names and places in the code, never what a person typed. */
export interface EngineLog {
  info(message: string, fields?: Record<string, string | number | boolean | null>): void;
  /** Writes down an unforeseen error: its kind and where it happened, without its text. */
  incident(incident: string, operation: string, error: unknown): void;
}

const rollAboveBytes = 5 * 1024 * 1024;

/** Opens `<dataDir>/logs/engine.log`; a log above 5 MB is first moved to `engine.old.log`. */
export function openEngineLog(dataDir: string): EngineLog {
  const folder = join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'engine.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rollAboveBytes) renameSync(file, join(folder, 'engine.old.log'));
  return engineLog(
    pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: file, sync: true, mode: 0o600 })),
  );
}

interface Writer {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export function engineLog(writer: Writer): EngineLog {
  return {
    info: (message, fields = {}) => writer.info(fields, message),
    incident: (incident, operation, error) => writer.error({ incident, operation, ...describe(error) }, 'unexpected error'),
  };
}

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
