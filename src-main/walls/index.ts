export { clearFilesOf, moveBehindWall } from './carry.ts';
export { destroyAgain } from './destroy.ts';
export { wallFolds } from './folds.ts';
export { listRestricted } from './list.ts';
export { createWalls } from './service.ts';
