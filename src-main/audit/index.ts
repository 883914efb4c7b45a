/** What auditors get: copies, checkpoints, verification, the record on screen. Formats: docs/verify.md. */
export { type CopyOrder, copyDesk, saveCheckpoint } from './service.ts';
export { type JournalLine, journalPage } from './store.ts';
export { type VerifyRequest, type VerifyResult, verifyDesk, verifyWhole } from './verify.ts';
export { verifyCopy } from './verify-copy.ts';
