import type { App, Event, Session, WebContents } from 'electron';
import { isWithin, mayNavigate, type ShellAddresses } from '../addresses.ts';
import type { Pages } from '../pages.ts';

/** Refuses everything a session could be asked for, and serves the window's own pages. */
export function guardSession(session: Session, addresses: ShellAddresses, pages: Pages): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.on('select-hid-device', (event, _details, choose) => refuseDevice(event, choose));
  session.on('select-usb-device', (event, _details, choose) => refuseDevice(event, choose));
  session.on('select-serial-port', (event, _ports, _contents, choose) => refuseDevice(event, choose));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isServed(url, addresses) }));
  for (const origin of [addresses.app, addresses.frame]) {
    session.protocol.handle(new URL(origin).protocol.slice(0, -1), (request) => answerRequest(pages, request));
  }
}

/** Sends whatever might still slip out to a port where nobody listens. */
export function closeNetwork(session: Session): Promise<void> {
  return session.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

function refuseDevice(event: Event, choose: (id: string) => void): void {
  event.preventDefault();
  choose('');
}

function isServed(url: string, addresses: ShellAddresses): boolean {
  // Pictures made in the page, and the browser's own tools, are not requests to anywhere.
  return isWithin(url, addresses.app) || isWithin(url, addresses.frame) || /^(?:blob|data|devtools):/.test(url);
}

async function answerRequest(pages: Pages, request: Request): Promise<Response> {
  const answer = await pages(request.url, request.method);
  if (answer === null) return Response.error();
  return new Response(Buffer.from(answer.body), { status: answer.status, headers: answer.headers });
}

/** Keeps every page where it is: no navigation, no window, no webview, whichever contents these are. */
export function guardContents(contents: WebContents, addresses: ShellAddresses): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, addresses, true)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, addresses, event.isMainFrame)) event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, choose) => refuseDevice(event, choose));
  contents.on('login', (event) => event.preventDefault());
}

/** Guards all contents there will ever be, and refuses what the app itself can be asked. */
export function guardApp(app: App, addresses: ShellAddresses): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, addresses));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  app.on('select-client-certificate', (event) => event.preventDefault());
  app.on('open-url', (event) => event.preventDefault());
}
