import { type Db, statement } from '../../db/open.ts';

/** Whether every case of this workspace is invented; letters and screens then say so. */
export function isSynthetic(db: Db): boolean {
  const row = statement(db, 'SELECT synthetic FROM organisation').get() as { synthetic: number };
  return row.synthetic === 1;
}

/** The organisation's name as it was entered at setup. */
export function organisationName(db: Db): string {
  return (statement(db, 'SELECT name FROM organisation').get() as { name: string }).name;
}
