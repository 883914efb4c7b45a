import { leafHash, nodeHash, sha256Hex } from './hash.ts';

/** The right edge of an RFC 9162 tree: for every bit set in `size`, the root of a full subtree of that height (hex). */
export interface Frontier {
  size: number;
  roots: string[];
}

export function emptyFrontier(): Frontier {
  return { size: 0, roots: [] };
}

/** Levels whose finished nodes are kept, so that a frontier of millions comes back from a few hundred rows. */
export const keptLevels = [24, 16, 8] as const;

type OnNode = (level: number, position: number, hash: string) => void;

/** Adds the hash of the next entry. `onNode` hears of each finished node of a kept level; if it throws, nothing changed. */
export function appendEntry(frontier: Frontier, entryHash: string, onNode?: OnNode): void {
  appendSubtree(frontier, 0, leafHash(entryHash), onNode);
}

/** Adds a full subtree of 2^`level` entries; the size so far must be a multiple of that. */
export function appendSubtree(frontier: Frontier, level: number, root: string, onNode?: OnNode): void {
  let height = level;
  let carried = root;
  // Shifts stay within 32 bits: the record would have to pass two thousand million entries first.
  while ((frontier.size >>> height) & 1) {
    carried = nodeHash(frontier.roots[height]!, carried);
    height += 1;
    if (height % 8 === 0) onNode?.(height, frontier.size >>> height, carried);
  }
  frontier.roots[height] = carried;
  frontier.size += 2 ** level;
}

/** The RFC 9162 root of the entries so far, in hex; of none, the hash of nothing. */
export function rootOf(frontier: Frontier): string {
  let root: string | undefined;
  for (let height = 0; frontier.size >>> height > 0; height++) {
    if (!((frontier.size >>> height) & 1)) continue;
    root = root === undefined ? frontier.roots[height] : nodeHash(frontier.roots[height]!, root);
  }
  return root ?? sha256Hex('');
}
