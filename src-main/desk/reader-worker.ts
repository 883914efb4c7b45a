import { parentPort, workerData } from 'node:worker_threads';
import { type Db, openDatabase } from '../../db/open.ts';
import { Fault } from './faults.ts';
import { type ReadName, reads } from './reads.ts';

interface Question {
  id: number;
  name: ReadName;
  input: never;
}

/** A reading thread: opens the database read-only with the key it was given and answers one question after another. */
const { file, key } = workerData as { file: string; key: Uint8Array };
let opened: Db | null = null;

/** Opened with the first question, which is then answered with the fault of a database that does not open. */
function database(): Db {
  opened ??= openDatabase(file, Buffer.from(key), { readonly: true, keyIsProven: true });
  return opened;
}

parentPort?.on('message', ({ id, name, input }: Question) => {
  const onProgress = (done: number, total: number) => parentPort?.postMessage({ id, done, total });
  try {
    parentPort?.postMessage({ id, answer: reads[name](database(), input, onProgress) });
  } catch (error) {
    const fault = error instanceof Fault ? { code: error.code, message: error.message, detail: error.detail } : null;
    parentPort?.postMessage({ id, fault, stack: fault ? null : String((error as Error).stack) });
  }
});
