import { type } from '@orpc/contract';
import { z } from 'zod';
import { grantSchema, type RestrictedList, raiseSchema, restrictedQuerySchema } from '../../walls/contract.ts';
import { base } from './base.ts';
import type { JobState } from './jobs.ts';

/** Restricted cases (docs/walls.md). Topics: `walls`, `case:REF`. */
export const wallsContract = {
  /** Those that the person at the desk can open. */
  list: base.input(restrictedQuerySchema).output(type<RestrictedList>()),
  /** Restricts a case that stands in clear, with all its past. The database is then written anew: the job, or null where one runs. */
  raise: base.input(raiseSchema).output(type<{ job: JobState | null }>()),
  /** Gives a person of the desk the key of one case. */
  grant: base.input(grantSchema).output(type<void>()),
  /** Takes a person's key of one case away. */
  revoke: base.input(grantSchema).output(type<void>()),
  /** Gives their keys to all whose role lets them see every restricted case; answers how many keys. */
  giveWaiting: base.input(z.strictObject({})).output(type<{ given: number }>()),
};
