import { approve, decline, listApprovals, withdraw } from '../../approvals/index.ts';
import {
  addPerson,
  appoint,
  changeAppointment,
  changePassphrase,
  changeRoles,
  listOfficers,
  listPeople,
  provePerson,
  removeAppointment,
  removePerson,
} from '../../workspace/index.ts';
import type { Implementer } from '../router.ts';
import type { Session } from '../session.ts';

/** The desk's own people. */
export function staffHandlers(os: Implementer, session: Session) {
  const staff = os.workspace;
  const list = () => listPeople(session.desk());
  // Whoever may see every restricted case from now on gets the keys that the person at the desk holds.
  const giveKeys = () => session.desk().walls.giveWaiting();
  return {
    people: staff.people.handler(list),
    addPerson: staff.addPerson.handler(async ({ input }) => {
      await addPerson(session.desk(), input);
      giveKeys();
      return list();
    }),
    changeRoles: staff.changeRoles.handler(async ({ input }) => {
      await changeRoles(session.desk(), input);
      giveKeys();
      return list();
    }),
    removePerson: staff.removePerson.handler(async ({ input }) => {
      await removePerson(session.desk(), input);
      return list();
    }),
    changePassphrase: staff.changePassphrase.handler(({ input }) => changePassphrase(session.desk(), input)),
    officers: staff.officers.handler(() => listOfficers(session.desk())),
    appoint: staff.appoint.handler(({ input }) => appoint(session.desk(), input)),
    changeAppointment: staff.changeAppointment.handler(({ input }) => changeAppointment(session.desk(), input)),
    removeAppointment: staff.removeAppointment.handler(({ input }) => removeAppointment(session.desk(), input)),
    stepUp: staff.stepUp.handler(async ({ input }) => {
      await provePerson(session.desk(), input.passphrase);
      session.proven();
    }),
  };
}

/** What waits for a second person. */
export function approvalHandlers(os: Implementer, session: Session) {
  const list = () => {
    const { walls } = session.desk();
    return [walls.outer(), walls.opened()].flatMap((desk) => (desk ? listApprovals(desk) : []));
  };
  return {
    list: os.approvals.list.handler(list),
    approve: os.approvals.approve.handler(async ({ input }) => {
      const desk = session.desk();
      const person = input.person ?? desk.person.id;
      await provePerson(desk, input.passphrase, person);
      approve(desk, input.approval, input.reason ?? null, person);
      return list();
    }),
    withdraw: os.approvals.withdraw.handler(({ input }) => {
      withdraw(session.desk(), input.approval, input.reason);
      return list();
    }),
    decline: os.approvals.decline.handler(({ input }) => {
      decline(session.desk(), input.approval, input.reason);
      return list();
    }),
  };
}
