export { rightsFolds } from './folds.ts';
export { holdsReaching } from './holds.ts';
export { workOf } from './store.ts';
