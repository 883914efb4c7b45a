import type { Desk, DeskPerson } from '../../src-main/desk/desk.ts';
import { post, write } from '../../src-main/desk/desk.ts';
import { systemIds } from '../../src-main/desk/ports.ts';
import { keyObjects, newPersonKeys } from '../../src-main/workspace/keys.ts';

/** Adds a colleague to a test desk without a passphrase slot; `sitDown` puts her before it. */
export function addColleague(desk: Desk, name: string, roles: string[]): DeskPerson {
  const keys = newPersonKeys(systemIds);
  const id = `user:${name.toLowerCase().replace(/[^a-z]/g, '')}0000001`.slice(0, 17);
  const body = {
    name,
    designation: null,
    roles,
    from: null,
    until: null,
    exchangeKey: keys.exchangePublic,
    signingKey: keys.signingPublic,
  };
  write(desk, ['people-of-desk'], () => post(desk, { kind: 'person.added', subject: id, body }));
  return { id, name, designation: null, roles, ...keyObjects(keys) };
}

/** Another person works at the desk from here on; answers who was there before. */
export function sitDown(desk: Desk, person: DeskPerson): DeskPerson {
  const before = desk.person;
  desk.person = person;
  return before;
}
