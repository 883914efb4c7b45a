export { rightsFolds } from './folds.ts';
export { holdsReaching } from './holds.ts';
export { consentsOf, hasHolds, unansweredConsents, workOf } from './store.ts';
