import type { Db } from '../../../db/open.ts';
import type { CaseItem } from '../contract.ts';
import type { CaseFile } from '../rules.ts';
import { insertItem, readItems, updateItem } from '../store.ts';

export interface ActedItem {
  value: string;
  action: string;
  at: string;
  proof?: string;
}

function typeOfValue(value: string): string {
  return /^https?:\/\//i.test(value) ? 'url' : value.startsWith('@') ? 'account' : 'post';
}

/** Writes what was done to each item; one that the complaint did not name is added to the case. */
export function applyItems(db: Db, ref: string, acted: ActedItem[]): CaseItem[] {
  const items = readItems(db, ref);
  const byValue = new Map(items.toReversed().map((item) => [item.value, item]));
  for (const { value, action, at, proof = null } of acted) {
    const known = byValue.get(value);
    if (known) {
      Object.assign(known, { action, actedAt: at, proof });
      updateItem(db, ref, known);
      continue;
    }
    const added = { n: items.length + 1, type: typeOfValue(value), value, action, actedAt: at, proof };
    items.push(added);
    byValue.set(value, added);
    insertItem(db, ref, added);
  }
  return items;
}

const latest = (instants: string[]) => instants.toSorted().at(-1) as string;
const earliest = (instants: string[]) => instants.toSorted()[0] as string;

/** Removal clocks stop with the last item, preservation starts with the first removal. */
export function itemMoments(items: CaseItem[], known: CaseFile['moments']): Partial<CaseFile['moments']> {
  if (items.length === 0) return {};
  const acted = items.flatMap((item) => (item.actedAt ? [item.actedAt] : []));
  const removed = items
    .filter((item) => item.action === 'removed' || item.action === 'disabled')
    .flatMap((item) => (item.actedAt ? [item.actedAt] : []));
  return {
    // Set once: what happens to an item later does not move the moment all had been acted on.
    ...(acted.length === items.length ? { itemsActed: known.itemsActed ?? latest(acted) } : {}),
    ...(removed.length > 0 ? { firstRemoval: earliest(removed), lastRemoval: latest(removed) } : {}),
  };
}

const removals: (string | null)[] = ['upheld', 'partly-upheld', 'complied', 'partly-complied'];

/** A decision to remove that names no item says by itself when the content went. */
export function actedMoments(
  decided: { outcome: string | null; decidedAt: string },
  items: CaseItem[],
  known: CaseFile['moments'],
): Partial<CaseFile['moments']> {
  if (items.length > 0 || !removals.includes(decided.outcome)) return itemMoments(items, known);
  const { decidedAt: at } = decided;
  return { itemsActed: known.itemsActed ?? at, firstRemoval: known.firstRemoval ?? at, lastRemoval: known.lastRemoval ?? at };
}

/** Adds items that nothing was done with yet; answers all of the case. */
export function addItems(db: Db, ref: string, named: readonly { type: string; value: string }[]): CaseItem[] {
  const items = readItems(db, ref);
  for (const { type, value } of named) {
    const added = { n: (items.at(-1)?.n ?? 0) + 1, type, value, action: null, actedAt: null, proof: null };
    items.push(added);
    insertItem(db, ref, added);
  }
  return items;
}
