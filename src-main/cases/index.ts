export { caseFolds } from './folds/case.ts';
export { letterFolds } from './folds/letters.ts';
export { type Arrival, actOnCase, addCase, explainCaseClock, receiveCase, undoAct } from './service.ts';
export {
  type AttachmentFact,
  attachmentKey,
  keepAttachmentKey,
  queueCounts,
  queueWindow,
  readAttachment,
  readCaseFile,
  readItems,
  readLetter,
} from './store.ts';
export { caseView } from './view.ts';
