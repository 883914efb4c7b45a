const istOffsetMs = 330 * 60_000;

/** The wall clock of India at `iso`, as parts with leading zeros. India keeps one offset the whole year. */
function istParts(iso: string) {
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError('formatting a date needs an RFC 3339 instant');
  const text = new Date(ms + istOffsetMs).toISOString();
  return { day: text.slice(8, 10), month: text.slice(5, 7), year: text.slice(0, 4), time: text.slice(11, 16) };
}

/** An instant (RFC 3339) as a letter writes it: 21-11-2026 14:32 IST. Seconds are cut off, not rounded. */
export function formatInstantIst(iso: string): string {
  const { day, month, year, time } = istParts(iso);
  return `${day}-${month}-${year} ${time} IST`;
}

/** The day in India on which an instant (RFC 3339) falls: 21-11-2026. */
export function formatDateIst(iso: string): string {
  const { day, month, year } = istParts(iso);
  return `${day}-${month}-${year}`;
}

/** The same day as 2026-11-21, to compare with the days on which a rule begins and ends. */
export function dayIst(iso: string): string {
  const { day, month, year } = istParts(iso);
  return `${year}-${month}-${day}`;
}

/** A number grouped in lakhs and crores: 12345678 gives 1,23,45,678; the fraction stays as it is. */
export function formatNumberIn(value: number): string {
  const [whole = '0', fraction] = Math.abs(value).toString().split('.');
  const head = whole.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, ',');
  const grouped = head === '' ? whole : `${head},${whole.slice(-3)}`;
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** An amount in rupees with its two paise digits: ₹1,23,456.50. `paise` is a whole number. */
export function formatRupees(paise: number): string {
  const rest = Math.abs(paise % 100)
    .toString()
    .padStart(2, '0');
  return `${paise < 0 ? '-' : ''}₹${formatNumberIn(Math.trunc(Math.abs(paise) / 100))}.${rest}`;
}
