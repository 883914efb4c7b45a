export { proposePurge, purgeCase, purgeCases } from './service.ts';
export { type Looking, retentionList, retentionView } from './view.ts';
