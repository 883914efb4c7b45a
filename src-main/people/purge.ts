import type { Db } from '../../db/open.ts';
import { casesOf, entriesAbout, recordsBegunIn, recordsOf, rootOf, rowsOfCase } from './store.ts';
import { mostCases } from './view.ts';

/** The records of everybody who stands in this case and in no other: they go with it when it is purged. */
export function peopleOnlyIn(db: Db, ref: string): string[] {
  const standing = [...recordsBegunIn(db, ref), ...rowsOfCase(db, ref).map(({ party }) => party)];
  const roots = new Set(standing.map((one) => rootOf(db, one)));
  const people = [...roots].flatMap((root) => {
    const records = recordsOf(db, root);
    return casesOf(db, records, mostCases).some((one) => one.ref !== ref) ? [] : records;
  });
  return [...new Set(people)].sort();
}

/** The entries of the record that are about these people alone. */
export function entriesOfPeople(db: Db, people: readonly string[]): number[] {
  return people.length === 0 ? [] : entriesAbout(db, people);
}
