import type { Db } from '../../db/open.ts';
import { currentProfile } from '../desk/adopted.ts';
import { identityPolicy } from '../desk/identity-policy.ts';
import { authoritiesOf, complainantOf } from '../people/index.ts';
import type { CaseFile, IdentityStanding } from './rules.ts';
import { attachmentsOf, attemptsOf } from './store.ts';

/** What the desk knows of who asks in a case: its checklists, the platform's own policy, attempts and authorities. */
export function readIdentity(db: Db, file: CaseFile): IdentityStanding {
  return {
    policy: identityPolicy(),
    platform: currentProfile(db, file.platform),
    attempts: attemptsOf(db, file.ref),
    authorities: authoritiesOf(db, file.ref),
    complainant: complainantOf(db, file.ref) ?? `party:${file.seq}`,
    attachments: attachmentsOf(db, file.ref).map(({ id }) => id),
  };
}
