import { badInput } from '../../desk/faults.ts';

/** People write times to the minute: an act in the minute of another is not before it. */
export const minuteOf = (instant: string) => instant.slice(0, 16);

/** An act may be dated in the past, never before receipt and never in the future. Fault: bad-input. */
export function checkWhen({ file, now }: { file: { receivedAt: string }; now: string }, field: string, at: string | undefined): void {
  if (at === undefined) return;
  if (at > now) throw badInput(field, 'lies in the future');
  if (minuteOf(at) < minuteOf(file.receivedAt)) throw badInput(field, 'lies before the case was received');
}
