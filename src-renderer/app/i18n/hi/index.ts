import type { en } from '../en/index.ts';
import { act, entry, facts } from './act.ts';
import { caseWords } from './case.ts';
import { common } from './common.ts';
import { app, queue } from './desk.ts';
import { audit, intake, settings, today } from './rooms.ts';
import { rules } from './rules.ts';
import { fault, unlock } from './unlock.ts';
import { words } from './words.ts';

/** Every word of the window in Hindi. */
export const hi: typeof en = {
  common,
  words,
  rules,
  app,
  queue,
  case: caseWords,
  act,
  facts,
  entry,
  intake,
  today,
  audit,
  settings,
  unlock,
  fault,
};
