import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { noncePlaceholder } from '../../../src-main/shell/pages.ts';
import { repositoryFile } from './page-driver.ts';

/** Builds the test page with the same settings as the product's renderer; answers the folder. */
export async function buildTestPage(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'nivaran-test-page-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, '..', 'page'),
    logLevel: 'silent',
    html: { cspNonce: noncePlaceholder },
    build: { outDir, assetsInlineLimit: 0, modulePreload: { polyfill: false }, minify: false },
  });
  return outDir;
}

/** Builds the Electron shell with the test engine, beside node_modules so that packages are found; answers the folder. */
export async function buildTestElectron(): Promise<string> {
  const outDir = repositoryFile('test-results', 'electron-shell');
  const main = {
    'electron-main': fileURLToPath(new URL('./electron-main.ts', import.meta.url)),
    'test-engine': fileURLToPath(new URL('./test-engine.ts', import.meta.url)),
    'test-child': fileURLToPath(new URL('./test-child.ts', import.meta.url)),
  };
  await build(scripts(outDir, main, 'es', '[name].js'));
  await build(scripts(outDir, { preload: repositoryFile('src-main', 'shell', 'preload', 'preload.ts') }, 'cjs', '[name].cjs'));
  return outDir;
}

function scripts(outDir: string, input: Record<string, string>, format: 'es' | 'cjs', entryFileNames: string): InlineConfig {
  return {
    configFile: false,
    logLevel: 'silent',
    build: {
      outDir,
      emptyOutDir: false,
      ssr: true,
      minify: false,
      rolldownOptions: { input, external: ['electron'], output: { format, entryFileNames, chunkFileNames: '[name]-[hash].js' } },
    },
  };
}
