export { rightsFolds } from './folds.ts';
export { holdsReaching } from './holds.ts';
export { consentsOf, unansweredConsents, workOf } from './store.ts';
