import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isWithin, type ShellAddresses } from './addresses.ts';
import { contentSecurityPolicy, framePolicy } from './csp.ts';
import { findAsset } from './files.ts';
import { permissionsPolicy } from './permissions.ts';

/** Stands in the built index.html wherever the load's nonce belongs. */
export const noncePlaceholder = 'CSP-NONCE-OF-THIS-LOAD';

export interface PageAnswer {
  status: 200 | 404 | 405;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface PagesOptions {
  /** Folder of the built renderer. */
  root: string;
  addresses: ShellAddresses;
  /** The document of a mail frame by its token, or null: asked of the engine. */
  frameDocument(token: string): Promise<string | null>;
}

export type Pages = (address: string, method: string) => Promise<PageAnswer | null>;

/**
 * Answers the window's requests: built files under the app's origin, mail frames under theirs.
 * Null means the address is neither, and the shell must abort the request.
 */
export function createPages(options: PagesOptions): Pages {
  return async (address, method) => {
    const { addresses } = options;
    if (!isWithin(address, addresses.app) && !isWithin(address, addresses.frame)) return null;
    if (method !== 'GET') return refuse(405);
    const { pathname } = new URL(address);
    return isWithin(address, addresses.app) ? appFile(options, pathname) : mailFrame(options, pathname);
  };
}

const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Permissions-Policy': permissionsPolicy,
};

async function appFile({ root, addresses }: PagesOptions, pathname: string): Promise<PageAnswer> {
  const asset = await findAsset(root, pathname);
  if (asset === null) return refuse(404);
  const content = await readFile(asset.path);
  const headers = { ...commonHeaders, 'Content-Type': asset.mediaType, 'Cross-Origin-Resource-Policy': 'same-origin' };
  return asset.mediaType.startsWith('text/html') ? document(content, headers, addresses) : { status: 200, headers, body: content };
}

function document(content: Buffer, headers: Record<string, string>, addresses: ShellAddresses): PageAnswer {
  const nonce = randomBytes(18).toString('base64');
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Security-Policy': contentSecurityPolicy({ nonce, frameOrigin: addresses.frameSource }),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'X-Frame-Options': 'DENY',
    },
    body: Buffer.from(content.toString('utf8').replaceAll(noncePlaceholder, nonce)),
  };
}

async function mailFrame({ addresses, frameDocument }: PagesOptions, pathname: string): Promise<PageAnswer> {
  const token = /^\/([a-z0-9]{16,64})$/.exec(pathname)?.[1];
  const html = token === undefined ? null : await frameDocument(token);
  if (html === null) return refuse(404);
  return {
    status: 200,
    headers: {
      ...commonHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': framePolicy(addresses.app),
    },
    body: Buffer.from(html),
  };
}

function refuse(status: 404 | 405): PageAnswer {
  const body = Buffer.from(status === 404 ? 'There is nothing here.' : 'Only GET is answered here.');
  return {
    status,
    headers: { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
    body,
  };
}
