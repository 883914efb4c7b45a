import type { Complainant } from '../../cases/contract.ts';
import { badInput } from '../../desk/faults.ts';

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const digits = (text: string) => text.replace(/\D/g, '');
/** Words this short stand in any sentence. */
const leastLetters = 4;
const leastDigits = 6;

/** What of a case may not stand in a sentence that stays after it: names, addresses, numbers, what it was about. */
export interface Personal {
  complainant: Complainant;
  onBehalfOf: string | null;
  subject: string;
  items: readonly string[];
}

function saysOf(reason: string, { complainant, onBehalfOf, subject, items }: Personal): boolean {
  const said = folded(reason);
  const words = new Set(said.split(/[^\p{L}\p{M}\p{N}]+/u));
  const { name, email, phone, address } = complainant;
  const wholes = [email, address, subject, ...items].flatMap((one) => (one ? [folded(one)] : []));
  const names = [name, onBehalfOf].flatMap((one) => (one ? folded(one).split(/[^\p{L}\p{M}\p{N}]+/u) : []));
  const number = digits(phone ?? '').slice(-10);
  return (
    wholes.some((one) => one.length >= leastLetters && said.includes(one)) ||
    names.some((one) => one.length >= leastLetters && words.has(one)) ||
    (number.length >= leastDigits && digits(said).includes(number))
  );
}

/** The reason of a purge outlives the case. Fault: bad-input where it is empty or names somebody or something of it. */
export function checkReason(reason: string, personal: Personal): void {
  if (reason.trim() === '') throw badInput('reason', 'is empty: say why');
  if (saysOf(reason, personal))
    throw badInput('reason', 'names somebody or something of the case; it stays after the purge, so say it without names and addresses');
}
