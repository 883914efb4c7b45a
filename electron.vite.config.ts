import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { noncePlaceholder } from './src-main/shell/pages.ts';

const root = import.meta.dirname;
const source = (...parts: string[]) => join(root, ...parts);

/** The window's addresses are paths of its own origin: a page opened at `/queue` must still find `/assets`. electron-vite would make them relative. */
const ownOrigin: Plugin = { name: 'own-origin', enforce: 'post', config: () => ({ base: '/' }) };

export default defineConfig({
  main: {
    build: {
      target: 'node24.18',
      // Only `dependencies` stay outside; everything else is part of the program.
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          electron: source('src-main/shell/electron/main.ts'),
          chromium: source('src-main/shell/chromium/main.ts'),
          engine: source('src-main/desk/engine.ts'),
          'reader-worker': source('src-main/desk/reader-worker.ts'),
          'copy-child': source('src-main/desk/copy-child.ts'),
          'pool-worker': source('src-main/desk/pool-worker.ts'),
        },
        // All in one folder: scripts find each other beside themselves, whichever chunk asks.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node24.18',
      // A sandboxed preload can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: source('src-main/shell/preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('src-renderer'),
    plugins: [react(), ownOrigin],
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir: source('out/renderer'),
      assetsInlineLimit: 0,
      minify: true,
      // It is read from this machine's disk, not from a network.
      chunkSizeWarningLimit: 2_500,
      rolldownOptions: { input: source('src-renderer/index.html') },
    },
  },
});
