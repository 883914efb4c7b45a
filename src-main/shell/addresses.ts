/** The two origins of a shell. The hosts end in `.invalid` (RFC 6761) or belong to a private scheme: neither can be reached by network. */
export interface ShellAddresses {
  /** Origin of the window's own pages, without a trailing slash. */
  app: string;
  /** Origin of mail frames. */
  frame: string;
  /** The mail frames' source in the content security policy. */
  frameSource: string;
}

export const electronAddresses: ShellAddresses = { app: 'app://nivaran', frame: 'mail-content://frame', frameSource: 'mail-content:' };
export const chromiumAddresses: ShellAddresses = {
  app: 'https://app.invalid',
  frame: 'https://mail.invalid',
  frameSource: 'https://mail.invalid',
};

/**
 * Whether an address lies in an origin, decided by the URL parser and never by its beginning:
 * `https://app.invalid.evil.example` and `https://app.invalid@evil.example` begin the same.
 * Origins of private schemes are "null" to the parser, so scheme and host are compared themselves.
 */
export function isWithin(address: string, origin: string): boolean {
  const home = new URL(origin);
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '') return false;
  return url.protocol === home.protocol && url.host === home.host;
}

/** Whether the window may show an address: its own pages, and in a sub-frame a mail frame. */
export function mayNavigate(address: string, addresses: ShellAddresses, isMainFrame: boolean): boolean {
  if (isWithin(address, addresses.app)) return isMainFrame;
  return !isMainFrame && isWithin(address, addresses.frame);
}
