import type { Rule, Rulebook, Target } from '../../src-main/law/contract.ts';
import { isRule } from './in-words.ts';

export type Source = Rule | Target;
export type Standing = 'now' | 'coming' | 'ended';

/** One duty with all its versions, the newest first; `lead` is the version in force on the day, else the one nearest to it. */
export interface Duty {
  family: string;
  versions: Source[];
  lead: Source;
}

/** Whether a version is in force on a day (`YYYY-MM-DD`, IST), was, or will be. */
export function standingOf({ from, until }: Pick<Source, 'from' | 'until'>, today: string): Standing {
  if (from !== null && from > today) return 'coming';
  return until !== null && until < today ? 'ended' : 'now';
}

/** The duties of a rulebook in its own order, the desk's targets last. */
export function dutiesIn({ rules, targets }: Rulebook, today: string): Duty[] {
  const families = new Map<string, Source[]>();
  for (const source of [...rules, ...targets]) {
    const family = isRule(source) ? source.family : source.id;
    families.set(family, [...(families.get(family) ?? []), source]);
  }
  return [...families].map(([family, members]) => {
    const versions = [...members].sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
    const lead = versions.find((one) => standingOf(one, today) === 'now') ?? versions[0];
    return { family, versions, lead: lead as Source };
  });
}

/** What narrows the list; an empty text narrows nothing. */
export interface BookFilter {
  text: string;
  instrument: string;
  standing: Standing | '';
  confidence: string;
  kind: string;
  isDisputed: boolean;
}

export const noFilter: BookFilter = { text: '', instrument: '', standing: '', confidence: '', kind: '', isDisputed: false };

type Test = (source: Source) => boolean;

/** What a filter asks of a version, one test a field that is filled in. */
function testsOf(filter: BookFilter, today: string, shortName: (rule: string) => string): Test[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const ask = (isAsked: boolean, test: Test): Test[] => (isAsked ? [test] : []);
  const ofLaw = (source: Source): Rule | null => (isRule(source) ? source : null);
  return [
    ...ask(filter.instrument !== '', (source) => ofLaw(source)?.instrument === filter.instrument),
    ...ask(filter.standing !== '', (source) => standingOf(source, today) === filter.standing),
    ...ask(filter.confidence !== '', (source) => (ofLaw(source)?.confidence ?? '-') === filter.confidence),
    ...ask(filter.kind !== '', (source) => source.appliesTo.some(({ kinds }) => (kinds as string[]).includes(filter.kind))),
    ...ask(filter.isDisputed, isDisputed),
    ...words.map(
      (word): Test =>
        (source) =>
          searchText(source, shortName).includes(word),
    ),
  ];
}

/** The duties of which at least one version passes the filter; `shortName` is how the clocks of a rule are called elsewhere. */
export function narrowed(duties: Duty[], filter: BookFilter, today: string, shortName: (rule: string) => string): Duty[] {
  const tests = testsOf(filter, today, shortName);
  return duties.filter(({ versions }) => versions.some((source) => tests.every((test) => test(source))));
}

/** Disputed as a whole, by another reading, or for some of the cases it reaches. */
export function isDisputed(source: Source): boolean {
  if (!isRule(source)) return false;
  return source.disputed || source.alternatives.length > 0 || source.appliesTo.some(({ disputed }) => disputed === true);
}

function searchText(source: Source, shortName: (rule: string) => string): string {
  const rule = isRule(source) ? source : null;
  const parts = [source.id, shortName(source.id), source.title.en, source.title.hi, source.text, ...(source.notes ?? [])];
  return [...parts, rule?.family, rule?.instrument, rule?.cite, rule?.gazette].join(' ').toLowerCase();
}

export function instrumentsOf({ rules }: Rulebook): string[] {
  return [...new Set(rules.map(({ instrument }) => instrument))].sort();
}

export const versionFields = [
  'inForce',
  'period',
  'cite',
  'gazette',
  'text',
  'confidence',
  'disputed',
  'alternatives',
  'who',
  'starts',
  'stops',
  'applies',
  'notes',
  'sources',
] as const;
export type VersionField = (typeof versionFields)[number];

const looksAt: Record<VersionField, readonly string[]> = {
  inForce: ['from', 'until'],
  period: ['sense', 'n', 'unit', 'ownDate'],
  cite: ['instrument', 'cite'],
  gazette: ['gazette'],
  text: ['text'],
  confidence: ['confidence'],
  disputed: ['disputed'],
  alternatives: ['alternatives'],
  who: ['who'],
  starts: ['starts'],
  stops: ['stops', 'endsOnWithdrawal', 'endsOnVerdict', 'recurs'],
  applies: ['appliesTo'],
  notes: ['notes'],
  sources: ['sources'],
};

/** The fields in which the versions of a duty are not all the same. */
export function differingFields(versions: readonly Source[]): Set<VersionField> {
  const shape = (source: Source, field: VersionField) =>
    JSON.stringify(looksAt[field].map((name) => (source as unknown as Record<string, unknown>)[name] ?? null));
  return new Set(versionFields.filter((field) => new Set(versions.map((one) => shape(one, field))).size > 1));
}
