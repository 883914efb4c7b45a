import type { Rulebook } from '../../law/contract.ts';
import type { Profile } from '../contract.ts';
import type { Finding } from './lint.ts';

/** Gap 6: children. */
export function checkChildren({ minors }: Profile, rulebook: Rulebook): Finding[] {
  const { childUnderYears } = rulebook.figures;
  const where = minors.clause ? ` (${minors.clause})` : '';
  const found: Finding[] = [];
  const add = (severity: Finding['severity'], field: string, problem: string, fix: string) =>
    found.push({ severity, field: `minors.${field}`, problem, fix });
  if (minors.underAge === null)
    add(
      'error',
      'underAge',
      `The policy has no age for children${where}.`,
      `Write a rule for persons under ${childUnderYears}, with a guardian's path.`,
    );
  else if (minors.underAge < childUnderYears)
    add(
      'error',
      'underAge',
      `The policy protects only persons under ${minors.underAge}${where}; the law protects all under ${childUnderYears}.`,
      `Raise the age to ${childUnderYears}.`,
    );
  if (minors.consent === 'deemed')
    add(
      'error',
      'consent',
      `A guardian's consent is taken for granted${where}.`,
      'Ask for verifiable consent of the parent before processing.',
    );
  if (minors.underAge !== null && minors.underAge >= childUnderYears && !minors.hasProcedure)
    add(
      'warning',
      'hasProcedure',
      `The age fits the law, but no procedure says how a parent's consent is verified${where}.`,
      'Write the procedure.',
    );
  return found;
}

/** Gap 11: a hold that reaches other people's accounts. */
export function checkHolds({ holds }: Profile): Finding[] {
  return holds.flatMap(({ reachesConnectedAccounts, clause }, n) =>
    reachesConnectedAccounts
      ? [
          {
            severity: 'warning' as const,
            field: `holds.${n}`,
            problem: `A hold on one account also keeps the data of connected users (${clause}).`,
            fix: `Attach the hold to the set of accounts; when a connected user asks for erasure, warn and cite the clause (${clause}).`,
          },
        ]
      : [],
  );
}

/** Gap 13: a policy that offers no right. */
export function checkRights({ rights }: Profile): Finding[] {
  if (rights.length > 0) return [];
  return [
    {
      severity: 'error',
      field: 'rights',
      problem: 'The policy states no right of the person.',
      fix: 'Go by the statutory rights, and cite the law instead of the policy in letters.',
    },
  ];
}

/** Gap 14: data that the company does not have. */
export function checkNotHeld({ notHeld }: Profile): Finding[] {
  return notHeld.map(({ what, clause }, n) => ({
    severity: 'notice' as const,
    field: `notHeld.${n}`,
    problem: `${what}: not held, so nothing can be given out (${clause}).`,
    fix: `Decide "not held" and cite the clause (${clause}).`,
  }));
}

/** Gap 15: people who are somebody else's customers. */
export function checkBusinessUsers({ redirects }: Profile): Finding[] {
  return redirects.map(({ who, clause }, n) => ({
    severity: 'notice' as const,
    field: `redirects.${n}`,
    problem: `${who}: the customer decides about this data, not the platform (${clause}).`,
    fix: 'Decide "redirected", name the customer, and pass the request on.',
  }));
}

/** Gap 16: Aadhaar among the accepted documents. */
export function checkAadhaar({ identityDocuments }: Profile): Finding[] {
  return identityDocuments.flatMap(({ document, clause }, n) =>
    document === 'aadhaar'
      ? [
          {
            severity: 'warning' as const,
            field: `identityDocuments.${n}`,
            problem: `The policy accepts Aadhaar (${clause}).`,
            fix: 'Keep it masked only: the last four digits, never the number and never an unmasked scan. Always offer another document.',
          },
        ]
      : [],
  );
}
