import type { LetterBlock } from '../../letters/contract.ts';
import type { Writing } from './facts.ts';
import { cellTime, table } from './parts.ts';
import { nameOf, reportWords } from './words.ts';

/** Where in the archive something lies, or why it does not. */
function placeOf({ inArchive, language }: Writing, id: string): string {
  const say = reportWords(language);
  const found = inArchive.get(id);
  if (!found || ('why' in found && found.why === 'not-asked')) return say.notAsked;
  return 'path' in found ? found.path : say.withheld[found.why as 'gone'];
}

/** The letters, with the hash of each sealed one. */
export function lettersSection(writing: Writing): LetterBlock[] {
  const say = (list: 'template' | 'mode', id: string) => nameOf(list, id, writing.language);
  const rows = writing.facts.view.letters.map(({ id, template, language, sealedAt, record, sha256, sentAt, mode }) => [
    `${say('template', template)} (${language})`,
    sealedAt ? `${cellTime(sealedAt)}${record === null ? '' : ` · ${record}`}` : '–',
    sentAt ? `${cellTime(sentAt)}${mode ? `, ${say('mode', mode)}` : ''}` : '–',
    sha256 ?? '–',
    placeOf(writing, id),
  ]);
  return table(
    writing,
    [
      ['letter', 19],
      ['sealed', 18],
      ['sentBy', 18],
      ['hash', 26],
      ['archive', 19],
    ],
    rows,
  );
}

/** Every file of the case with its hash; letters stand above. */
export function evidenceSection(writing: Writing): LetterBlock[] {
  const { facts, hide, language } = writing;
  const say = reportWords(language);
  const files = facts.view.attachments.filter(({ purpose }) => purpose !== 'letter');
  const rows = files.map(({ id, name, purpose, sizeBytes, addedAt, sha256 }) => [
    `${hide(name)}\n${say.purpose[purpose] ?? purpose}`,
    String(sizeBytes),
    cellTime(addedAt),
    sha256,
    placeOf(writing, id),
  ]);
  return table(
    writing,
    [
      ['name', 27],
      ['size', 11],
      ['added', 17],
      ['hash', 26],
      ['archive', 19],
    ],
    rows,
  );
}

/** The entries about the case with hash and commitment, to be checked against the record. */
export function recordSection(writing: Writing): LetterBlock[] {
  const { facts, language } = writing;
  const note = reportWords(language).recordNote.replace('{entries}', String(facts.head.entries)).replace('{head}', facts.head.hash);
  const rows = facts.entries.map(({ seq, at, kind, hash, commitment }) => [String(seq), cellTime(at), kind, hash, commitment]);
  return [
    { kind: 'paragraph', text: note },
    ...table(
      writing,
      [
        ['seq', 8],
        ['at', 18],
        ['entry', 20],
        ['entryHash', 27],
        ['commitment', 27],
      ],
      rows,
    ),
  ];
}
