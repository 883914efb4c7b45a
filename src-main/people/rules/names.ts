/** Titles that are no part of a name. */
const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'adv',
  'advocate',
  'shri',
  'sri',
  'smt',
  'kumari',
  'prof',
  'श्री',
  'श्रीमती',
  'कुमारी',
  'डॉ',
]);

/** The words of a name in small letters, without marks, titles and order: two spellings of one name meet here. */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? [])
    .filter((word) => !titles.has(word))
    .sort()
    .join(' ');
}

/** A word by its consonants, as Indian names are spelt in Latin letters in several ways (Vijay and Wijai, Chaudhary and Choudhury). */
function soundOf(word: string): string {
  const plain = word
    .replace(/ph/g, 'f')
    .replace(/(?:ch|c)h?/g, 'c')
    .replace(/w/g, 'v')
    .replace(/z/g, 'j')
    .replace(/q|k/g, 'k')
    .replace(/([bdgjkpst])h/g, '$1');
  return (
    plain.charAt(0) +
    plain
      .slice(1)
      .replace(/[aeiouyh]/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

/** What two similar names have in common: the sounds of their words. Empty for a name without letters. */
export function nameSound(name: string): string {
  return nameKey(name).split(' ').filter(Boolean).map(soundOf).sort().join(' ');
}

/** How many signs have to change to make one text of another, swaps of neighbours counted as one (Damerau, 1964). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const at = (list: number[] | undefined, place: number) => list?.[place] ?? 0;
      let least = Math.min(at(rows[i - 1], j) + 1, at(row, j - 1) + 1, at(rows[i - 1], j - 1) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(rows[i - 2], j - 2) + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

const longestCompared = 80;

/** How alike two names are, from 0 to 1; 1 for the same words in any order. */
export function nameLikeness(a: string, b: string): number {
  const [one, other] = [nameKey(a).slice(0, longestCompared), nameKey(b).slice(0, longestCompared)];
  if (one === '' || other === '') return 0;
  return 1 - distance(one, other) / Math.max(one.length, other.length);
}

/** From here on two names may be one. */
export const similarFrom = 0.8;
