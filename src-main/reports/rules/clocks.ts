import type { CaseExplanation } from '../../law/contract.ts';
import type { LetterBlock } from '../../letters/contract.ts';
import type { Writing } from './facts.ts';
import { cellTime, headed, table } from './parts.ts';
import { nameOf, reportWords } from './words.ts';

const wallTime = (ist: string | null) => (ist === null ? '–' : cellTime(ist));

function explained({ rule, steps, notes, source }: CaseExplanation, { language }: Writing): LetterBlock[] {
  const say = reportWords(language);
  const title = source ? `${rule} · ${source.title[language]}` : rule;
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: steps.map(({ text }) => text) },
    ...(notes.length > 0 ? [{ kind: 'paragraph', text: `${say.remarks} ${notes.join(' ')}` } as const] : []),
  ];
}

function delayRows({ facts: { view }, hide, language }: Writing): string[][] {
  return view.delays.map(({ rule, code, text, at }) => [rule, nameOf('delay', code, language), hide(text ?? ''), cellTime(at)]);
}

/** Every clock, of law and of the desk, and below the table why each stands where it stands. */
export function clocksSection(writing: Writing): LetterBlock[] {
  const { facts, language } = writing;
  const say = reportWords(language);
  const all = [...facts.view.clocks, ...facts.view.targets];
  const rows = all.map(({ rule, cite, status, start, due, stoppedAt }) => [
    `${rule}\n${cite}`,
    say.status[status] ?? status,
    wallTime(start),
    wallTime(due),
    stoppedAt === null ? '–' : cellTime(stoppedAt),
  ]);
  const notes = facts.view.notes.map((text): LetterBlock => ({ kind: 'paragraph', text }));
  return [
    ...table(
      writing,
      [
        ['rule', 34],
        ['status', 12],
        ['start', 18],
        ['due', 18],
        ['stopped', 18],
      ],
      rows,
    ),
    ...notes,
    ...(language === 'en' ? [] : [{ kind: 'paragraph', text: say.clockNote } as const]),
    ...facts.explanations.flatMap((one) => explained(one, writing)),
    ...headed(
      writing,
      say.fact.delays,
      [
        ['rule', 26],
        ['what', 18],
        ['reason', 36],
        ['at', 20],
      ],
      delayRows(writing),
    ),
  ];
}
