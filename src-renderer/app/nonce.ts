import { setNonce } from 'get-nonce';

/** The nonce of this load, which the shell wrote into the page; the style elements made at run time carry it. */
export function readNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"], meta[name="csp-nonce"]');
  return meta?.nonce || meta?.content || '';
}

/** The scroll lock behind dialogs makes its own style element and asks get-nonce. */
export function installNonce(): void {
  setNonce(readNonce());
}
