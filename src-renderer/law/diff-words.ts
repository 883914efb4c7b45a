import type { FieldChange, LawEvent } from '../../src-main/law/contract.ts';
import { formatDate } from '../ui/ist.ts';
import { eventWords } from './condition-words.ts';
import type { Say } from './explanation-lines.ts';

const fieldLabels: Record<string, string> = {
  cite: 'law.fields.cite',
  gazette: 'law.fields.gazette',
  text: 'law.fields.text',
  confidence: 'law.fields.confidence',
  disputed: 'law.fields.disputed',
  who: 'law.fields.who',
  starts: 'law.fields.starts',
  stops: 'law.fields.stops',
  appliesTo: 'law.fields.applies',
  alternatives: 'law.fields.alternatives',
  notes: 'law.fields.notes',
  sources: 'law.fields.sources',
  title: 'law.fields.title',
  from: 'lawRoom.edit.from',
  until: 'lawRoom.edit.until',
  instrument: 'lawRoom.edit.instrument',
  n: 'lawRoom.edit.n',
  unit: 'lawRoom.edit.unit',
  sense: 'lawRoom.edit.sense',
  endsOnWithdrawal: 'lawRoom.condition.flags.endsOnWithdrawal',
  endsOnVerdict: 'lawRoom.condition.flags.endsOnVerdict',
  ownDate: 'lawRoom.condition.flags.ownDate',
  recurs: 'lawRoom.condition.flags.recurs',
  calendar: 'lawRoom.condition.flags.calendar',
};

/** The name of a field of a rule; one that has none is called as in the file. */
export function fieldWords(field: string, { look }: Say): string {
  return look(fieldLabels[field] ?? '', field);
}

/** A value as it is shown: `isLaw` where the words are the rulebook's own, `isData` where it is shown as it stands in the file. */
export interface ShownValue {
  text: string;
  isLaw: boolean;
  isData: boolean;
}

const plain = (text: string): ShownValue => ({ text, isLaw: false, isData: false });

/** One side of a change in words; what is structured is shown as data. */
export function valueWords({ field, value }: { field: string; value: unknown }, say: Say): ShownValue {
  const { t } = say;
  if (value === null || value === undefined) return plain(t(field === 'until' ? 'lawRoom.changes.open' : 'lawRoom.changes.nothing'));
  if (typeof value === 'boolean') return plain(t(value ? 'common.yes' : 'common.no'));
  if (typeof value === 'number') return plain(String(value));
  if (typeof value === 'string') return ofText(field, value, say);
  if (field === 'title') return plain(Object.values(value as Record<string, string>).join(' · '));
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return ofList(field, value, say);
  return { text: JSON.stringify(value, null, 2), isLaw: true, isData: true };
}

function ofList(field: string, list: string[], say: Say): ShownValue {
  if (list.length === 0) return plain(say.t('lawRoom.changes.nothing'));
  if (field === 'starts' || field === 'stops') return plain(eventWords(list as LawEvent[], say));
  if (field === 'who') return plain(list.map((who) => say.look(`lawRoom.who.${who}`, who)).join(', '));
  return { text: list.join('\n'), isLaw: true, isData: false };
}

function ofText(field: string, value: string, { look }: Say): ShownValue {
  if ((field === 'from' || field === 'until' || field === 'asOf') && /^\d{4}-\d\d-\d\d$/.test(value)) return plain(formatDate(value));
  if (field === 'unit') return plain(look(`lawRoom.unit.${value}`, value));
  if (field === 'sense') return plain(look(`law.sense.${value}`, value));
  if (field === 'confidence') return plain(look(`law.confidence.${value}`, value));
  return { text: value, isLaw: true, isData: false };
}

/** The fields that a new version of the whole file changes anyway, and that say nothing about the law. */
const bookkeeping = new Set(['name', 'version']);

/** What differs outside of the rules, without the name of the version. */
export function otherChanges(other: FieldChange[]): FieldChange[] {
  return other.filter(({ field }) => !bookkeeping.has(field));
}
