export { alarmFolds } from './folds/alarms.ts';
export { caseFolds } from './folds/case.ts';
export { identityFolds } from './folds/identity.ts';
export { letterFolds } from './folds/letters.ts';
export { targetFolds } from './folds/target.ts';
export { readIdentity } from './identity.ts';
export { type Arrival, actOnCase, addCase, receiveCase, undoAct } from './service.ts';
export {
  type AttachmentFact,
  acknowledgeAlarmRow,
  attachmentKey,
  attachmentsOf,
  attemptsOf,
  countOpenAlarms,
  countOpenCases,
  dropAttachmentKey,
  earliestAlarm,
  holdCases,
  type IdentityPurge,
  identityFilesOf,
  identityPurgesOf,
  keepAlarm,
  keepAlarms,
  keepAttachmentKey,
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
  refsWithAlarm,
  refsWithIdentityEvidence,
  waitingAttachments,
} from './store.ts';
export { caseView } from './view.ts';
export { readWork } from './work.ts';
