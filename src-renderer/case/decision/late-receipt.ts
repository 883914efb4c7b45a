import { deskNow } from '../../ui/desk-clock.ts';
import { parseInstant } from '../../ui/ist.ts';

const hourMs = 3_600_000;

/** Whether a receipt as it is typed lies so long ago that the desk asks why it is entered only now. */
export function needsLateReason(typed: string): boolean {
  const at = parseInstant(typed);
  return at !== null && deskNow() - Date.parse(at) > hourMs;
}
