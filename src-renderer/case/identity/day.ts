const two = (text: string) => text.padStart(2, '0');

/** A day as it is typed, dd-MM-yyyy, as YYYY-MM-DD; null where there is no such day. People are born before 1970 too. */
export function parseDay(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(text) ?? [];
  if (year === '') return null;
  const iso = `${year}-${two(month)}-${two(day)}`;
  const found = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(found.getTime()) || !found.toISOString().startsWith(iso) ? null : iso;
}
