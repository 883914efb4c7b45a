import { parentPort, workerData } from 'node:worker_threads';
import type { AnyRouter } from '@orpc/server';
import type { Port } from '../../shell/contract/line.ts';
import type { EngineWorkerData, FromEngine, ToEngine } from '../../shell/contract/questions.ts';
import { createHost, type EngineHost } from './host.ts';
import { openEngineLog } from './log.ts';
import { type CallContext, createPortServer, type PortServer } from './serve.ts';

/** The engine as its transport knows it. */
export interface EngineParts {
  /** The implemented contract. */
  router: AnyRouter;
  /** Puts everything in order before the thread ends: finishes writes, closes databases, forgets keys. */
  stop?(): void | Promise<void>;
}

export type CreateRouter = (host: EngineHost) => EngineParts | Promise<EngineParts>;

/**
 * Runs the engine inside its worker: builds the services, serves each port the shell sends, and ends
 * the thread when told to. Ports that arrive early wait; nothing is lost.
 */
export function runEngine(createRouter: CreateRouter): void {
  if (parentPort === null) throw new Error('The engine runs as a worker thread.');
  const control = parentPort;
  const { options, shellPort } = workerData as EngineWorkerData;
  const log = openEngineLog(options.dataDir);
  const host = createHost(options, shellPort, log);
  const tell = (message: FromEngine) => control.postMessage(message);
  const parts = Promise.resolve().then(() => createRouter(host));
  const server = parts.then(({ router }) => createPortServer(router, host));

  process.on('unhandledRejection', (error) => log.incident(host.ids.id(8), 'background', error));
  server.then(
    () => {
      log.info('engine ready', { shell: options.shell, version: options.version });
      tell({ type: 'ready' });
    },
    (error: unknown) => {
      const incident = host.ids.id(8);
      log.incident(incident, 'start', error);
      tell({ type: 'failed', incident });
      process.exitCode = 1;
      end(control, shellPort);
    },
  );
  control.on('message', (message: ToEngine) => {
    if (message.type === 'connect') void serveWhenReady(server, message.port, { window: message.window });
    else void parts.then((built) => built.stop?.()).finally(() => end(control, shellPort));
  });
}

async function serveWhenReady(server: Promise<PortServer>, port: Port, context: CallContext): Promise<void> {
  try {
    (await server).serve(port, context);
  } catch {
    // The failure itself is told once, by the start; this window's calls end with its port.
    port.close();
  }
}

/** Lets the messages already posted go out, then ends the thread whatever it still holds. */
function end(control: Port, shellPort: Port | null): void {
  control.close();
  shellPort?.close();
  setImmediate(() => process.exit());
}
