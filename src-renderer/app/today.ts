import { useNow } from '../ui/desk-clock.ts';
import { formatDay } from '../ui/ist.ts';

/** An instant's Indian day as YYYY-MM-DD. */
export function isoDay(instant: string | number): string {
  return formatDay(instant).split('-').reverse().join('-');
}

/** Today in India as YYYY-MM-DD; follows the desk's clock. */
export function useToday(): string {
  return useNow((now) => isoDay(now));
}
