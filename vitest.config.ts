import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { suites } from './tools/lib/suites.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root,
  // The build's own caches stay out of the way of the tests'.
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    // A focused test is a forgotten one, on every machine.
    allowOnly: false,
    passWithNoTests: false,
    projects: suites.map((suite, order) => ({
      extends: true,
      test: {
        name: suite.name,
        include: [`tests/${suite.name}/**/*.test.{ts,tsx}`],
        environment: 'node',
        pool: 'forks',
        fileParallelism: !suite.isAlone,
        testTimeout: suite.testTimeoutMs,
        hookTimeout: suite.testTimeoutMs,
        // Suites that need the whole machine never run beside another one.
        sequence: { groupOrder: suite.isAlone ? order : 0 },
      },
    })),
  },
});
