import type { Outcome } from '../../cases/contract.ts';
import type { LetterBlock } from '../../letters/contract.ts';
import { formatInstantIst } from '../../letters/rules/format.ts';
import type { WorkEntry } from '../../rights/contract.ts';
import type { Writing } from './facts.ts';
import { cellTime, dayText, facts, headed, prose } from './parts.ts';
import { reportWords } from './words.ts';

const said = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** The entries of one sort as rows: when, who, about what, and what came of it. */
function rowsOf({ facts: { view }, hide, language }: Writing, sort: WorkEntry['sort'], tell: (entry: WorkEntry) => string): string[][] {
  const names = new Map([
    ...view.work.systems.map(({ id, label }): [string, string] => [id, label[language]]),
    ...view.work.categories.map(({ id, label }): [string, string] => [id, label]),
    ...view.work.files.map(({ id, name }): [string, string] => [id, name]),
  ]);
  const mine = view.work.entries.filter((entry) => entry.sort === sort);
  return mine.map((entry) => [cellTime(entry.at), entry.enteredByName, hide(names.get(entry.name) ?? entry.name), hide(tell(entry))]);
}

const columns = [
  ['at', 19],
  ['who', 20],
  ['what', 27],
  ['result', 34],
] as [name: 'at' | 'who' | 'what' | 'result', share: number][];

function packageRows({ facts: { packages } }: Writing): string[][] {
  return packages.map(({ seq, name, sizeBytes, sha256, builtAt, releasedAt }) => [
    String(seq),
    name,
    String(sizeBytes),
    sha256,
    `${cellTime(builtAt)} / ${cellTime(releasedAt)}`,
  ]);
}

/** What was searched, held, told, confirmed and decided of files, entry by entry. */
export function workSection(writing: Writing): LetterBlock[] {
  const { language } = writing;
  const say = reportWords(language);
  const blocks = [
    ...headed(
      writing,
      say.fact.searches,
      columns,
      rowsOf(writing, 'search', ({ result, detail }) =>
        [`${say.column.found}: ${result}`, said(detail['query'])].filter(Boolean).join(' · '),
      ),
    ),
    ...headed(
      writing,
      say.fact.categories,
      columns,
      rowsOf(writing, 'category', ({ result, detail }) => [say.held[result] ?? result, said(detail['clause'])].filter(Boolean).join(' · ')),
    ),
    ...headed(
      writing,
      say.fact.recipients,
      columns,
      rowsOf(writing, 'recipient', ({ result }) => result),
    ),
    ...headed(
      writing,
      say.fact.confirmations,
      columns,
      rowsOf(writing, 'confirmation', ({ result, detail }) => {
        const expires = said(detail['backupExpires']);
        return [result, said(detail['by']), expires && say.fact.until.replace('{day}', dayText(expires))].filter(Boolean).join(' · ');
      }),
    ),
    ...headed(
      writing,
      say.fact.fileDecisions,
      columns,
      rowsOf(writing, 'redaction', ({ result, detail }) =>
        [say.redaction[result] ?? result, said(detail['reason'])].filter(Boolean).join(' · '),
      ),
    ),
    ...headed(
      writing,
      say.fact.packages,
      [
        ['seq', 9],
        ['name', 25],
        ['size', 11],
        ['hash', 33],
        ['sentBy', 22],
      ],
      packageRows(writing),
    ),
  ];
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: say.none }];
}

type Decided = Record<string, unknown>;

function openSteps(body: Decided, { facts: { view }, language }: Writing): string {
  const ids = (body['open'] as string[] | undefined) ?? [];
  return ids.map((id) => view.work.steps.find((step) => step.id === id)?.title[language] ?? id).join(', ');
}

function decision(body: Decided, at: string, writing: Writing): LetterBlock[] {
  const { facts: known, hide, language, labels } = writing;
  const say = reportWords(language);
  const outcome = String(body['outcome'] ?? '');
  const current = known.view.decision;
  const isCurrent = current?.reasons === body['reasons'] && current?.outcome === outcome;
  const remedies = (body['remedy'] as { cite: string }[] | undefined)?.map(({ cite }) => cite).join('; ');
  return [
    ...facts([
      [say.fact.outcome, labels[language].outcomes[outcome as Outcome] ?? outcome],
      [say.fact.decidedAt, formatInstantIst(at)],
      [say.fact.ground, said(body['ground']) && hide(String(body['ground']))],
      [say.fact.clause, said(body['clause'])],
      [say.fact.clauseText, said(body['clauseText'])],
      [say.fact.remedies, remedies],
      [say.fact.open, openSteps(body, writing)],
      [say.fact.sent, isCurrent && current.sentAt ? formatInstantIst(current.sentAt) : null],
    ]),
    { kind: 'heading', text: say.fact.reasons },
    ...prose(hide(String(body['reasons'] ?? ''))),
  ];
}

/** Every decision of the case with its clause, the first one first; a later one took the place of those before. */
export function decisionsSection(writing: Writing): LetterBlock[] {
  const entries = writing.facts.view.timeline.filter(({ kind, body }) => kind === 'case.decided' && body !== null);
  if (entries.length === 0) return [{ kind: 'paragraph', text: reportWords(writing.language).none }];
  return entries.flatMap(({ at, body }) => decision(body as Decided, at, writing));
}
