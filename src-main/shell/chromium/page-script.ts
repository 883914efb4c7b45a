import type { ShellBridge } from '../contract/bridge.ts';
import type { PickFiles } from '../contract.ts';

/** Names under which the two halves of the bridge find each other inside the page. */
export interface PageNames {
  origin: string;
  /** The page calls this with the JSON text of a `PageMessage`. */
  send: string;
  /** The shell calls this with the JSON text of an array of `ShellMessage`s. */
  receive: string;
  /** The shell takes an array of File objects from here, by its stash number. */
  takeFiles: string;
  /** Message that hands the port to the page's own code. */
  portGiven: string;
  /** The last message on such a port. */
  portClosed: string;
}

/** From the page to the shell. `document` names one load of the page. */
export type PageMessage = { document: string } & (
  | { type: 'hello' }
  | { type: 'active' }
  | { type: 'open-port'; port: number }
  | { type: 'port'; port: number; text?: string; base64?: string }
  | { type: 'request'; id: number; name: string; input: Record<string, unknown>; base64?: string }
  | { type: 'offer-files'; id: number; stash: number }
  | { type: 'picked'; id: number; stash: number }
);

/** From the shell to the page. */
export type ShellMessage =
  | { type: 'port'; port: number; text?: string; base64?: string }
  | { type: 'close-port'; port: number }
  | { type: 'answer'; id: number; text: string }
  | { type: 'pick'; id: number; request: PickFiles }
  | { type: 'event'; event: string };

type Unsent = PageMessage extends infer M ? (M extends PageMessage ? Omit<M, 'document'> : never) : never;

// What follows runs in the page, before its own scripts, and goes there as the text of these functions:
// they may use each other and what the browser has, nothing else of this program.

interface Talk {
  send(message: Unsent): void;
  /** Sends a question with a new number; resolves with the text of its answer. */
  ask(question: (id: number) => Unsent): Promise<string>;
  answered(id: number, text: string): void;
  /** A number not used before in this document. */
  next(): number;
}

function pageTalk(sendName: string): Talk {
  const documentId = crypto.randomUUID();
  const post = (window as unknown as Record<string, (text: string) => void>)[sendName];
  const answers = new Map<number, (text: string) => void>();
  let last = 0;
  const next = () => {
    last += 1;
    return last;
  };
  const send = (message: Unsent) => post?.(JSON.stringify({ document: documentId, ...message }));
  return {
    send,
    next,
    ask: (question) =>
      new Promise((resolve) => {
        const id = next();
        answers.set(id, resolve);
        send(question(id));
      }),
    answered(id, text) {
      answers.get(id)?.(text);
      answers.delete(id);
    },
  };
}

function pageBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function pageBytes(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** The page's ends of its ports to the engine. */
function pagePorts(talk: Talk, names: PageNames) {
  const ports = new Map<number, MessagePort>();
  return {
    open() {
      const { port1, port2 } = new MessageChannel();
      const port = talk.next();
      ports.set(port, port1);
      talk.send({ type: 'open-port', port });
      port1.onmessage = ({ data }) => {
        const content = typeof data === 'string' ? { text: data } : { base64: pageBase64(new Uint8Array(data)) };
        talk.send({ type: 'port', port, ...content });
      };
      window.postMessage(names.portGiven, names.origin, [port2]);
    },
    take({ port, text, base64 }: { port: number; text?: string; base64?: string }) {
      ports.get(port)?.postMessage(text ?? pageBytes(base64 ?? ''));
    },
    close(port: number) {
      ports.get(port)?.postMessage(names.portClosed);
      ports.get(port)?.close();
      ports.delete(port);
    },
  };
}

/** Files set aside until the shell has asked the browser where they are. */
function pageFiles(talk: Talk) {
  const stashes = new Map<number, File[]>();
  const stash = (files: Iterable<File>): number => {
    const number = talk.next();
    stashes.set(number, [...files]);
    return number;
  };
  return {
    stash,
    take(number: number): File[] {
      const files = stashes.get(number) ?? [];
      stashes.delete(number);
      return files;
    },
    pick(id: number, { filters, many }: PickFiles) {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = many;
      input.accept = filters.flatMap((filter) => filter.extensions.map((extension) => `.${extension}`)).join(',');
      input.oncancel = () => talk.send({ type: 'picked', id, stash: stash([]) });
      input.onchange = () => talk.send({ type: 'picked', id, stash: stash(input.files ?? []) });
      input.click();
    },
  };
}

function pageBridge(talk: Talk, files: ReturnType<typeof pageFiles>, openPort: () => void) {
  const listeners: ((event: string) => void)[] = [];
  const request = (name: string, input: Record<string, unknown>, bytes?: Uint8Array) =>
    talk.ask((id) => ({ type: 'request', id, name, input, ...(bytes === undefined ? {} : { base64: pageBase64(bytes) }) }));
  const bridge: ShellBridge<File> = {
    kind: 'chromium',
    requestPort: openPort,
    offerFiles: (offered) => talk.ask((id) => ({ type: 'offer-files', id, stash: files.stash(offered) })),
    beginFile: (name, sizeBytes) => request('beginFile', { name, sizeBytes }),
    addBytes: (upload, bytes) => request('addBytes', { upload }, bytes),
    endFile: (upload) => request('endFile', { upload }),
    onEvent: (listener) => void listeners.push(listener),
  };
  return { bridge: Object.freeze(bridge), listeners };
}

/** Tells at most every five seconds that somebody is there. */
function pageActivity(talk: Talk): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = () => {
    if (performance.now() - toldAt < 5_000) return;
    toldAt = performance.now();
    talk.send({ type: 'active' });
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel']) addEventListener(type, tell, { passive: true, capture: true });
}

/** The shell aborts every foreign request; this also keeps addresses like mailto: from starting another program. */
function pageStays(origin: string): void {
  Object.defineProperty(window, 'open', { value: () => null });
  (window as unknown as { navigation: EventTarget }).navigation.addEventListener('navigate', (event) => {
    const { destination } = event as unknown as { destination: { url: string } };
    const to = new URL(destination.url);
    if (`${to.protocol}//${to.host}` !== origin || to.username !== '') event.preventDefault();
  });
}

/** Makes `window.nivaran` in the window's own page and does nothing in any other document. */
function pageStart(names: PageNames): void {
  if (window !== window.top || location.origin !== names.origin) return;
  const talk = pageTalk(names.send);
  const ports = pagePorts(talk, names);
  const files = pageFiles(talk);
  const { bridge, listeners } = pageBridge(talk, files, ports.open);
  const take = (message: ShellMessage) => {
    if (message.type === 'port') ports.take(message);
    else if (message.type === 'answer') talk.answered(message.id, message.text);
    else if (message.type === 'close-port') ports.close(message.port);
    else if (message.type === 'pick') files.pick(message.id, message.request);
    else for (const listener of listeners) listener(message.event);
  };
  const receive = (text: string) => {
    for (const message of JSON.parse(text) as ShellMessage[]) take(message);
  };
  Object.defineProperty(window, 'nivaran', { value: bridge });
  Object.defineProperty(window, names.receive, { value: receive });
  Object.defineProperty(window, names.takeFiles, { value: files.take });
  pageActivity(talk);
  pageStays(names.origin);
  talk.send({ type: 'hello' });
}

/** The page's half of the bridge as one script. */
export function pageScript(names: PageNames): string {
  const parts = [pageTalk, pageBase64, pageBytes, pagePorts, pageFiles, pageBridge, pageActivity, pageStays, pageStart];
  return `(() => {\n${parts.map(String).join('\n')}\n${pageStart.name}(${JSON.stringify(names)});\n})();`;
}
