import type { MessagePort } from 'node:worker_threads';
import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain, WebContents } from 'electron';
import type { ShellAddresses } from '../addresses.ts';
import { channels, portClosed } from '../contract/limits.ts';
import type { WindowRequestHandler } from '../window-requests.ts';
import type { ElectronParts } from './parts.ts';

export interface MessageOptions {
  addresses: ShellAddresses;
  /** The contents of the open window, or null. */
  ownContents(): WebContents | null;
  /** A new port to the engine. */
  connect(): MessagePort;
  newRequests(): WindowRequestHandler;
}

const refused = JSON.stringify({ ok: false, code: 'not-allowed', message: 'Only the window’s own page may speak to the shell.' });

/**
 * Takes the window's messages: its port to the engine, and its requests to the shell. Each load of the
 * page starts anew: the port of the load before is closed and its half-sent files are forgotten.
 */
export function takeMessages(electron: Pick<ElectronParts, 'ipcMain'>, options: MessageOptions): { clear(): void } {
  let requests = options.newRequests();
  let close = () => {};
  const isOwn = (event: IpcMainEvent | IpcMainInvokeEvent) => isOwnSender(event, options.ownContents(), options.addresses);

  electron.ipcMain.on(channels.port, (event) => {
    const port = event.ports[0];
    if (port === undefined) return;
    if (!isOwn(event)) return port.close();
    close();
    requests = options.newRequests();
    close = joinPorts(port, options.connect());
  });
  electron.ipcMain.handle(channels.request, (event, name: unknown, input: unknown) =>
    isOwn(event) && typeof name === 'string' ? requests(name, input) : refused,
  );
  return { clear: () => close() };
}

/** Whether a message comes from the top frame of our own window, showing our own page. */
export function isOwnSender(event: IpcMainEvent | IpcMainInvokeEvent, own: WebContents | null, addresses: ShellAddresses): boolean {
  const frame = event.senderFrame;
  if (own === null || event.sender !== own || frame === null) return false;
  return frame.parent === null && frame.origin === addresses.app;
}

/** Passes messages both ways: Electron's ports cannot be sent to a worker thread, Node's cannot be sent to a page. */
function joinPorts(page: MessagePortMain, engine: MessagePort): () => void {
  const close = () => {
    page.close();
    engine.close();
  };
  page.on('message', ({ data }) => {
    if (typeof data === 'string' || data instanceof Uint8Array) engine.postMessage(data);
    else if (data instanceof ArrayBuffer) engine.postMessage(new Uint8Array(data));
  });
  page.on('close', () => engine.close());
  engine.on('message', (data: unknown) => page.postMessage(data));
  engine.once('close', () => {
    page.postMessage(portClosed);
    page.close();
  });
  page.start();
  return close;
}
