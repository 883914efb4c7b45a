import type { Db } from '../../db/open.ts';
import { currentProfile } from '../desk/adopted.ts';
import { remediesOpenFor, workflowBook } from '../desk/workflows.ts';
import { checklistFor } from '../identity/rules.ts';
import { complainantOf } from '../people/index.ts';
import { consentsOf, holdsReaching, workOf } from '../rights/index.ts';
import type { CaseItem } from './contract.ts';
import { readIdentity } from './identity.ts';
import type { WorkKnown } from './rules/work.ts';
import type { CaseFile, Standing } from './rules.ts';
import { attemptContext, dayInIndia, isUncovered } from './rules.ts';
import { attachmentsOf } from './store.ts';

/** The legal holds that stand at `now` (UTC) and reach a case: placed on it, on who asks, or on an account it names. */
export function holdsOn(db: Db, file: CaseFile, items: readonly CaseItem[], now: string) {
  const { name, email, phone } = file.complainant;
  const accounts = [...items.map(({ value }) => value), ...[name, email, phone].filter((one) => one !== undefined)];
  return holdsReaching(db, { ref: file.ref, party: complainantOf(db, file.ref) ?? `party:${file.seq}`, accounts }, now);
}

/** What the desk knows of the work on a case: its workflow, the platform, who asks, what was done, and the holds that reach it. */
export function readWork(db: Db, { file, items, letters, now }: Standing) {
  const identity = readIdentity(db, file);
  const { complainant, authorities } = identity;
  const attached = attachmentsOf(db, file.ref);
  const withPurpose = (wanted: string) =>
    attached.filter(({ purpose }) => purpose === wanted).map(({ id, name: called }) => ({ id, name: called }));
  return {
    platform: { book: workflowBook(), profile: currentProfile(db, file.platform), receivedOn: dayInIndia(file.receivedAt) },
    complainant,
    remedies: remediesOpenFor(file.kind, file.receivedAt),
    standing: {
      file,
      items,
      letters,
      checklist: checklistFor(attemptContext(file, identity, now)),
      work: workOf(db, file.ref),
      holds: holdsOn(db, file, items, now),
      consents: consentsOf(db, file.ref),
      files: withPurpose('evidence'),
      copies: withPurpose('redacted'),
      hasPackage: attached.some(({ purpose, quarantine }) => purpose === 'package' && quarantine !== 'withheld'),
      isUncovered: isUncovered(authorities, file.kind, now),
    },
  } satisfies WorkKnown;
}
