import { badInput } from '../../desk/faults.ts';

/** Damm's totally anti-symmetric quasigroup of order ten: finds every single wrong digit and every swap of neighbours. */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];

function step(interim: number, digit: number): number {
  return damm[interim]?.[digit] ?? 0;
}

/** Letters count as two digits (A=10 … Z=35); hyphens are passed over. */
function digitsOf(text: string): number[] {
  return [...text.replaceAll('-', '')].flatMap((sign) => {
    const value = Number.parseInt(sign, 36);
    return value < 10 ? [value] : [Math.floor(value / 10), value % 10];
  });
}

/** The check digit of a ticket's body, for instance of `COC-2026-000123`. */
export function checkDigit(body: string): number {
  return digitsOf(body).reduce(step, 0);
}

/** The ticket of the `n`th case of a year (IST): three letters, the year, at least six digits, a Damm check digit. */
export function makeTicket(prefix: string, year: number, n: number): string {
  const body = `${prefix}-${year}-${String(n).padStart(6, '0')}`;
  return `${body}-${checkDigit(body)}`;
}

/** Answers the ticket in capitals; a mistyped one is refused by its check digit. Fault: bad-input. */
export function readTicket(text: string): string {
  const ref = text.trim().toUpperCase();
  if (!/^[A-Z]{3}-\d{4}-\d{6,}-\d$/.test(ref)) throw badInput('case', `"${ref.slice(0, 40)}" is not a ticket such as COC-2026-000123-5`);
  if (checkDigit(ref.slice(0, -2)) !== Number(ref.at(-1)))
    throw badInput('case', `${ref} does not match its check digit: one sign is mistyped`);
  return ref;
}

/** The calendar year in IST (UTC+05:30, no daylight saving) of a UTC instant: tickets count by it. */
export function yearInIndia(instant: string): number {
  return new Date(Date.parse(instant) + 330 * 60_000).getUTCFullYear();
}
