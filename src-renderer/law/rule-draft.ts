import type { FileProblem, Rule, RuleEdit } from '../../src-main/law/contract.ts';
import { formatDate } from '../ui/ist.ts';
import { readDay } from './what-if.ts';

/** What is done to a rule: a new version from a day on, a mistake mended, an end, or a rule that was not there. */
export type EditWay = 'amend' | 'correct' | 'end' | 'add';

/** The fields of a rule as they are typed: lists of ids as lists, notes one a line, what is structured as JSON, days dd-MM-yyyy. */
export interface RuleDraft {
  way: EditWay;
  /** The id of the new version, or of the new rule. */
  newId: string;
  family: string;
  from: string;
  until: string;
  titleEn: string;
  titleHi: string;
  text: string;
  instrument: string;
  cite: string;
  gazette: string;
  n: string;
  unit: string;
  sense: string;
  confidence: string;
  isDisputed: boolean;
  who: string[];
  starts: string[];
  stops: string[];
  sources: string[];
  flags: string[];
  notes: string;
  alternatives: string;
  appliesTo: string;
}

export const ruleFlags = ['endsOnWithdrawal', 'endsOnVerdict', 'ownDate', 'recurs', 'calendar'] as const;

const shownDay = (date: string | null | undefined) => (date ? formatDate(date) : '');
const shownData = (value: unknown) => JSON.stringify(value, null, 2);

const emptyDraft: RuleDraft = {
  way: 'add',
  newId: '',
  family: '',
  from: '',
  until: '',
  titleEn: '',
  titleHi: '',
  text: '',
  instrument: '',
  cite: '',
  gazette: '',
  n: '',
  unit: '',
  sense: 'max',
  confidence: 'C1',
  isDisputed: false,
  who: [],
  starts: ['received'],
  stops: [],
  sources: [],
  flags: [],
  notes: '',
  alternatives: '[]',
  appliesTo: '[]',
};

/** A rule as the form shows it; an empty form where there is none yet. */
export function draftOf(rule: Rule | null): RuleDraft {
  if (rule === null) return emptyDraft;
  const { id, title, gazette, n, unit, disputed, notes, alternatives, appliesTo } = rule;
  const { family, text, instrument, cite, sense, confidence, who, starts, stops, sources } = rule;
  return {
    ...{ family, text, instrument, cite, sense, confidence, who, starts, stops, sources },
    way: 'amend',
    newId: nextId(id),
    from: '',
    until: shownDay(rule.until),
    titleEn: title.en,
    titleHi: title.hi,
    gazette: gazette ?? '',
    n: n === null ? '' : String(n),
    unit: unit ?? '',
    isDisputed: disputed,
    flags: ruleFlags.filter((flag) => rule[flag] === true),
    notes: (notes ?? []).join('\n'),
    alternatives: shownData(alternatives),
    appliesTo: shownData(appliesTo),
  };
}

/** `IT-RES-7D` becomes `IT-RES-7D-2`, then `IT-RES-7D-3`; the person may name it otherwise. */
function nextId(id: string): string {
  const numbered = /^(.*)-(\d{1,3})$/.exec(id);
  return numbered ? `${numbered[1]}-${Number(numbered[2]) + 1}` : `${id}-2`;
}

/** The draft for another way of changing the same rule: mending shows the dates as they stand, a new version asks for its own. */
export function draftFor(way: EditWay, rule: Rule, before: RuleDraft): RuleDraft {
  return { ...before, way, from: way === 'correct' ? shownDay(rule.from) : '', until: way === 'end' ? '' : shownDay(rule.until) };
}

/** What is wrong with a field before the desk is asked; `value` is the field's own words to be completed by the window. */
export type DraftProblem = { kind: 'not-day' } | { kind: 'not-number' } | { kind: 'not-json'; why: string } | { kind: 'nothing' };

export interface DraftAnswer {
  edit: RuleEdit | null;
  problems: Partial<Record<keyof RuleDraft, DraftProblem>>;
}

/** The change that a draft means; null while a field cannot be read, or while nothing is changed. */
export function editOf(rule: Rule | null, draft: RuleDraft): DraftAnswer {
  const problems: DraftAnswer['problems'] = {};
  const day = (field: 'from' | 'until'): string | null => {
    if (draft[field].trim() === '') return null;
    const read = readDay(draft[field]);
    if (read === null) problems[field] = { kind: 'not-day' };
    return read;
  };
  if (draft.way === 'end') return endOf(rule, day('until'), problems);
  const dates = { from: day('from'), until: day('until') };
  const fields = { ...fieldsOf(draft, problems), ...dates };
  if (draft.way === 'amend' && dates.from === null) problems.from ??= { kind: 'not-day' };
  if (Object.keys(problems).length > 0) return { edit: null, problems };
  if (rule === null) return { edit: { how: 'add', rule: added(draft, fields) }, problems };
  const changes = changesOf(rule, fields);
  if (draft.way === 'amend') {
    const { from: _from, ...rest } = changes;
    return { edit: { how: 'amend', id: rule.id, newId: draft.newId.trim(), from: dates.from ?? '', changes: rest }, problems };
  }
  if (Object.keys(changes).length === 0) return { edit: null, problems: { way: { kind: 'nothing' } } };
  return { edit: { how: 'correct', id: rule.id, changes }, problems };
}

