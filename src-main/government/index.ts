export { governmentFolds } from './folds.ts';
export { checksOf, orderOf, sameOrder } from './store.ts';
