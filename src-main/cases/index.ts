export { alarmFolds } from './folds/alarms.ts';
export { caseFolds } from './folds/case.ts';
export { letterFolds } from './folds/letters.ts';
export { targetFolds } from './folds/target.ts';
export { type Arrival, actOnCase, addCase, explainCaseClock, receiveCase, undoAct } from './service.ts';
export {
  type AttachmentFact,
  acknowledgeAlarmRow,
  attachmentKey,
  countOpenAlarms,
  countOpenCases,
  earliestAlarm,
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
} from './store.ts';
export { caseView } from './view.ts';
