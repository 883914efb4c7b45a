import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumAddresses } from '../../src-main/shell/addresses.ts';
import { findAsset } from '../../src-main/shell/files.ts';
import { createPages, noncePlaceholder, type Pages } from '../../src-main/shell/pages.ts';

let home = '';
let root = '';
let pages: Pages;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'nivaran-pages-'));
  root = join(home, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), `<style nonce="${noncePlaceholder}"></style><meta nonce="${noncePlaceholder}">`);
  writeFileSync(join(root, 'assets', 'main.js'), `"${noncePlaceholder}"`);
  writeFileSync(join(root, 'assets', 'notes.txt'), 'no type for this');
  writeFileSync(join(root, '.hidden.js'), 'hidden');
  writeFileSync(join(home, 'secret.js'), 'secret');
  writeFileSync(join(home, 'renderer-secret.js'), 'secret');
  symlinkSync(join(home, 'secret.js'), join(root, 'assets', 'link.js'));
  const frameDocument = async (token: string) => (token === 'a'.repeat(32) ? '<p>mail</p>' : null);
  pages = createPages({ root, addresses: chromiumAddresses, frameDocument });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const get = async (path: string, method = 'GET') => {
  const answer = await pages(path.includes(':') ? path : `${chromiumAddresses.app}${path}`, method);
  return answer && { ...answer, text: Buffer.from(answer.body).toString() };
};

describe('what lies outside of the built renderer is not found', () => {
  it.each([
    '/../secret.js',
    '/..%2fsecret.js',
    '/%2e%2e/secret.js',
    '/%2e%2e%2fsecret.js',
    '/%252e%252e%252fsecret.js',
    '/assets/../../secret.js',
    '/assets/..\\..\\secret.js',
    '/assets/%5c..%5c..%5csecret.js',
    '/../renderer-secret.js',
    '//secret.js',
    '/assets//main.js',
    '/./assets/main.js',
    '/C:/secret.js',
    '/C%3a/secret.js',
    '/assets/main.js%00.html',
    '/%',
    '/%ff',
    '/.hidden.js',
    '/assets/link.js',
    '/assets/notes.txt',
    '/assets/missing.js',
    '/assets/main.js/',
    '/main.js?',
    'assets/main.js',
    '',
  ])('%s', async (path) => {
    expect(await findAsset(root, path)).toBeNull();
  });

  it('nor is anything else outside, whatever is asked', async () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '\\', '/', 'assets', 'secret.js', 'main.js', '%00', '%25', ':');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (parts) => {
        const asset = await findAsset(root, `/${parts.join('/')}`);
        expect(asset === null || asset.path.startsWith(`${root}/`)).toBe(true);
      }),
    );
  });
});

describe('the window’s pages', () => {
  it('come with their type and a nonce of their own', async () => {
    const [first, second] = [await get('/'), await get('/')];
    expect(first?.status).toBe(200);
    expect(first?.headers['Content-Type']).toBe('text/html; charset=utf-8');
    const nonce = /nonce="([^"]+)"/.exec(first?.text ?? '')?.[1] ?? '';
    expect(first?.text).toBe(`<style nonce="${nonce}"></style><meta nonce="${nonce}">`);
    expect(first?.headers['Content-Security-Policy']).toContain(`'nonce-${nonce}'`);
    expect(second?.text).not.toBe(first?.text);
  });

  it('are the one document for every route', async () => {
    for (const route of ['/queue', '/case/COC-2026-000123-5', '/queue?state=received']) {
      expect((await get(route))?.headers['Content-Type']).toBe('text/html; charset=utf-8');
    }
  });

  it('leave other files as they were built', async () => {
    const script = await get('/assets/main.js');
    expect(script).toMatchObject({ status: 200, text: `"${noncePlaceholder}"` });
    expect(script?.headers).toMatchObject({ 'Content-Type': 'text/javascript; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS']) expect((await get('/', method))?.status).toBe(405);
  });

  it('are not served under any other origin', async () => {
    for (const other of ['https://evil.example/', 'https://app.invalid:444/', 'http://app.invalid/', 'data:text/html,x']) {
      expect(await get(other)).toBeNull();
    }
  });
});

describe('mail frames', () => {
  it('show a document by its token, closed in', async () => {
    const answer = await get(`${chromiumAddresses.frame}/${'a'.repeat(32)}`);
    expect(answer).toMatchObject({ status: 200, text: '<p>mail</p>' });
    expect(answer?.headers['Content-Security-Policy']).toContain("default-src 'none'");
  });

  it('show nothing else', async () => {
    for (const path of ['/', '/index.html', '/assets/main.js', `/${'b'.repeat(32)}`, `/${'a'.repeat(32)}/x`, '/..%2f']) {
      expect((await get(`${chromiumAddresses.frame}${path}`))?.status).toBe(404);
    }
  });
});
