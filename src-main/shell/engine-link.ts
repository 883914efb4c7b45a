import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { Fault } from '../desk/faults.ts';
import type { ChildMessage } from './contract/child.ts';
import { type Answers, type Line, openLine, type Port, Sent } from './contract/line.ts';
import type { EngineQuestions, EngineWorkerData, FromEngine, ShellQuestions, ToEngine } from './contract/questions.ts';
import type { EngineOptions } from './contract.ts';
import type { Shell } from './shell.ts';

/** How long an engine may take to put itself in order before its thread is ended. */
const stopWithinMs = 10_000;

export interface EngineLink {
  /** Gives a new window its port; the engine serves the other end. Starts the engine again if it had stopped. */
  connect(): MessagePort;
  /** Asks the engine; rejects with `cancelled` when it stops before answering. */
  ask: Line<ShellQuestions>['ask'];
  /** Resolves when the engine has built its services; rejects when it could not. */
  ready(): Promise<void>;
  /** Lets the engine finish, then ends its thread. */
  stop(): Promise<void>;
}

export interface EngineLinkOptions {
  /** The worker's script: `engine.js` beside the built entry. */
  script: URL;
  options: EngineOptions;
  shell: Shell;
}

/**
 * Keeps the engine's worker: starts it, answers what it asks of the shell, tells the windows when it
 * stops by itself, and starts a new one for the next window that asks.
 */
export function createEngineLink({ script, options, shell }: EngineLinkOptions): EngineLink {
  let windows = 0;
  let stopping = false;
  let running = start();

  function start(): RunningEngine {
    const engine = startWorker(script, options, answersOf(shell, script));
    engine.worker.once('exit', () => {
      engine.hasEnded = true;
      engine.line.close();
      for (const port of engine.ports) port.close();
      if (!stopping) shell.tellWindows({ type: 'engine-stopped' });
    });
    return engine;
  }

  return {
    connect() {
      if (running.hasEnded && !stopping) running = start();
      const { port1, port2 } = new MessageChannel();
      windows += 1;
      running.ports.add(port1);
      port1.once('close', () => running.ports.delete(port1));
      tell(running.worker, { type: 'connect', port: port2, from: 'window', window: `window-${windows}` }, [port2]);
      return port1;
    },
    ask: (name, input, transfer) => running.line.ask(name, input, transfer),
    ready: () => running.ready,
    async stop() {
      stopping = true;
      await stopWorker(running);
    },
  };
}

interface RunningEngine {
  worker: Worker;
  line: Line<ShellQuestions>;
  ports: Set<MessagePort>;
  ready: Promise<void>;
  hasEnded: boolean;
}

function startWorker(script: URL, options: EngineOptions, answers: Answers<EngineQuestions>): RunningEngine {
  const { port1, port2 } = new MessageChannel();
  const workerData: EngineWorkerData = { options, shellPort: port2 };
  const worker = new Worker(script, { workerData, transferList: [port2], name: 'engine' });
  worker.on('error', (error) => process.stderr.write(`The engine stopped: ${error.name}.\n`));
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromEngine) => {
      if (message.type === 'ready') resolve();
      else reject(new Fault('unexpected', `The engine could not start. Incident ${message.incident}.`, { incident: message.incident }));
    });
    worker.once('exit', () => reject(new Fault('unexpected', 'The engine stopped before it was ready.')));
  });
  ready.catch(() => {});
  return { worker, line: openLine<ShellQuestions, EngineQuestions>(port1, answers), ports: new Set(), ready, hasEnded: false };
}

function tell(worker: Worker, message: ToEngine, transfer: MessagePort[] = []): void {
  worker.postMessage(message, transfer);
}

async function stopWorker(engine: RunningEngine): Promise<void> {
  if (engine.hasEnded) return;
  tell(engine.worker, { type: 'stop' });
  const timer = setTimeout(() => void engine.worker.terminate(), stopWithinMs);
  await once(engine.worker, 'exit');
  clearTimeout(timer);
}

function answersOf(shell: Shell, engineScript: URL): Answers<EngineQuestions> {
  return {
    pickFiles: (request) => shell.pickFiles(request),
    pickSavePath: (suggestedName) => shell.pickSavePath(suggestedName),
    notify: (notice) => shell.notify(notice).then(() => null),
    setBadge: (count) => shell.setBadge(count).then(() => null),
    openWindow: () => shell.openWindow().then(() => null),
    startChild: ({ script }) => startChild(shell, new URL(script), engineScript),
  };
}

function startChild(shell: Shell, script: URL, engineScript: URL): Sent<Port> {
  // Only scripts shipped beside the engine: the engine's word alone must not start a program.
  const home = fileURLToPath(new URL('.', engineScript));
  if (script.protocol !== 'file:' || !fileURLToPath(script).startsWith(home)) {
    throw new Fault('not-allowed', 'Only the desk’s own scripts can be started.');
  }
  if (shell.startChild === null) throw new Fault('refused', 'This shell starts no processes; the engine does it itself.');
  const child = shell.startChild(script);
  const { port1, port2 } = new MessageChannel();
  const send = (message: ChildMessage) => port1.postMessage(message);
  port1.on('message', (message: ChildMessage) => {
    if ('kill' in message) child.kill();
    else if ('message' in message) child.post(message.message);
  });
  port1.once('close', () => child.kill());
  child.onMessage((message) => send({ message }));
  void child.exited.then((exit) => {
    send({ exit });
    port1.close();
  });
  return new Sent(port2, [port2]);
}
