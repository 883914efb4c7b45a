/** What the address of the rulebook holds: the rule that is opened, and an earlier rulebook by its hash. */
export interface LawSearch {
  rule?: string;
  book?: string;
}

/** Takes what is sound of an address; the rest is as if it were not there. */
export function readLawSearch(raw: Record<string, unknown>): LawSearch {
  const { rule, book } = raw;
  return {
    ...(typeof rule === 'string' && rule !== '' && rule.length <= 60 ? { rule } : {}),
    ...(typeof book === 'string' && /^[0-9a-f]{64}$/.test(book) ? { book } : {}),
  };
}
