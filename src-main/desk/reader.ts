import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Fault, type FaultCode, type FaultDetail } from './faults.ts';
import type { OnProgress, ReadName, Reads } from './reads.ts';

/** A thread that reads beside the writer, so that screens never wait for a write or a job. */
export interface Reader {
  ask<N extends ReadName>(name: N, input: Reads[N]['input'], onProgress?: OnProgress): Promise<Reads[N]['answer']>;
  /** Ends the thread at once; open questions are answered `cancelled`. */
  close(): Promise<void>;
}

interface Reply {
  id: number;
  answer?: unknown;
  done?: number;
  total?: number;
  fault?: { code: FaultCode; message: string; detail: FaultDetail } | null;
  stack?: string | null;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: unknown): void;
  onProgress: OnProgress | undefined;
}

function workerUrl(): URL {
  const built = new URL('./reader-worker.js', import.meta.url);
  return existsSync(built) ? built : new URL('./reader-worker.ts', import.meta.url);
}

/** Starts a reading thread on a database file. `key` is the raw database key; the thread keeps its own copy. */
export function startReader({ file, key }: { file: string; key: Buffer }): Reader {
  const worker = new Worker(workerUrl(), { workerData: { file, key: new Uint8Array(key) } });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  const failAll = (error: unknown) => {
    for (const one of waiting.values()) one.reject(error);
    waiting.clear();
  };
  worker.on('message', (reply: Reply) => settle(waiting, reply));
  worker.on('error', failAll);
  worker.on('exit', () => failAll(new Fault('cancelled', 'The reading was stopped.')));
  worker.unref();
  return {
    ask: (name, input, onProgress) =>
      new Promise((resolve, reject) => {
        const id = ++next;
        waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject, onProgress });
        worker.postMessage({ id, name, input });
      }),
    async close() {
      await worker.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  const one = waiting.get(reply.id);
  if (!one) return;
  if (reply.done !== undefined) {
    one.onProgress?.(reply.done, reply.total ?? 0);
    return;
  }
  waiting.delete(reply.id);
  if ('answer' in reply) one.resolve(reply.answer);
  else if (reply.fault) one.reject(new Fault(reply.fault.code, reply.fault.message, reply.fault.detail));
  else one.reject(new Error(reply.stack ?? 'a read failed'));
}