function endOf(rule: Rule | null, until: string | null, problems: DraftAnswer['problems']): DraftAnswer {
  if (rule === null || until === null) return { edit: null, problems: { until: { kind: 'not-day' }, ...problems } };
  return { edit: { how: 'end', id: rule.id, until }, problems };
}

function fieldsOf(draft: RuleDraft, problems: DraftAnswer['problems']): Record<string, unknown> {
  const data = (field: 'alternatives' | 'appliesTo'): unknown => {
    try {
      return JSON.parse(draft[field]);
    } catch (error) {
      problems[field] = { kind: 'not-json', why: error instanceof Error ? error.message : String(error) };
      return null;
    }
  };
  const n = draft.n.trim();
  if (n !== '' && !/^\d{1,6}$/.test(n)) problems.n = { kind: 'not-number' };
  const notes = draft.notes
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    title: { en: draft.titleEn.trim(), hi: draft.titleHi.trim() },
    text: draft.text.trim(),
    instrument: draft.instrument.trim(),
    cite: draft.cite.trim(),
    gazette: draft.gazette.trim() === '' ? null : draft.gazette.trim(),
    n: n === '' ? null : Number(n),
    unit: draft.unit === '' ? null : draft.unit,
    sense: draft.sense,
    confidence: draft.confidence,
    disputed: draft.isDisputed,
    who: draft.who,
    starts: draft.starts,
    stops: draft.stops,
    sources: draft.sources,
    ...(notes.length > 0 ? { notes } : { notes: undefined }),
    ...Object.fromEntries(ruleFlags.map((flag) => [flag, draft.flags.includes(flag) ? true : undefined])),
    alternatives: data('alternatives'),
    appliesTo: data('appliesTo'),
  };
}

function added(draft: RuleDraft, fields: Record<string, unknown>): Record<string, unknown> {
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { id: draft.newId.trim(), family: draft.family.trim(), ...known };
}

/** Only what differs from the rule; a flag or the notes that were taken away are told as false or an empty list. */
function changesOf(rule: Rule, fields: Record<string, unknown>): Record<string, unknown> {
  const before = rule as unknown as Record<string, unknown>;
  const isSame = (field: string, value: unknown) => JSON.stringify(before[field] ?? null) === JSON.stringify(value ?? null);
  const differing = Object.entries(fields).filter(([field, value]) => !isSame(field, value) && !isOff(before[field], value));
  const off = (field: string) => (field === 'notes' ? [] : false);
  return Object.fromEntries(differing.map(([field, value]) => [field, value === undefined ? off(field) : value]));
}

/** A flag that is not set, by either way of saying so. */
function isOff(before: unknown, after: unknown): boolean {
  return (before === false || (Array.isArray(before) && before.length === 0)) && after === undefined;
}

const formFields: Record<string, keyof RuleDraft> = {
  id: 'newId',
  family: 'family',
  from: 'from',
  until: 'until',
  text: 'text',
  instrument: 'instrument',
  cite: 'cite',
  gazette: 'gazette',
  n: 'n',
  unit: 'unit',
  sense: 'sense',
  confidence: 'confidence',
  disputed: 'isDisputed',
  who: 'who',
  starts: 'starts',
  stops: 'stops',
  sources: 'sources',
  notes: 'notes',
  alternatives: 'alternatives',
  appliesTo: 'appliesTo',
};

export interface PlacedProblems {
  byField: Partial<Record<keyof RuleDraft, string>>;
  /** What belongs to no field of this form. */
  rest: FileProblem[];
}

/**
 * The desk's problems at the fields they are about. A problem of the rulebook names its rule before the colon; those of another
 * rule, and whatever the form has no field for, are left over. `oldId`: the version that a new one follows.
 */
export function placedProblems(
  problems: readonly FileProblem[],
  draft: Pick<RuleDraft, 'way' | 'newId'>,
  oldId: string | null,
): PlacedProblems {
  const placed: PlacedProblems = { byField: {}, rest: [] };
  const mine = draft.way === 'amend' || draft.way === 'add' ? draft.newId.trim() : oldId;
  for (const problem of problems) {
    const field = fieldFor(problem, mine, draft.way === 'amend' ? oldId : null);
    if (field === null) placed.rest.push(problem);
    else placed.byField[field] ??= inDays(withoutOwner(problem.message, ownerOf(problem)));
  }
  return placed;
}

function fieldFor(problem: FileProblem, mine: string | null, before: string | null): keyof RuleDraft | null {
  const [list, , name = '', part] = problem.field.split('.');
  if (list !== 'rules') return null;
  const owner = ownerOf(problem);
  // The old version ends the day before the new one begins: what is wrong with its end is the day of the beginning.
  if (owner !== null && owner === before && owner !== mine) return name === 'until' || name === 'from' ? 'from' : null;
  if (owner !== null && owner !== mine) return null;
  if (name === 'title') return part === 'hi' ? 'titleHi' : 'titleEn';
  return formFields[name] ?? null;
}

function ownerOf({ message }: FileProblem): string | null {
  return /^([A-Z0-9][A-Za-z0-9-]*): /.exec(message)?.[1] ?? null;
}

/** Dates as the window writes them. */
function inDays(message: string): string {
  return message.replace(/\b\d{4}-\d\d-\d\d\b/g, formatDate);
}

function withoutOwner(message: string, owner: string | null): string {
  return owner === null ? message : message.slice(owner.length + 2);
}
