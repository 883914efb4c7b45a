export { approvalFolds } from './folds.ts';
export { approvalsTo, approve, decline, listApprovals, needSecond, type Second, spend, withdraw } from './service.ts';
