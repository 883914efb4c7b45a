export { alarmFolds } from './folds/alarms.ts';
export { appealFolds } from './folds/appeals.ts';
export { caseFolds } from './folds/case.ts';
export { decisionFolds } from './folds/decision.ts';
export { erasureFolds } from './folds/erasure.ts';
export { identityFolds } from './folds/identity.ts';
export { letterFolds } from './folds/letters.ts';
export { packageFolds } from './folds/packages.ts';
export { casePurgeFolds, purgedCaseFolds } from './folds/purge.ts';
export { reminderFolds } from './folds/reminders.ts';
export { targetFolds } from './folds/target.ts';
export { judgeDraft, orderViewOf } from './government.ts';
export { readIdentity } from './identity.ts';
export { reviewOf } from './linked.ts';
export { refuseMaterial } from './material.ts';
export { appealsIn } from './openers.ts';
export { type CasePurge, planCasePurge, recordCasePurge } from './purge.ts';
export { type Arrival, receiveCase } from './receive.ts';
export { wantsProof } from './second.ts';
export { actOnCase, addCase, undoAct } from './service.ts';
export { sheetCaseOf } from './sheets.ts';
export {
  type AttachmentFact,
  acknowledgeAlarmRow,
  attachmentKey,
  attachmentsOf,
  attemptsOf,
  countOpenAlarms,
  countOpenCases,
  dropAttachmentKey,
  type EntryMark,
  earliestAlarm,
  erasuresOf,
  forgetLocal,
  holdCases,
  type IdentityPurge,
  identifierEntries,
  identityEvidenceOf,
  identityFilesOf,
  identityPurgesOf,
  isIdentityEvidence,
  keepAlarm,
  keepAlarms,
  keepAttachmentKey,
  lettersOf,
  messagesAround,
  missingCase,
  notesIn,
  openAlarms,
  openCasesAfter,
  type QueuePlace,
  queueCounts,
  queueWindow,
  readAlarm,
  readAttachment,
  readCaseFile,
  readItems,
  readLetter,
  readTombstone,
  refsWithAlarm,
  refsWithIdentityEvidence,
  similarDecisions,
  waitingAttachments,
  withForerunners,
} from './store.ts';
export { tiedTimeline } from './timeline.ts';
export { caseView } from './view.ts';
export { holdsOn, readWork } from './work.ts';
