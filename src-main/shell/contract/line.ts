import { Fault, type FaultCode, type FaultDetail } from '../../desk/faults.ts';

/** A message port as a line needs it: one of node:worker_threads. */
export interface Port {
  on(event: string, listener: (message: unknown) => void): unknown;
  postMessage(message: unknown, transfer?: readonly unknown[]): void;
  close(): void;
}

/** Names of questions with what they take and give. */
export type Questions = Record<string, { input: unknown; output: unknown }>;

export type Answers<Q extends Questions> = {
  [K in keyof Q]: (input: Q[K]['input']) => Q[K]['output'] | Sent<Q[K]['output']> | Promise<Q[K]['output'] | Sent<Q[K]['output']>>;
};

/** An answer that gives away ports or buffers. */
export class Sent<T> {
  readonly value: T;
  readonly transfer: unknown[];
  constructor(value: T, transfer: unknown[]) {
    this.value = value;
    this.transfer = transfer;
  }
}

type Message =
  | { id: number; ask: string; input: unknown }
  | { id: number; ok: unknown }
  | { id: number; fault: { code: FaultCode; message: string; detail: FaultDetail } };

interface Pending {
  resolve(value: unknown): void;
  reject(reason: Fault): void;
}

export interface Line<Q extends Questions> {
  /** Asks the other side; rejects with its fault, or with `cancelled` when the line closes first. */
  ask<K extends keyof Q & string>(name: K, input: Q[K]['input'], transfer?: unknown[]): Promise<Q[K]['output']>;
  close(): void;
}

/**
 * A line between the engine and its shell: both sides ask, every question is answered exactly once.
 * Errors that are no faults cross as `unexpected` without their text, which may hold anything.
 */
export function openLine<Mine extends Questions, Theirs extends Questions>(port: Port, answers: Answers<Theirs>): Line<Mine> {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let isClosed = false;
  port.on('message', (data) => {
    const message = data as Message;
    if ('ask' in message) void answer(port, answers as Answers<Questions>, message);
    else settle(pending, message);
  });
  port.on('close', () => {
    isClosed = true;
    for (const { reject } of pending.values()) reject(gone());
    pending.clear();
  });
  return {
    ask(name, input, transfer = []) {
      return new Promise((resolve, reject) => {
        if (isClosed) return reject(gone());
        lastId += 1;
        pending.set(lastId, { resolve: resolve as Pending['resolve'], reject });
        port.postMessage({ id: lastId, ask: name, input }, transfer);
      });
    },
    close: () => port.close(),
  };
}

function gone(): Fault {
  return new Fault('cancelled', 'The other side has gone before it answered.');
}

function settle(pending: Map<number, Pending>, message: Exclude<Message, { ask: string }>): void {
  const asked = pending.get(message.id);
  pending.delete(message.id);
  if ('ok' in message) asked?.resolve(message.ok);
  else asked?.reject(new Fault(message.fault.code, message.fault.message, message.fault.detail));
}

async function answer(port: Port, answers: Answers<Questions>, { id, ask, input }: { id: number; ask: string; input: unknown }) {
  try {
    if (!Object.hasOwn(answers, ask)) throw new Fault('not-found', `The shell line knows no question "${ask}".`);
    const value = await answers[ask]?.(input);
    if (value instanceof Sent) port.postMessage({ id, ok: value.value }, value.transfer);
    else port.postMessage({ id, ok: value });
  } catch (error) {
    port.postMessage({ id, fault: faultText(error) });
  }
}

function faultText(error: unknown): { code: FaultCode; message: string; detail: FaultDetail } {
  if (error instanceof Fault) return { code: error.code, message: error.message, detail: error.detail };
  return { code: 'unexpected', message: 'The other side failed in a way nobody foresaw.', detail: {} };
}
