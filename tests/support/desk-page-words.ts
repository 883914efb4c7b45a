/** Puts values into a text of the window's resources, as the window does. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => String(values[name] ?? ''));
}

/** A text that depends on a number, by that number. */
export function plural(table: Record<string, unknown>, key: string, n: number): string {
  return fill(String(table[`${key}_${n === 1 ? 'one' : 'other'}`]), { n, count: n });
}

/** Matches any of these texts of the resources, whatever stands in their places. */
export function patternOf(...texts: string[]): RegExp {
  const escaped = texts.map((text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\{\w+\}\}/g, '.+'));
  return new RegExp(`^(?:${escaped.join('|')})$`);
}

/** dd-MM-yyyy HH:mm in India, as the window shows and takes moments. */
export function typedInstant(ms: number): string {
  const iso = new Date(ms + 330 * 60_000).toISOString();
  return `${iso.slice(8, 10)}-${iso.slice(5, 7)}-${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}
