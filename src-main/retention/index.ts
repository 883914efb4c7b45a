export { erasePerson, proposeErasure } from './erasure.ts';
export { erasureView } from './erasure-view.ts';
export { proposePurge, purgeCase, purgeCases } from './service.ts';
export { type Looking, retentionList, retentionView } from './view.ts';
export { wallCase } from './walling.ts';
