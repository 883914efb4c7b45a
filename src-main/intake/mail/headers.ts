import { type Address, addressParser, decodeWords, type Email } from 'postal-mime';
import { mailInstant, receivedInstant } from '../rules/receipt.ts';
import { cleanLine, hasDirectionOverride, mendWrongLabel } from './clean.ts';
import { type MailAddress, mailLimits } from './parsed.ts';

const longestName = 200;
/** RFC 5321: 64 for the local part, 255 for the domain, and the @. */
const longestEmail = 320;
const longestId = 990;

/** Header values of one message by lower-case name, in document order, unfolded. */
export interface Headers {
  all(name: string): string[];
  first(name: string): string | null;
}

export function headersOf(email: Email): Headers {
  const byName = Map.groupBy(email.headers, ({ key }) => key);
  const all = (name: string) => (byName.get(name) ?? []).map(({ value }) => value);
  return { all, first: (name) => all(name)[0] ?? null };
}

export interface People {
  from: MailAddress | null;
  replyTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
}

export function readPeople(headers: Headers, warnings: string[]): People {
  const senders = headers.all('from');
  if (senders.length > 1) warnings.push('The message names its sender more than once; the first is shown.');
  const from = senderOf(addresses(senders.slice(0, 1), warnings));
  if (from && hidesAddress(from)) warnings.push("The sender's name shows another e-mail address than the one it was sent from.");
  return {
    from,
    replyTo: addresses(headers.all('reply-to').slice(0, 1), warnings)[0] ?? null,
    to: addresses(headers.all('to'), warnings),
    cc: addresses(headers.all('cc'), warnings),
  };
}

/** The first address. A name with a comma and no quotes ("K. Example, Advocate <k@…>") comes apart in the parser: it is put together again. */
function senderOf(found: MailAddress[]): MailAddress | null {
  const index = found.findIndex(({ email }) => email !== '');
  if (index < 0) return found[0] ?? null;
  const names = found.slice(0, index + 1).map(({ name }) => name);
  return { name: cleanLine(names.filter((name) => name !== '').join(', '), longestName).text, email: found[index]?.email ?? '' };
}

function addresses(values: string[], warnings: string[]): MailAddress[] {
  const found = values.flatMap((value) => addressParser(value, { flatten: true })).map(toAddress);
  const known = found.filter(({ email, name }) => email !== '' || name !== '');
  if (known.length <= mailLimits.addresses) return known;
  warnings.push(`The message has more than ${mailLimits.addresses} recipients; only the first are shown.`);
  return known.slice(0, mailLimits.addresses);
}

function toAddress(address: Address): MailAddress {
  const name = mendWrongLabel(address.name).text;
  return { name: cleanLine(name, longestName).text, email: cleanLine(address.address ?? '', longestEmail).text };
}

function hidesAddress({ name, email }: MailAddress): boolean {
  const shown = name.split(/[\s<>"'()]+/).find((word) => /^[^@]+@[^@]+\.[^@]+$/.test(word));
  return shown !== undefined && shown.toLowerCase() !== email.toLowerCase();
}

export function readSubject(headers: Headers, warnings: string[]): string {
  const decoded = mendWrongLabel(decodeWords(headers.first('subject') ?? '')).text;
  const { text, removed } = cleanLine(decoded, mailLimits.subjectLength);
  if (hasDirectionOverride(decoded)) warnings.push('The subject held marks that reverse the reading direction; they were removed.');
  else if (removed > 0) warnings.push('The subject held control characters; they were removed.');
  if (decoded.trim().length > mailLimits.subjectLength + removed) warnings.push('The subject is very long; only its beginning is shown.');
  return text;
}

/** Message ids of a header without their angle brackets. */
export function readIds(value: string | null): string[] {
  if (value === null) return [];
  const bracketed = [...value.matchAll(/<([^<>]{1,1000})>/g)].map(([, id = '']) => id);
  const found = bracketed.length > 0 ? bracketed : value.split(/[\s,]+/);
  return found
    .slice(0, mailLimits.references)
    .map((id) => cleanLine(id, longestId).text)
    .filter((id) => id !== '');
}

export interface MailTimes {
  dateHeader: string | null;
  topReceived: string | null;
}

export function readTimes(headers: Headers, warnings: string[]): MailTimes {
  const [date, received] = [headers.first('date'), headers.first('received')];
  const dateHeader = date === null ? null : mailInstant(date);
  const topReceived = received === null ? null : receivedInstant(received);
  if (date !== null && dateHeader === null) warnings.push('The Date header of the message names no date that exists.');
  if (received !== null && topReceived === null) warnings.push('The time in the topmost Received header cannot be read.');
  return { dateHeader, topReceived };
}

export interface MailFlags {
  isAutoSubmitted: boolean;
  isBounce: boolean;
  isListMail: boolean;
  isSample: boolean;
}

/** What machines say about their own mail: RFC 3834 (auto-submitted), RFC 3464 (delivery reports), RFC 2919 and 2369 (lists). */
export function readFlags(headers: Headers, from: MailAddress | null): MailFlags {
  const has = (name: string) => headers.first(name) !== null;
  const precedence = (headers.first('precedence') ?? '').trim().toLowerCase();
  const type = headers.first('content-type') ?? '';
  const isReport = /^\s*multipart\/report\b/i.test(type) && /report-type\s{0,9}=\s{0,9}"?delivery-status/i.test(type);
  const isFromMailer = /^(?:mailer-daemon|postmaster)@/i.test(from?.email ?? '');
  const hasNullReturn = (headers.first('return-path') ?? '').trim() === '<>';
  const isBounce = isReport || has('x-failed-recipients') || (isFromMailer && hasNullReturn);
  const automatic = headers.first('auto-submitted');
  return {
    isAutoSubmitted:
      isBounce ||
      (automatic !== null && !/^\s*no\b/i.test(automatic)) ||
      has('x-autoreply') ||
      has('x-autorespond') ||
      precedence === 'auto_reply',
    isBounce,
    isListMail: has('list-id') || has('list-unsubscribe') || has('list-post') || precedence === 'bulk' || precedence === 'list',
    isSample: has('x-nivaran-sample'),
  };
}
