import type { CaseKind, Channel, Facts, NewCase, Platform } from '../../src-main/cases/contract.ts';
import type { Language } from '../app/i18n/index.ts';
import { keptFacts, mayBeMinor } from '../case/facts-of-kind.ts';
import { parseInstant } from '../ui/ist.ts';
import { readItems } from './items-text.ts';
import { factsOfUrgency, type Urgency } from './urgency.ts';

/** The sheet as it is typed. */
export interface Typed {
  urgency: Urgency | '';
  /** Under 18; undefined where nobody has said. */
  minor?: boolean | undefined;
  /** What a suggestion that was taken says beside the kind. */
  suggested?: Facts | undefined;
  platform: Platform;
  kind: CaseKind;
  receivedAt: string;
  lateReason: string;
  channel: Channel;
  name: string;
  email: string;
  phone: string;
  /** Empty: as the script of the text says. */
  language: Language | '';
  subject: string;
  text: string;
  items: string;
}

const hourMs = 60 * 60_000;

/** A receipt more than an hour before its entry must be explained. */
export function isLate(receivedAt: string, nowMs: number): boolean {
  const instant = parseInstant(receivedAt);
  return instant !== null && nowMs - Date.parse(instant) > hourMs;
}

/** The language that letters will be in: the one chosen, else Hindi where something was written in Devanagari. */
export function lettersIn({ language, subject, text, name }: Pick<Typed, 'language' | 'subject' | 'text' | 'name'>): Language {
  if (language !== '') return language;
  return /\p{Script=Devanagari}/u.test(`${subject}${text}${name}`) ? 'hi' : 'en';
}

const filled = (fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );

/** What the sheet sends; empty fields are left out, for absent is not the same as empty. */
export function newCaseOf(typed: Typed, nowMs: number): NewCase {
  const { items } = readItems(typed.items);
  const isAsked = typed.minor !== undefined && mayBeMinor(typed.kind);
  const suggested = keptFacts(typed.kind, typed.suggested ?? {});
  const facts = { ...suggested, ...factsOfUrgency(typed.urgency), ...(isAsked ? { minor: typed.minor } : {}) };
  return {
    platform: typed.platform,
    kind: typed.kind,
    receivedAt: parseInstant(typed.receivedAt) ?? typed.receivedAt,
    ...(isLate(typed.receivedAt, nowMs) ? filled({ lateReason: typed.lateReason }) : {}),
    channel: typed.channel,
    complainant: { ...filled({ name: typed.name, email: typed.email, phone: typed.phone }), language: lettersIn(typed) },
    subject: typed.subject.trim(),
    ...(typed.text.trim() === '' ? {} : { text: typed.text }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(items.length === 0 ? {} : { items }),
  };
}
