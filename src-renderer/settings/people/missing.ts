/** Which of the needed fields nothing is written in. Blanks are no name and no reason; in a passphrase they count as they are. */
export function missingOf<K extends string>(values: Readonly<Record<K, string>>, needed: readonly K[]): K[] {
  return needed.filter((field) => (/passphrase$/i.test(field) ? values[field] : values[field].trim()) === '');
}
