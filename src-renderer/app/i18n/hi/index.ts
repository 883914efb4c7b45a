import type { en } from '../en/index.ts';
import { act, entry, facts } from './act.ts';
import { alarms, rota } from './alarms.ts';
import { calendars } from './calendars.ts';
import { caseWords } from './case.ts';
import { common } from './common.ts';
import { decisions } from './decisions.ts';
import { app, queue } from './desk.ts';
import { duties } from './duties.ts';
import { disclosureWords, government, itemWords } from './government.ts';
import { identity, people } from './identity.ts';
import { keep } from './keep.ts';
import { law } from './law.ts';
import { lawRoom } from './law-room.ts';
import { officers } from './officers.ts';
import { orders, statistics } from './orders.ts';
import { packages } from './packages.ts';
import { platforms } from './platforms.ts';
import { redact } from './redact.ts';
import { report } from './report.ts';
import { restricted } from './restricted.ts';
import { retention } from './retention.ts';
import { audit, intake, settings, today } from './rooms.ts';
import { rules } from './rules.ts';
import { approvals, staff } from './staff.ts';
import { fault, unlock } from './unlock.ts';
import { words } from './words.ts';
import { work } from './work.ts';

/** Every word of the window in Hindi. */
export const hi: typeof en = {
  common,
  words,
  rules,
  app,
  queue,
  law,
  lawRoom,
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
  alarms,
  rota,
  duties,
  platforms,
  calendars,
  work,
  keep,
  packages,
  redact,
  report,
  decisions,
  officers,
  identity,
  government,
  items: itemWords,
  disclosures: disclosureWords,
  orders,
  statistics,
  people,
  staff,
  approvals,
  retention,
  restricted,
};
