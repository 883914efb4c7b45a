import { type ClientContext, type ClientLink, createORPCClient, type NestedClient } from '@orpc/client';
import { RPCLink, type SupportedMessagePort } from '@orpc/client/message-port';
import { portClosed } from '../../src-main/shell/contract/limits.ts';
import { EngineGone } from './errors.ts';
import { requestPort } from './port.ts';
import { withStepUp } from './step-up.ts';

interface OpenLink {
  link: RPCLink<ClientContext>;
  isClosed(): boolean;
}

/**
 * A client whose calls wait for the engine's port. `T` is the type of the whole client, from a contract.
 * When the engine stops, every open call rejects and so does every later one: no call waits for ever.
 */
export function createClientOn<T extends NestedClient<ClientContext>>(port: Promise<MessagePort>): T {
  const opened = port.then(openLink);
  const waiting: ClientLink<ClientContext> = {
    async call(path, input, options) {
      const { link, isClosed } = await opened;
      if (isClosed()) throw new EngineGone();
      return withStepUp(() => link.call(path, input, options));
    },
  };
  return createORPCClient(waiting) as T;
}

/** The same, on a port of its own from the shell. */
export function createShellClient<T extends NestedClient<ClientContext>>(): T {
  return createClientOn<T>(requestPort());
}

/** The port as oRPC sees it: the shell's last word becomes the close event that browsers do not send. */
function openLink(port: MessagePort): OpenLink {
  const closers: (() => void)[] = [];
  let isClosed = false;
  const addEventListener = (type: string, listener: (event: { data?: unknown }) => void) => {
    if (type === 'close') closers.push(() => listener({}));
    else if (type === 'message') port.addEventListener('message', (event) => event.data !== portClosed && listener(event));
  };
  port.addEventListener('message', ({ data }) => {
    if (data !== portClosed) return;
    isClosed = true;
    for (const close of closers) close();
  });
  const seen = { addEventListener, postMessage: (data: unknown) => port.postMessage(data) };
  const link = new RPCLink<ClientContext>({ port: seen as unknown as SupportedMessagePort });
  port.start();
  return { link, isClosed: () => isClosed };
}
