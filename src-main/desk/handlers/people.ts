import { readTicket } from '../../cases/rules.ts';
import {
  addIdentifier,
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

/** The people of the desk's cases. */
export function peopleHandlers(os: Implementer, session: Session) {
  const people = os.people;
  return {
    ofCase: people.ofCase.handler(({ input }) => casePeople(session.desk().db, readTicket(input.ref))),
    open: people.open.handler(({ input }) => partyView(session.desk().db, input.party)),
    find: people.find.handler(({ input }) => findParties(session.desk().db, input.text, input.limit)),
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
