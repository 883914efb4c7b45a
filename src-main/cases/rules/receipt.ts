import { badInput } from '../../desk/faults.ts';
import type { NewCase } from '../contract.ts';

/** A receipt this much before entry needs a reason (an hour, in milliseconds). */
const lateAfterMs = 60 * 60_000;

/**
 * Refuses a receipt in the future and an unexplained late entry. `now` is UTC.
 * Faults: bad-input naming receivedAt or lateReason.
 */
export function checkReceipt(input: Pick<NewCase, 'receivedAt' | 'lateReason' | 'historical'>, now: string): void {
  if (input.receivedAt > now) throw badInput('receivedAt', 'lies in the future');
  const isLate = Date.parse(now) - Date.parse(input.receivedAt) > lateAfterMs;
  if (isLate && !input.historical && !input.lateReason) {
    throw badInput('lateReason', 'is missing: this was received more than an hour ago, so say why it is entered now');
  }
}
