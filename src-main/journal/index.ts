/** The record: entries, checkpoints, epoch keys, folds, purge and verification. Format: docs/verify.md. */
export { isCheckpoint, isCheckpointDue, parseCheckpoint, type Signer, writeCheckpoint } from './checkpoints.ts';
export type { AnnouncedKey, Entry, EntryHead, Head, Problem, ProblemKind, RecordInput, VerifyResult } from './contract.ts';
export { sealedKind } from './contract.ts';
export { type EpochPorts, type EpochVault, ensureEpoch, epochFolds } from './epoch.ts';
export { createFolds, type Fold, type FoldMap, type Folds, noFold, type PurgedFoldMap, post } from './folds.ts';
export { sha256Hex } from './hash.ts';
export { purge } from './purge.ts';
export { createJournal, type Journal, type JournalPorts, rebuildNodes } from './record.ts';
export { headCode, istDay } from './rules.ts';
export { verifierKey } from './signing.ts';
export { firstEpochKey } from './store.ts';
export type { Withheld } from './verify/bodies.ts';
export { type ChainOptions, verifyAgainst, verifyChain, verifyTail } from './verify/chain.ts';
export { type DeepOptions, verifyDeep } from './verify/deep.ts';
export { type DocumentedTable, tableProblems } from './verify/tables.ts';
