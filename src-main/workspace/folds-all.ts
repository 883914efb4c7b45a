import { approvalFolds } from '../approvals/index.ts';
import {
  alarmFolds,
  appealFolds,
  caseFolds,
  casePurgeFolds,
  decisionFolds,
  erasureFolds,
  identityFolds,
  letterFolds,
  packageFolds,
  purgedCaseFolds,
  reminderFolds,
  targetFolds,
} from '../cases/index.ts';
import { adoptedFolds } from '../desk/adopted.ts';
import { governmentFolds } from '../government/index.ts';
import { createFolds, epochFolds, type Folds } from '../journal/index.ts';
import { lawFolds } from '../law/index.ts';
import { peopleFolds } from '../people/index.ts';
import { rightsFolds } from '../rights/index.ts';
import { wallFolds } from '../walls/index.ts';
import { workspaceFolds } from './folds.ts';

/** Every fold of the desk, in one place: what a rebuild replays. */
export const allFolds = (): Folds =>
  createFolds(
    [
      workspaceFolds,
      epochFolds,
      adoptedFolds,
      caseFolds,
      letterFolds,
      packageFolds,
      alarmFolds,
      targetFolds,
      identityFolds,
      decisionFolds,
      appealFolds,
      peopleFolds,
      rightsFolds,
      governmentFolds,
      reminderFolds,
      lawFolds,
      approvalFolds,
      casePurgeFolds,
      wallFolds,
      erasureFolds,
    ],
    [purgedCaseFolds],
  );
