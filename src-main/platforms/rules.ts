export { classesOf } from './rules/classes.ts';
export { lintProfile } from './rules/lint.ts';
export { readProfile } from './rules/read.ts';
