import type { MessagePort } from 'node:worker_threads';
import type { BrowserContext, Page } from 'playwright-core';
import type { ShellAddresses } from '../addresses.ts';
import { portClosed, portGiven } from '../contract/limits.ts';
import type { PickFiles, ShellEvent } from '../contract.ts';
import type { WindowRequestHandler } from '../window-requests.ts';
import { openPagePipe, type PagePipe } from './page-pipe.ts';
import type { PageMessage, ShellMessage } from './page-script.ts';

export interface BridgeOptions {
  addresses: ShellAddresses;
  /** A new port to the engine. */
  connect(): MessagePort;
  /** A new handler for each load of the page. */
  newRequests(): WindowRequestHandler;
  /** Somebody touched the keyboard or the mouse. */
  onActive(): void;
}

/** The shell's half of the bridge between the page and the engine. */
export interface Bridge {
  tell(event: ShellEvent): void;
  /** Opens the browser's file dialog; answers the paths chosen, none when it is closed or the page reloads. */
  pickPaths(request: PickFiles): Promise<string[]>;
  close(): void;
}

/** Joins the page to the engine. Call it before the page's first navigation. */
export async function openBridge(context: BrowserContext, page: Page, options: BridgeOptions): Promise<Bridge> {
  const names = {
    origin: options.addresses.app,
    send: 'nivaranSend',
    receive: 'nivaranReceive',
    takeFiles: 'nivaranTakeFiles',
    portGiven,
    portClosed,
  };
  const desk = new DocumentDesk(options, (): PagePipe => pipe);
  const pipe = await openPagePipe(context, page, names, (message) => desk.receive(message));
  return {
    tell: (event) => pipe.send({ type: 'event', event: JSON.stringify(event) }),
    pickPaths: (request) => desk.pickPaths(request),
    close: () => desk.clear(),
  };
}

/** Serves one load of the page after the other: a new load ends what the one before had open. */
class DocumentDesk {
  private readonly options: BridgeOptions;
  private readonly pipe: () => PagePipe;
  private readonly ports = new Map<number, MessagePort>();
  private readonly picks = new Map<number, (paths: string[]) => void>();
  private document = '';
  private lastPick = 0;
  private requests: WindowRequestHandler;

  constructor(options: BridgeOptions, pipe: () => PagePipe) {
    this.options = options;
    this.pipe = pipe;
    this.requests = options.newRequests();
  }

  receive(message: PageMessage): void {
    if (message.type === 'hello') {
      this.clear();
      this.document = message.document;
      this.requests = this.options.newRequests();
    } else if (message.document === this.document) this.take(message);
  }

  pickPaths(request: PickFiles): Promise<string[]> {
    return new Promise((resolve) => {
      this.lastPick += 1;
      this.picks.set(this.lastPick, resolve);
      this.pipe().send({ type: 'pick', id: this.lastPick, request });
    });
  }

  clear(): void {
    for (const port of this.ports.values()) port.close();
    this.ports.clear();
    for (const resolve of this.picks.values()) resolve([]);
    this.picks.clear();
  }

  private take(message: PageMessage): void {
    if (message.type === 'port') this.ports.get(message.port)?.postMessage(decode(message));
    else if (message.type === 'open-port') this.openPort(message.port);
    else if (message.type === 'active') this.options.onActive();
    else if (message.type === 'request') void this.answer(message.id, this.requests(message.name, readInput(message)));
    else if (message.type === 'offer-files') void this.answer(message.id, this.offer(message.stash));
    else if (message.type === 'picked') void this.settlePick(message.id, message.stash);
  }

  private openPort(id: number): void {
    const port = this.options.connect();
    this.ports.set(id, port);
    const send = (message: ShellMessage) => this.pipe().send(message);
    port.on('message', (data: string | Uint8Array) => send({ type: 'port', port: id, ...encode(data) }));
    port.once('close', () => {
      if (this.ports.get(id) !== port) return;
      this.ports.delete(id);
      send({ type: 'close-port', port: id });
    });
  }

  private async answer(id: number, text: Promise<string>): Promise<void> {
    this.pipe().send({ type: 'answer', id, text: await text });
  }

  private async offer(stash: number): Promise<string> {
    return this.requests('offerPaths', { paths: await this.pipe().takePaths(stash) });
  }

  private async settlePick(id: number, stash: number): Promise<void> {
    const resolve = this.picks.get(id);
    this.picks.delete(id);
    resolve?.(await this.pipe().takePaths(stash));
  }
}

function readInput({ name, input, base64 }: { name: string; input: Record<string, unknown>; base64?: string }): unknown {
  // The page cannot name paths itself: those come by the browser's own account of its files.
  if (name === 'offerPaths') return null;
  return base64 === undefined ? input : { ...input, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
}

function encode(data: string | Uint8Array): { text: string } | { base64: string } {
  return typeof data === 'string' ? { text: data } : { base64: Buffer.from(data).toString('base64') };
}

function decode({ text, base64 }: { text?: string; base64?: string }): string | Uint8Array {
  return text ?? new Uint8Array(Buffer.from(base64 ?? '', 'base64'));
}
