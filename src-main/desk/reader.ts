import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Fault, type FaultCode, type FaultDetail } from './faults.ts';
import type { OnProgress, ReadName, Reads } from './reads.ts';

/** A thread that reads beside the writer, so that screens never wait for a write or a job. */
export interface Reader {
  ask<N extends ReadName>(name: N, input: Reads[N]['input'], onProgress?: OnProgress): Promise<Reads[N]['answer']>;
  /** Ends the thread at once; open questions are answered `cancelled`. */
  close(): Promise<void>;
  /** Ends the thread once every question asked until now is answered. */
  finish(): Promise<void>;
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

/** One life of the thread. Once it has ended, whatever was asked of it is answered with why. */
interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
  isAlive: boolean;
}

function startThread(file: string, key: Uint8Array): Thread {
  const thread: Thread = { worker: new Worker(workerUrl(), { workerData: { file, key } }), waiting: new Map(), isAlive: true };
  const end = (error: unknown) => {
    thread.isAlive = false;
    for (const one of thread.waiting.values()) one.reject(error);
    thread.waiting.clear();
  };
  thread.worker.on('message', (reply: Reply) => settle(thread.waiting, reply));
  thread.worker.on('error', end);
  thread.worker.on('exit', () => end(stopped()));
  thread.worker.unref();
  return thread;
}

const stopped = () => new Fault('cancelled', 'The reading was stopped.');

/**
 * Starts a reading thread on a database file, and another whenever one has died. `key` is the raw database key, of which a
 * copy is kept until the reader is closed.
 */
export function startReader({ file, key }: { file: string; key: Buffer }): Reader {
  const ownKey = new Uint8Array(key);
  let thread = startThread(file, ownKey);
  let isClosed = false;
  let next = 0;
  const asked = new Set<Promise<unknown>>();
  const ask: Reader['ask'] = (name, input, onProgress) =>
    new Promise((resolve, reject) => {
      if (isClosed) throw stopped();
      if (!thread.isAlive) thread = startThread(file, ownKey);
      const id = ++next;
      thread.worker.postMessage({ id, name, input });
      thread.waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject, onProgress });
    });
  return {
    ask(name, input, onProgress) {
      const answer = ask(name, input, onProgress);
      asked.add(answer);
      const forget = () => asked.delete(answer);
      answer.then(forget, forget);
      return answer;
    },
    async finish() {
      await Promise.allSettled([...asked]);
      await this.close();
    },
    async close() {
      isClosed = true;
      ownKey.fill(0);
      await thread.worker.terminate();
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
