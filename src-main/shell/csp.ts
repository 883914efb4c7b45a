/** What a policy needs to know about one page load. */
export interface PolicyInput {
  /** Fresh for every load; the same text stands in the page's style tags. */
  nonce: string;
  /** Where mail frames come from: `mail-content:` in Electron, `https://mail.invalid` in Chromium. */
  frameOrigin: string;
}

/**
 * The window's content security policy, one header value. Nothing is fetched, framed, submitted or
 * evaluated except what is listed; the only Trusted Types policy that can exist is the default one.
 * Source: design section 10.
 */
export function contentSecurityPolicy({ nonce, frameOrigin }: PolicyInput): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-src ${frameOrigin}`,
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

/**
 * The policy of a mail frame: no script, no network, no form; styles and images only from within the
 * document itself. `sandbox` gives it an origin of its own even when it is opened directly.
 */
export function framePolicy(appOrigin: string): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${appOrigin}`,
    'sandbox',
  ].join('; ');
}
