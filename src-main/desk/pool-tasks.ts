import type { ReadMail } from '../intake/mail/mask.ts';
import type { LetterModel, ReportModel } from '../letters/contract.ts';
import type { BurnOrder } from '../packages/burn.ts';
import type { ZipOrder } from '../packages/zip.ts';
import type { FaultCode, FaultDetail } from './faults.ts';

/** What the pool does, by name. */
export interface Tasks {
  /** One message, read, with every Aadhaar number masked. */
  mail: { input: Uint8Array; output: ReadMail };
  /** A merged letter, drawn with the fonts of the product. */
  letter: { input: LetterModel; output: { pdf: Uint8Array; pages: number } };
  /** A report, drawn with the same fonts. */
  report: { input: ReportModel; output: { pdf: Uint8Array; pages: number } };
  /** An archive, under a password or open. */
  zip: { input: ZipOrder; output: Uint8Array };
  /** Pages with parts of them painted over, as one file of pictures. */
  burn: { input: BurnOrder; output: Uint8Array };
  /** SHA-256 as lower-case hex. */
  hash: { input: Uint8Array; output: string };
}

export type TaskName = keyof Tasks;
export type TaskInput<K extends TaskName> = Tasks[K]['input'];
export type TaskOutput<K extends TaskName> = Tasks[K]['output'];

/** What a worker cannot find out by itself. */
export interface TaskPlaces {
  /** The folder of the letters' fonts. */
  fontsDir: string;
}

export type TaskHandlers = { [K in TaskName]: (input: TaskInput<K>, places: TaskPlaces) => Promise<TaskOutput<K>> };

/** From the pool to a worker. */
export interface TaskRequest<K extends TaskName = TaskName> {
  id: number;
  task: K;
  input: TaskInput<K>;
  places: TaskPlaces;
}

/** From a worker to the pool: what came out, a fault with its code and detail, or an error that is a bug. */
export type TaskReply =
  | { id: number; output: unknown }
  | { id: number; fault: { code: FaultCode; message: string; detail: FaultDetail } }
  | { id: number; error: { name: string; message: string; stack: string } };

interface TaskTraits {
  /** How a failure begins: "The message could not be read". */
  failure: string;
  /** What has the limit: "one message". */
  unit: string;
  timeLimitMs: number;
}

export const taskTraits: Record<TaskName, TaskTraits> = {
  mail: { failure: 'The message could not be read', unit: 'one message', timeLimitMs: 30_000 },
  letter: { failure: 'The letter could not be drawn', unit: 'one letter', timeLimitMs: 60_000 },
  report: { failure: 'The report could not be drawn', unit: 'one report', timeLimitMs: 120_000 },
  zip: { failure: 'The archive could not be written', unit: 'one archive', timeLimitMs: 300_000 },
  burn: { failure: 'The copy could not be made', unit: 'one file', timeLimitMs: 300_000 },
  hash: { failure: 'The hash of the file could not be computed', unit: 'one file', timeLimitMs: 120_000 },
};

/** Heap of one worker. */
export const workerMemoryMb = 256;
