import type { Db } from '../../../db/open.ts';
import { readTicket } from '../../cases/rules.ts';
import {
  addIdentifier,
  bringNamesUpBySlices,
  casePeople,
  findParties,
  mergeParties,
  partyView,
  removeIdentifier,
  setCaseParty,
  tellApart,
  undoMerge,
} from '../../people/index.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';

/** The open desk's database with every name in its index, brought there in slices so that no write waits. */
async function withNames(session: Session): Promise<Db> {
  const { db } = session.desk();
  await bringNamesUpBySlices(db);
  return session.desk().db;
}

/** The people of the desk's cases. */
export function peopleHandlers(os: Implementer, session: Session) {
  const people = os.people;
  return {
    ofCase: people.ofCase.handler(async ({ input }) => casePeople(await withNames(session), readTicket(input.ref))),
    open: people.open.handler(async ({ input }) => partyView(await withNames(session), input.party)),
    find: people.find.handler(async ({ input }) => findParties(await withNames(session), input.text, input.limit)),
    merge: people.merge.handler(({ input }) => mergeParties(session.desk(), input.party, input.into, input.reason)),
    undoMerge: people.undoMerge.handler(({ input }) => undoMerge(session.desk(), input.seq, input.reason)),
    tellApart: people.tellApart.handler(({ input }) => tellApart(session.desk(), input.party, input.other, input.reason)),
    setCaseParty: people.setCaseParty.handler(({ input }) => setCaseParty(session.desk(), input.ref, input.party, input.reason)),
    addIdentifier: people.addIdentifier.handler(({ input }) => addIdentifier(session.desk(), input.party, input.kind, input.value)),
    removeIdentifier: people.removeIdentifier.handler(({ input }) =>
      removeIdentifier(session.desk(), input.party, input.kind, input.value, input.reason),
    ),
  };
}
