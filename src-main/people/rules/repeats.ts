import type { RepeatReason } from '../contract.ts';
import { nameLikeness, similarFrom } from './names.ts';

/** Complaints further apart than this are never the same one again. */
export const repeatDays = 365;
const dayMs = 86_400_000;

/** What of a case is compared with another. Instants are UTC. */
export interface RepeatSide {
  kind: string;
  receivedAt: string;
  name: string | null;
  items: readonly string[];
}

/** An address of the web as two are compared: no scheme, no www, no trailing slash, no part behind #. */
export function itemKey(value: string): string {
  return value
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(?:www|m)\./, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}

function sharedItem(a: readonly string[], b: readonly string[]): RepeatReason | null {
  if (a.length === 0 && b.length === 0) return 'no-items';
  const keys = new Set(a.map(itemKey));
  return b.some((item) => keys.has(itemKey(item))) ? 'same-item' : null;
}

/** How far apart two receipts lie, in whole days. */
export function daysApart(a: string, b: string): number {
  return Math.floor(Math.abs(Date.parse(a) - Date.parse(b)) / dayMs);
}

/**
 * Whether one case may be another again (features A9): same kind, within 365 days, by the same person (the record says so,
 * a contact is the same, or the names are alike), about the same item or both about none. The reasons, or null.
 */
export function repeatReasonsOf(a: RepeatSide, b: RepeatSide, likeness: 'same-person' | 'same-contact' | 'name'): RepeatReason[] | null {
  if (a.kind !== b.kind || daysApart(a.receivedAt, b.receivedAt) > repeatDays) return null;
  const item = sharedItem(a.items, b.items);
  if (item === null) return null;
  if (likeness !== 'name') return [likeness, item];
  // A name alone is not enough where no item speaks for it.
  const isAlike = item === 'same-item' && nameLikeness(a.name ?? '', b.name ?? '') >= similarFrom;
  return isAlike ? ['similar-name', item] : null;
}
