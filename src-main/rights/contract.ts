export * from './contract/views.ts';
export * from './contract/work.ts';
export * from './contract/workflow.ts';
