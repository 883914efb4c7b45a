import { maskContact, maskTail } from '../../identity/rules/mask.ts';

/** How a text is shown at a level of redaction. */
export type Hide = (text: string) => string;

/** People of a case: their names, and what they are reached by. */
export interface KnownPeople {
  names: readonly string[];
  contacts: readonly string[];
  /** Postal addresses, as they were written. */
  places: readonly string[];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const edge = '[\\p{L}\\p{M}\\p{N}_]';

/** `A. Example` as `A… E…`. */
export function initials(name: string): string {
  const parts = name.split(/[\s.]+/).filter((part) => part !== '');
  return parts.map((part) => `${[...part][0]}…`).join(' ');
}

/** The parts of a name that say who it is, the whole first; a letter with a dot says nothing alone. */
function spellings(name: string): string[] {
  const parts = name.split(/\s+/).filter((part) => [...part.replace(/\./g, '')].length >= 3);
  return [name.trim(), ...parts].filter((part) => part !== '');
}

function wordly(words: readonly string[]): RegExp | null {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return null;
  return new RegExp(`(?<!${edge})(?:${longestFirst.map(escaped).join('|')})(?!${edge})`, 'giu');
}

const isTelling = (text: string) => text.trim().length >= 4;
const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/gu;
/** Indian phone numbers, with or without the country's code, in groups or not. */
const phone = /(?<![\p{L}\p{N}])(?:\+?91[\s-]?)?[6-9]\d{4}[\s-]?\d{5}(?![\p{L}\p{N}])/gu;

/** A contact with its last signs alone: the domain of an address, four digits of a phone, of a handle too little to find it. */
function maskReach(text: string): string {
  if (text.includes('@') && !text.startsWith('@')) return maskContact(text);
  return /\p{L}/u.test(text) ? maskTail(text) : maskContact(text);
}

/** Hides the names and contacts of the case's people in any text, and whatever else looks like a mail address or a phone. */
export function hiderFor({ names, contacts, places }: KnownPeople): Hide {
  const called = wordly(names.flatMap(spellings));
  const placed = wordly(places.filter(isTelling));
  const reached = [wordly(contacts.filter(isTelling)), email, phone].flatMap((pattern) => (pattern ? [pattern.source] : []));
  const contact = new RegExp(reached.join('|'), 'giu');
  const hideNames = (text: string) => (called ? text.replace(called, initials) : text);
  return (text) => {
    const withoutPlaces = placed ? text.replace(placed, '[…]') : text;
    // Between two contacts stand names; within one there are none to be looked for.
    const found = [...withoutPlaces.matchAll(contact)];
    const between = withoutPlaces.split(contact);
    return between.map((part, n) => hideNames(part) + (found[n] ? maskReach(found[n][0]) : '')).join('');
  };
}

/** Shows everything as it is. */
export const showAll: Hide = (text) => text;
