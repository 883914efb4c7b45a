import type { Answer } from '../contract.ts';

/** A table as rows of cells, its heads first. */
export interface Table {
  path: string;
  rows: (string | number | null)[][];
}

/** The lists of an answer as tables; those without a row are left out. The heads are the names of `data.json`. */
export function tablesOf({ categories, systems, recipients, files }: Answer): Table[] {
  const tables: Table[] = [
    {
      path: 'categories.csv',
      rows: [['id', 'label', 'answer', 'clause'], ...categories.map(({ id, label, answer, clause }) => [id, label, answer, clause])],
    },
    {
      path: 'systems.csv',
      rows: [
        ['id', 'label', 'searchedAt', 'recordsFound'],
        ...systems.map(({ id, label, searchedAt, recordsFound }) => [id, label, searchedAt, recordsFound]),
      ],
    },
    {
      path: 'recipients.csv',
      rows: [
        ['name', 'purpose', 'clause', 'toldAt'],
        ...recipients.map(({ name, purpose, clause, toldAt }) => [name, purpose, clause, toldAt]),
      ],
    },
    {
      path: 'files.csv',
      rows: [
        ['path', 'name', 'mediaType', 'sizeBytes', 'sha256', 'decision', 'reason'],
        ...files.map(({ path, name, mediaType, sizeBytes, sha256, decision, reason }) => [
          path,
          name,
          mediaType,
          sizeBytes,
          sha256,
          decision,
          reason,
        ]),
      ],
    },
  ];
  return tables.filter(({ rows }) => rows.length > 1);
}
