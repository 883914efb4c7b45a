import { existsSync } from 'node:fs';
import type { Child } from '../shell/contract/child.ts';
import { Fault } from './faults.ts';
import { abortedCode, startPoolChild } from './pool-child.ts';
import {
  type TaskInput,
  type TaskName,
  type TaskOutput,
  type TaskReply,
  type TaskRequest,
  taskTraits,
  workerMemoryMb,
} from './pool-tasks.ts';
import { resourcePath } from './resources.ts';

export interface PoolOptions {
  /** How many tasks run side by side; a worker is started when it is first needed. Default 2. */
  size?: number;
  /** The worker's script; default `pool-worker.js` or `pool-worker.ts`, whichever lies beside this file. */
  workerUrl?: URL;
  /** Starts the script as a process; Electron needs the shell's way, since its binary runs no scripts. */
  startChild?: (script: URL) => Child | Promise<Child>;
}

export interface RunOptions {
  timeLimitMs?: number;
  signal?: AbortSignal;
}

/** A few processes without keys that do pure work on what may be hostile. */
export interface Pool {
  /**
   * Runs one task. Faults: those of the task itself, with code and detail; `refused` with detail {task, reason} when
   * it takes more memory or time than it may, or its process ends; `cancelled` by the signal or by closing.
   */
  run<K extends TaskName>(task: K, input: TaskInput<K>, options?: RunOptions): Promise<TaskOutput<K>>;
  /** Ends all workers; what still runs or waits is rejected as `cancelled`. */
  close(): Promise<void>;
}

export function createPool(options: PoolOptions = {}): Pool {
  const pool = new WorkerPool(options);
  return { run: (task, input, runOptions) => pool.run(task, input, runOptions), close: () => pool.close() };
}

interface Job {
  id: number;
  task: TaskName;
  input: unknown;
  timeLimitMs: number;
  resolve(output: unknown): void;
  reject(reason: unknown): void;
}

/** A place for one worker, which may not have been started, or have been lost. */
interface Lane {
  child: Child | null;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

type Loss = 'memory' | 'time' | 'died';

class WorkerPool {
  readonly #lanes: Lane[];
  readonly #script: URL;
  readonly #startChild: (script: URL) => Child | Promise<Child>;
  readonly #waiting: Job[] = [];
  readonly #ending = new Set<Promise<unknown>>();
  #lastId = 0;
  #isClosed = false;

  constructor({ size = 2, workerUrl = workerBesideThis(), startChild = startHere }: PoolOptions) {
    this.#lanes = Array.from({ length: size }, () => ({ child: null, job: null, timer: undefined }));
    this.#script = workerUrl;
    this.#startChild = startChild;
  }

