import { realpath, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** Every kind of file the renderer's build makes. Anything else is not served: there is no default type to guess. */
const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export interface Asset {
  path: string;
  mediaType: string;
}

/**
 * Finds the built file that a request's path names, or null. The path is decoded once, may hold
 * neither `..` nor a backslash, drive, NUL or second escape, and the file found must lie inside
 * `root` after links are followed. A path without an extension is one of the window's own routes.
 */
export async function findAsset(root: string, pathname: string): Promise<Asset | null> {
  const wanted = plainPath(pathname);
  if (wanted === null) return null;
  const name = extname(wanted) === '' ? 'index.html' : wanted;
  const mediaType = mediaTypes[extname(name).toLowerCase()];
  if (mediaType === undefined) return null;
  const path = await insideRoot(root, name);
  return path === null ? null : { path, mediaType };
}

function plainPath(pathname: string): string | null {
  const decoded = decodeOnce(pathname);
  if (decoded === null || !decoded.startsWith('/')) return null;
  if (/[\\:%\0]/.test(decoded) || decoded.includes('//')) return null;
  const parts = decoded.slice(1).split('/');
  const wanted = parts.join('/');
  const isFileAsFolder = wanted.endsWith('/') && extname(wanted) !== '';
  return isFileAsFolder || parts.some((part) => part.startsWith('.')) ? null : wanted;
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

async function insideRoot(root: string, name: string): Promise<string | null> {
  try {
    const home = await realpath(root);
    const path = await realpath(resolve(home, name));
    return path.startsWith(home + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}
