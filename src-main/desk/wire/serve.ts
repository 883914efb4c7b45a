import { ORPCError } from '@orpc/client';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { AnyRouter, ProcedureClientInterceptorOptions } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { Port } from '../../shell/contract/line.ts';
import { Fault } from '../faults.ts';
import { guardStream, toWireError } from './faults.ts';
import type { EngineHost } from './host.ts';

/** What every operation knows about its caller. */
export interface CallContext {
  /** `window-1`, `window-2`, …: a new one for each load of the page. */
  window: string;
}

/** Serves a router on ports. */
export interface PortServer {
  serve(port: Port, context: CallContext): void;
}

/**
 * Makes a server of a router. Every call is answered: with its result, a declared fault, the fields
 * of a wrong input, or an incident. A message that is no call is dropped and logged, and never
 * reaches the router.
 */
export function createPortServer(router: AnyRouter, host: Pick<EngineHost, 'log' | 'ids'>): PortServer {
  const newIncident = () => host.ids.id(8);
  const handler = new RPCHandler<CallContext>(router, {
    clientInterceptors: [
      async (
        options: ProcedureClientInterceptorOptions<CallContext, Record<never, never>, Record<never, never>> & { next(): Promise<unknown> },
      ) => {
        const context = { log: host.log, operation: options.path.join('.'), newIncident };
        try {
          const output = await options.next();
          return isStream(output) ? guardStream(output, context) : output;
        } catch (error) {
          throw toWireError(error, context);
        }
      },
    ],
    interceptors: [
      async (options) => {
        const operation = options.request.url.pathname.slice(1).replaceAll('/', '.').slice(0, 100);
        // What is thrown here and is no answer yet went wrong before or after the operation: its input or output cannot be coded.
        const result = await options.next().catch((error: unknown) => {
          throw error instanceof ORPCError ? error : toWireError(error, { log: host.log, operation, newIncident });
        });
        if (!result.matched) throw notFound(operation);
        return result;
      },
    ],
  });
  return {
    serve(port, context) {
      handler.upgrade(
        callsOnly(port, () => host.log.info('message refused', { window: context.window })),
        { context },
      );
    },
  };
}

function notFound(operation: string): ORPCError<string, unknown> {
  const fault = new Fault('not-found', `The engine knows no operation "${operation}".`);
  return new ORPCError(fault.code, { status: 400, message: fault.message, data: fault.detail });
}

function isStream(output: unknown): output is AsyncIterator<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output && 'next' in output;
}

/**
 * The port as oRPC sees it: only messages in its own encoding pass. oRPC drops the promise of a
 * message it cannot read, and a dropped rejection would end the worker.
 */
function callsOnly(port: Port, refused: () => void) {
  const addEventListener = (type: string, listener: (event: { data?: unknown }) => void) => {
    if (type === 'close') port.on('close', () => listener({}));
    else if (type === 'message') port.on('message', (data: unknown) => (isCall(data) ? listener({ data }) : refused()));
  };
  const postMessage = (data: unknown) => port.postMessage(data);
  return { addEventListener, postMessage } as unknown as SupportedMessagePort;
}

const jsonEnd = 255;

/** Whether a message is a call, a piece of a stream, or the end of one, as @orpc/standard-server-peer writes them. */
export function isCall(data: unknown): data is string | Uint8Array {
  if (data instanceof Uint8Array) {
    const end = data.indexOf(jsonEnd);
    return isCall(new TextDecoder().decode(end === -1 ? data : data.subarray(0, end)));
  }
  if (typeof data !== 'string') return false;
  const message = parse(data);
  if (typeof message !== 'object' || message === null || !('i' in message) || typeof message.i !== 'string') return false;
  const { t = 1, p } = message as { t?: unknown; p?: unknown };
  if (t === 4) return true;
  if (typeof p !== 'object' || p === null) return false;
  return t === 3 || (t === 1 && isRequest(p));
}

function isRequest(payload: object): boolean {
  const { u, h = {}, m = 'POST' } = payload as { u?: unknown; h?: unknown; m?: unknown };
  return (
    typeof u === 'string' && u.startsWith('/') && URL.canParse(`http://orpc${u}`) && typeof h === 'object' && h !== null && m === 'POST'
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
