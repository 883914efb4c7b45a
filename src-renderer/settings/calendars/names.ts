import type { IcsNames } from '../../../src-main/law/contract.ts';

/** Our own format names itself; any other file does not. */
export function needsNames(fileName: string): boolean {
  return !fileName.toLowerCase().endsWith('.json');
}

export function isGoodId(id: string): boolean {
  return /^[a-z][a-z0-9-]{1,59}$/.test(id);
}

/** What a file's name suggests: "Karnataka 2026.ics" becomes the id karnataka, the years and the ending aside. */
export function namesFor(fileName: string): IcsNames {
  const title = fileName.replace(/\.[^.]*$/, '').trim();
  const id = title
    .toLowerCase()
    .replace(/\b(19|20)\d\d\b/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 60);
  return { id, title, weeklyOff: ['sat', 'sun'] };
}
