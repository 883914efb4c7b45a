export { classesOf } from './rules/classes.ts';
export { lintProfile } from './rules/lint.ts';
