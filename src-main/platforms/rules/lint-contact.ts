import type { Rulebook } from '../../law/contract.ts';
import type { Profile } from '../contract.ts';
import type { Finding, OfficerOfRecord } from './lint.ts';

/** Gap 1: the rule wants the officer's name and contact details shown prominently. */
export function checkOfficer({ officer }: Profile, _rulebook: Rulebook, appointed: OfficerOfRecord | null): Finding[] {
  if (officer.name !== null || officer.isNamedInPolicy) return [];
  if (appointed)
    return [
      {
        severity: 'warning',
        field: 'officer.name',
        problem: `The policy names no grievance officer; the desk's officer of record is ${appointed.name}.`,
        fix: 'Publish the name and contact details of the officer of record prominently (rule 3(2)(a) of the IT Rules).',
      },
    ];
  return [
    {
      severity: 'error',
      field: 'officer.name',
      problem: `The policy names no grievance officer${officer.title ? ` (it speaks of a "${officer.title}")` : ''}.`,
      fix: 'Appoint one (Settings, officers of record), enter the name and contact details, and publish them prominently (rule 3(2)(a) of the IT Rules).',
    },
  ];
}

/** Gap 2: a mailbox of the officer's own, and an address for letters. */
export function checkReach({ officer, contact, address }: Profile, _rulebook: Rulebook, appointed: OfficerOfRecord | null): Finding[] {
  const found: Finding[] = [];
  if (officer.email === null && appointed?.email)
    found.push({
      severity: 'warning',
      field: 'officer.email',
      problem: `The policy gives no mailbox of the officer; letters carry that of the officer of record, ${appointed.email}.`,
      fix: 'Publish the mailbox of the officer of record.',
    });
  else if (officer.email === null)
    found.push({
      severity: contact.email === null ? 'error' : 'warning',
      field: 'officer.email',
      problem:
        contact.email === null
          ? 'The policy leaves the e-mail address of the officer blank.'
          : `Complaints share the general mailbox ${contact.email}.`,
      fix: 'Open a mailbox for grievances, enter it here and publish it.',
    });
  if (address === null && !appointed?.address)
    found.push({
      severity: 'warning',
      field: 'address',
      problem: 'The policy gives no postal address.',
      fix: 'Enter the address that letters shall carry.',
    });
  return found;
}

const pinCode = /^[1-9]\d{5}$/;

/** Gap 3: a PIN code has six digits, the first of them not zero; checked before it prints on a letter. */
export function checkPin({ address, letterhead }: Profile): Finding[] {
  const inPolicy =
    address?.pin !== null && address?.pin !== undefined && !pinCode.test(address.pin) ? [{ field: 'address.pin', pin: address.pin }] : [];
  const onPaper = letterhead.flatMap((line, n) => pinsIn(line).map((pin) => ({ field: `letterhead.${n}`, pin })));
  return [...inPolicy, ...onPaper].map(({ field, pin }) => ({
    severity: 'error' as const,
    field,
    problem: `The PIN code "${pin}" is not one: a PIN code has six digits and does not begin with 0.`,
    fix: 'Enter the right PIN code; letters leave the wrong one out.',
  }));
}

/** Numbers that stand where a PIN code stands (at the end of a line or before a comma) and are none. */
function pinsIn(line: string): string[] {
  return [...line.matchAll(/[\s-](\d{4,8})(?=\.?$|,)/g)].flatMap(([, pin]) => (pin && !pinCode.test(pin) ? [pin] : []));
}
