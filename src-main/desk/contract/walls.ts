import { type } from '@orpc/contract';
import { z } from 'zod';
import { grantSchema, type RestrictedList, restrictedQuerySchema } from '../../walls/contract.ts';
import { base } from './base.ts';

/** Restricted cases (docs/walls.md). Topics: `walls`, `case:REF`. */
export const wallsContract = {
  /** Those that the person at the desk can open. */
  list: base.input(restrictedQuerySchema).output(type<RestrictedList>()),
  /** Gives a person of the desk the key of one case. */
  grant: base.input(grantSchema).output(type<void>()),
  /** Takes a person's key of one case away. */
  revoke: base.input(grantSchema).output(type<void>()),
  /** Gives their keys to all whose role lets them see every restricted case; answers how many keys. */
  giveWaiting: base.input(z.strictObject({})).output(type<{ given: number }>()),
};
