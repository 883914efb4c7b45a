import type { Outcome, TimelineEntry } from '../../cases/contract.ts';
import type { LetterBlock } from '../../letters/contract.ts';
import { formatInstantIst } from '../../letters/rules/format.ts';
import type { Writing } from './facts.ts';
import { cellTime, prose, table } from './parts.ts';
import { toldBy } from './told.ts';
import type { NameList } from './words/names.ts';
import { entryWord, nameOf, reportWords } from './words.ts';

type Body = Record<string, unknown>;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const workWords = { category: 'held', redaction: 'redaction' } as const;

/** What was done on the request, about which system, category, recipient or file. */
function workLine(body: Body, { facts: { view }, language }: Writing): string {
  const say = reportWords(language);
  const [sort, name, result] = [String(body['sort']), String(body['name']), String(body['result'])];
  const known = [...view.work.systems, ...view.work.categories].find(({ id }) => id === name)?.label;
  const file = view.attachments.find(({ id }) => id === name)?.name;
  const label = typeof known === 'string' ? known : (known?.[language] ?? file ?? name);
  const list = workWords[sort as 'category'];
  return `${nameOf('sort', sort, language)}: ${label} · ${list ? (say[list][result] ?? result) : result}`;
}

/** Whatever an entry says beside its kind, in few words; the text of notes stands in its own section alone. */
function detailsOf({ kind, body }: TimelineEntry, writing: Writing): (string | null)[] {
  if (body === null || kind === 'case.noted') return [];
  const said = body as Body;
  const { labels, language } = writing;
  if (kind === 'work.done') return [workLine(said, writing), text(said['reason'])];
  const word = (list: NameList, field: string) => text(said[field]) && nameOf(list, String(said[field]), language);
  const outcome = text(said['outcome']);
  return [
    outcome && (labels[language].outcomes[outcome as Outcome] ?? outcome),
    text(said['kind']) && (labels[language].kinds[said['kind'] as 'content'] ?? text(said['kind'])),
    word('template', 'template'),
    word('mode', 'mode'),
    text(said['rule']),
    word('method', 'method'),
    word('document', 'document'),
    text(said['result']) && (reportWords(language).identity[String(said['result'])] ?? text(said['result'])),
    text(said['instrument']),
    kind === 'case.delay-explained' ? word('delay', 'code') : word('pause', 'code'),
    word('link', 'as'),
    kind === 'sheet.sent' ? null : text(said['to']),
    ...toldBy(kind, said, language),
    text(said['reason']),
    said['sole'] === true ? reportWords(language).alone : null,
  ];
}

function line(entry: TimelineEntry, writing: Writing): string[] {
  const details = detailsOf(entry, writing).filter((one): one is string => one !== null);
  const name = entryWord(entry.kind, writing.language);
  const what = details.length > 0 ? `${name}: ${writing.hide(details.join(' · '))}` : name;
  return [String(entry.seq), cellTime(entry.at), entry.actorName, what];
}

/** Every entry about the case, as it was made. Signatures say nothing to a reader and stand in the record's extract. */
export function timelineSection(writing: Writing): LetterBlock[] {
  const rows = writing.facts.view.timeline.filter(({ kind }) => kind !== 'signed').map((entry) => line(entry, writing));
  return table(
    writing,
    [
      ['seq', 9],
      ['at', 19],
      ['who', 20],
      ['what', 52],
    ],
    rows,
  );
}

/** Notes with their texts; those marked privileged only in a section of their own. */
export function notesSection(writing: Writing, isPrivileged: boolean): LetterBlock[] {
  const { facts, hide, language } = writing;
  const notes = facts.view.timeline.filter(({ kind, body }) => kind === 'case.noted' && (body?.['privileged'] === true) === isPrivileged);
  if (notes.length === 0) return [{ kind: 'paragraph', text: reportWords(language).none }];
  return notes.flatMap(({ seq, at, actorName, body }): LetterBlock[] => [
    { kind: 'heading', text: `${seq} · ${formatInstantIst(at)} · ${actorName}` },
    ...prose(hide(String(body?.['text'] ?? ''))),
  ]);
}
