export { type OfferedEvidence, readForKeeping } from './keep.ts';
export { purgeHalted, purgeIdentity, purgeIdentityOf } from './purge.ts';
export { addIdentityFile, judgeFile, revealFile } from './service.ts';
export { duePurges, identityView, unansweredRequests, waitingFiles } from './view.ts';
