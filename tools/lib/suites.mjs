// The test suites: one folder under tests/ and one vitest project each. Read by vitest.config.ts and by the gates.

const minute = 60_000;

/**
 * `isRequired`: an empty folder is a failure. `isAlone`: one file at a time, because windows, child processes and
 * crash drills take the whole machine. `testTimeoutMs` is a guard against hanging, never a measure of speed.
 */
export const suites = [
  { name: 'unit', isRequired: true, isAlone: false, testTimeoutMs: minute },
  { name: 'engine', isRequired: true, isAlone: false, testTimeoutMs: 2 * minute },
  { name: 'migrations', isRequired: true, isAlone: false, testTimeoutMs: 2 * minute },
  { name: 'shell', isRequired: true, isAlone: true, testTimeoutMs: 3 * minute },
  { name: 'e2e', isRequired: true, isAlone: true, testTimeoutMs: 5 * minute },
  { name: 'a11y', isRequired: true, isAlone: true, testTimeoutMs: 5 * minute },
  { name: 'crash', isRequired: false, isAlone: true, testTimeoutMs: 10 * minute },
  { name: 'fuzz', isRequired: false, isAlone: true, testTimeoutMs: 10 * minute },
];
