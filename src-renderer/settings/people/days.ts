/** A day typed as dd-MM-yyyy as the desk keeps it, null where nothing is typed, undefined where it is no day. */
export function dayFrom(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const [, day, month, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !month || !year) return undefined;
  const iso = `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso;
}
