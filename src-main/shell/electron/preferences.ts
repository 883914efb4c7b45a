import type { Session, WebPreferences } from 'electron';

/**
 * The one set of web preferences any window has. Nothing is ever spread into it: a preference that came
 * from data would be a way out of the sandbox.
 */
export function windowPreferences(preload: string, session: Session, isPackaged: boolean): Readonly<WebPreferences> {
  return Object.freeze({
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    webgl: false,
    autoplayPolicy: 'document-user-activation-required',
    devTools: !isPackaged,
  });
}
