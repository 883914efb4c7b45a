import type { Weekday } from '../../src-main/law/contract.ts';

/** The days of the week as the law's files name them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[];
