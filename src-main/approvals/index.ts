export { approvalFolds } from './folds.ts';
export { approve, decline, listApprovals, needSecond, type Second, spend } from './service.ts';
