import { type } from '@orpc/contract';
import { z } from 'zod';
import type { ApprovalView } from '../../approvals/contract.ts';
import { line, prose } from '../../cases/contract.ts';
import {
  appointSchema,
  changeAppointmentSchema,
  type OfficersView,
  removeAppointmentSchema,
} from '../../workspace/contract/appointments.ts';
import {
  addPersonSchema,
  changePassphraseSchema,
  changeRolesSchema,
  type PersonView,
  removePersonSchema,
} from '../../workspace/contract.ts';
import { base } from './base.ts';

const seq = z.int().min(1);
const secret = z.string().max(1_024);

/** The desk's own people. `passphrase` is that of the person who acts, typed again. Topics: `people-of-desk`, `status`. */
export const staffContract = {
  /** Everybody who works or worked here. */
  people: base.output(type<PersonView[]>()),
  addPerson: base.input(addPersonSchema).output(type<PersonView[]>()),
  changeRoles: base.input(changeRolesSchema).output(type<PersonView[]>()),
  /** Her slot goes; what she did keeps her name. */
  removePerson: base.input(removePersonSchema).output(type<PersonView[]>()),
  /** One's own. */
  changePassphrase: base.input(changePassphraseSchema).output(type<void>()),
  /** The officers of record by date, and what is wrong with the list. Topic: `officers`. */
  officers: base.output(type<OfficersView>()),
  appoint: base.input(appointSchema).output(type<OfficersView>()),
  changeAppointment: base.input(changeAppointmentSchema).output(type<OfficersView>()),
  removeAppointment: base.input(removeAppointmentSchema).output(type<OfficersView>()),
  /** Proves that it is still the same person, for five minutes of what asks for it (fault not-allowed with `stepUp`). */
  stepUp: base.input(z.strictObject({ passphrase: secret })).output(type<void>()),
};

/** What waits for a second person. Topics: `approvals`, `case:REF`. */
export const approvalsContract = {
  list: base.output(type<ApprovalView[]>()),
  /** `person` agrees, with her own passphrase: at her own desk, or on the spot at that of the one who asked. */
  approve: base
    .input(z.strictObject({ approval: seq, person: line(80).optional(), passphrase: secret, reason: prose(4_000).optional() }))
    .output(type<ApprovalView[]>()),
  /** Who asked takes it back, while what was agreed to has not been done. */
  withdraw: base
    .input(z.strictObject({ approval: seq, reason: prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why')) }))
    .output(type<ApprovalView[]>()),
  decline: base
    .input(z.strictObject({ approval: seq, reason: prose(4_000).pipe(z.string().trim().min(1, 'is empty: say why')) }))
    .output(type<ApprovalView[]>()),
};
