/** A stretch of time cut into the units a person reads. */
export interface Span {
  isPast: boolean;
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
}

/** From `nowMs` to `dueMs`, both truncated to the second, as limits are compared. */
export function spanTo(dueMs: number, nowMs: number): Span {
  const difference = Math.floor(dueMs / 1000) - Math.floor(nowMs / 1000);
  const seconds = Math.abs(difference);
  return {
    isPast: difference < 0,
    days: Math.floor(seconds / 86_400),
    hours: Math.floor((seconds % 86_400) / 3_600),
    minutes: Math.floor((seconds % 3_600) / 60),
    seconds: seconds % 60,
  };
}

/** Which wording a span needs: the two largest units, minutes only under a day, one unit from ten days on. */
export type SpanForm = 'days' | 'daysHours' | 'hoursMinutes' | 'minutes' | 'seconds';

export function spanForm(span: Span): SpanForm {
  if (span.days >= 10) return 'days';
  if (span.days > 0) return 'daysHours';
  if (span.hours > 0) return 'hoursMinutes';
  return span.minutes > 0 ? 'minutes' : 'seconds';
}

/** How near a limit is; the bands of the queue. */
export type Band = 'overdue' | 'under-2h' | 'under-24h' | 'under-3d' | 'later';

export function bandOf(dueMs: number, nowMs: number): Band {
  const span = spanTo(dueMs, nowMs);
  if (span.isPast) return 'overdue';
  const hours = span.days * 24 + span.hours;
  if (hours < 2) return 'under-2h';
  if (hours < 24) return 'under-24h';
  return hours < 72 ? 'under-3d' : 'later';
}

/** How much of start → due has gone, 0 to 1. */
export function elapsedShare(startMs: number, dueMs: number, nowMs: number): number {
  if (dueMs <= startMs) return 1;
  return Math.min(1, Math.max(0, (nowMs - startMs) / (dueMs - startMs)));
}
