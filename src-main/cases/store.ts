export * from './store/alarms.ts';
export * from './store/case-file.ts';
export * from './store/letters.ts';
export * from './store/open-cases.ts';
export * from './store/queue.ts';
export * from './store/windows.ts';
