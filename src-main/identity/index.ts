export { addIdentityFile, judgeFile, purgeIdentity, revealFile } from './service.ts';
export { duePurges, identityView, waitingFiles } from './view.ts';