  run<K extends TaskName>(task: K, input: TaskInput<K>, { timeLimitMs, signal }: RunOptions = {}): Promise<TaskOutput<K>> {
    if (this.#isClosed || signal?.aborted) return Promise.reject(cancelled());
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#lastId += 1;
    const job: Job = { id: this.#lastId, task, input, timeLimitMs: timeLimitMs ?? taskTraits[task].timeLimitMs, resolve, reject };
    const abort = () => this.#abort(job);
    signal?.addEventListener('abort', abort, { once: true });
    this.#waiting.push(job);
    this.#advance();
    return promise.finally(() => signal?.removeEventListener('abort', abort)) as Promise<TaskOutput<K>>;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const job of this.#waiting.splice(0)) job.reject(cancelled());
    for (const lane of this.#lanes) {
      this.#retire(lane);
      this.#free(lane)?.reject(cancelled());
    }
    await Promise.all(this.#ending);
  }

  /** Gives waiting jobs to free lanes, those with a running worker first. */
  #advance(): void {
    while (this.#waiting.length > 0) {
      const free = this.#lanes.filter((lane) => lane.job === null);
      const lane = free.find(({ child }) => child !== null) ?? free[0];
      const job = lane && this.#waiting.shift();
      if (!lane || !job) return;
      lane.job = job;
      void this.#begin(lane, job);
    }
  }

  async #begin(lane: Lane, job: Job): Promise<void> {
    try {
      if (lane.child === null) await this.#start(lane);
      // Cancelled or closed while the process started.
      if (lane.job !== job || lane.child === null) return;
      lane.timer = setTimeout(() => this.#lose(lane, 'time'), job.timeLimitMs);
      lane.child.post({
        id: job.id,
        task: job.task,
        input: job.input as never,
        places: { fontsDir: resourcePath('fonts') },
      } satisfies TaskRequest);
    } catch (error) {
      if (lane.job !== job) return;
      this.#free(lane);
      job.reject(error);
      this.#advance();
    }
  }

  async #start(lane: Lane): Promise<void> {
    const child = await this.#startChild(this.#script);
    const ending = child.exited.then((code) => {
      this.#ending.delete(ending);
      if (lane.child === child) this.#lose(lane, code === abortedCode ? 'memory' : 'died');
    });
    this.#ending.add(ending);
    child.onMessage((message) => {
      if (lane.child === child) this.#settle(lane, message as TaskReply);
    });
    // A cancelled job may have left the lane to another, which started a worker too: one of them is enough.
    if (this.#isClosed || lane.child !== null || lane.job === null) child.kill();
    else lane.child = child;
  }

  #settle(lane: Lane, reply: TaskReply): void {
    if (lane.job?.id !== reply.id) return;
    const job = this.#free(lane);
    if ('output' in reply) job?.resolve(reply.output);
    else if ('fault' in reply) job?.reject(new Fault(reply.fault.code, reply.fault.message, reply.fault.detail));
    else job?.reject(bugOf(job.task, reply.error));
    this.#advance();
  }

  #lose(lane: Lane, loss: Loss): void {
    this.#retire(lane);
    const job = this.#free(lane);
    job?.reject(lost(job, loss));
    this.#advance();
  }

  #abort(job: Job): void {
    const index = this.#waiting.indexOf(job);
    if (index >= 0) this.#waiting.splice(index, 1);
    const lane = this.#lanes.find((one) => one.job === job);
    if (lane) {
      // Work in progress cannot be interrupted from outside, so its worker goes with it.
      this.#retire(lane);
      this.#free(lane);
    }
    job.reject(cancelled());
    this.#advance();
  }

  #free(lane: Lane): Job | null {
    clearTimeout(lane.timer);
    const { job } = lane;
    lane.job = null;
    return job;
  }

  #retire(lane: Lane): void {
    lane.child?.kill();
    lane.child = null;
  }
}

/** Beside the source lies the source, beside the bundle the bundle. */
function workerBesideThis(): URL {
  // A name in a variable keeps the bundler from taking the script for an asset of its own.
  const [built, source] = ['pool-worker.js', 'pool-worker.ts'].map((name) => new URL(name, import.meta.url)) as [URL, URL];
  return existsSync(built) ? built : source;
}

function startHere(script: URL): Child {
  if (process.versions.electron) throw new Error('In Electron the shell starts the workers of the pool: give createPool its startChild.');
  return startPoolChild(script);
}

function cancelled(): Fault {
  return new Fault('cancelled', 'The work was stopped before it was done.');
}

function lost({ task, timeLimitMs }: Job, reason: Loss): Fault {
  const { failure, unit } = taskTraits[task];
  const seconds = Math.ceil(timeLimitMs / 1000);
  const why = {
    memory: `it needs more memory than ${unit} may take (${workerMemoryMb} MB)`,
    time: `it needs more time than ${unit} may take (${seconds} ${seconds === 1 ? 'second' : 'seconds'})`,
    died: 'the process that worked on it ended',
  };
  return new Fault('refused', `${failure}: ${why[reason]}.`, { task, reason });
}

/** An error that is no fault is a bug; its own text may quote what was worked on and stays in the cause. */
function bugOf(task: TaskName, { name, message, stack }: { name: string; message: string; stack: string }): Error {
  const cause = Object.assign(new Error(message), { name, stack });
  return new Error(`A worker failed at the task "${task}" (${name}).`, { cause });
}
