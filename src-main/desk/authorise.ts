import { missingRoles } from '../workspace/rules.ts';
import { type Desk, isNobody } from './desk.ts';
import { Fault } from './faults.ts';

/**
 * Refuses what the roles of the person at the desk do not allow (docs/roles.md). `action`: an operation's path, or `act:` and
 * the name of an act on a case. Whoever holds the printed recovery code may do everything but what needs a person's own keys.
 * Fault: not-allowed, naming the roles one of which is needed.
 */
export function authorise({ person }: Pick<Desk, 'person'>, action: string): void {
  if (isNobody(person)) return;
  const needs = missingRoles(person.roles, action);
  if (needs === null) return;
  throw new Fault('not-allowed', `Your roles at this desk do not allow this. It needs one of these: ${needs.join(', ')}.`, {
    needs,
    action,
  });
}
