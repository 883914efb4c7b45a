import type { IdentityPolicy } from '../contract.ts';

const dayMs = 86_400_000;
const istShiftMs = 330 * 60_000;

/** The day (YYYY-MM-DD in IST) from which the identity evidence of a case that closed at `closedAt` (UTC) is purged. */
export function purgeDay(closedAt: string, policy: IdentityPolicy): string {
  const { n } = policy.retention.afterClosing;
  return new Date(Date.parse(closedAt) + istShiftMs + n * dayMs).toISOString().slice(0, 10);
}
