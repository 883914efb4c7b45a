import { describe, expect, it } from 'vitest';
import { actNames } from '../../../src-main/cases/contract.ts';
import { contract } from '../../../src-main/desk/contract.ts';
import { roles } from '../../../src-main/workspace/contract.ts';
import {
  entryRefusal,
  isNameTaken,
  missingRoles,
  operationRules,
  ruleOf,
  staffRefusal,
  stepUpOperations,
} from '../../../src-main/workspace/rules.ts';

/** Every operation of the contract, by its path. */
function operationsOf(part: object, path: string[] = []): string[] {
  return Object.entries(part).flatMap(([name, one]) =>
    '~orpc' in (one as object) ? [[...path, name].join('.')] : operationsOf(one as object, [...path, name]),
  );
}

const operations = operationsOf(contract);
const person = { id: 'user:a', name: 'A. Example', roles: ['officer', 'admin'], from: null, until: null };

describe('the table of roles', () => {
  it('has a rule for every operation of the contract, and for nothing else', () => {
    expect(Object.keys(operationRules).sort()).toEqual([...operations].sort());
    expect(operations).toEqual(expect.arrayContaining([...stepUpOperations]));
  });

  it('names known roles, and somebody for everything', () => {
    for (const action of [...operations, ...actNames.map((act) => `act:${act}`)]) {
      const rule = ruleOf(action);
      if (rule === 'anyone') continue;
      expect(rule.length, action).toBeGreaterThan(0);
      expect(roles, action).toEqual(expect.arrayContaining([...rule]));
    }
  });

  it('lets an auditor change nothing and no administrator decide', () => {
    for (const act of actNames) {
      expect(missingRoles(['auditor'], `act:${act}`), act).not.toBeNull();
      expect(missingRoles(['admin'], `act:${act}`), act).not.toBeNull();
    }
    expect(missingRoles(['officer'], 'workspace.addPerson')).toEqual(['admin']);
    expect(missingRoles(['legal'], 'act:decide')).toContain('officer');
    expect(missingRoles(['auditor', 'officer'], 'act:decide')).toBeNull();
  });

  it('leaves an operation without a rule to the grievance officer', () => {
    expect(missingRoles(['deputy'], 'gossip.spread')).toEqual(['officer']);
    expect(missingRoles(['officer'], 'gossip.spread')).toBeNull();
  });
});

describe('the people of a desk', () => {
  it('have a grievance officer and an administrator who stay', () => {
    const today = '2026-11-21';
    expect(staffRefusal([person], today)).toBeNull();
    expect(staffRefusal([{ ...person, roles: ['officer'] }], today)).toContain('administrator');
    expect(staffRefusal([{ ...person, until: '2027-01-01' }], today)).toContain('grievance officer');
    expect(staffRefusal([{ ...person, from: '2026-11-22' }], today)).toContain('grievance officer');
    expect(staffRefusal([], today)).toContain('grievance officer');
  });

  it('open the desk from their first day to their last', () => {
    const dated = { removedAt: null, from: '2026-11-21', until: '2026-11-30' };
    expect(entryRefusal(dated, '2026-11-20')).toContain('not begun');
    expect(entryRefusal(dated, '2026-11-21')).toBeNull();
    expect(entryRefusal(dated, '2026-11-30')).toBeNull();
    expect(entryRefusal(dated, '2026-12-01')).toContain('over');
    expect(entryRefusal({ ...dated, removedAt: '2026-11-21T00:00:00.000Z' }, '2026-11-21')).toContain('nobody');
    expect(entryRefusal(null, '2026-11-21')).toContain('nobody');
  });

  it('have names that can be told apart', () => {
    expect(isNameTaken(' a.  example', [person])).toBe(true);
    expect(isNameTaken('B. Example', [person])).toBe(false);
  });
});
