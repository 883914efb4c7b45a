import type { Rulebook } from '../../law/contract.ts';
import { sayDate } from '../../law/rules.ts';
import type { Profile } from '../contract.ts';
import { anyVersion, current, isLonger, sayPeriod } from './figures.ts';
import type { Finding } from './lint.ts';

/** Gap 4: the limits of the law appear nowhere, or a promise is longer than the law allows. */
export function checkTimelines(profile: Profile, rulebook: Rulebook): Finding[] {
  return [...unsaidLimits(profile, rulebook), ...tooLongPromises(profile, rulebook)];
}

const limits = [
  { about: 'acknowledge', family: 'IT-ACK' },
  { about: 'resolve', family: 'IT-RES' },
] as const;

function unsaidLimits({ serviceLevels }: Profile, rulebook: Rulebook): Finding[] {
  const unsaid = limits.flatMap(({ about, family }) => {
    const rule = current(family, rulebook);
    const isSaid = serviceLevels.some((level) => level.about === about && level.n !== null);
    return rule && !isSaid ? [`${about} a complaint (${sayPeriod(rule)})`] : [];
  });
  if (unsaid.length === 0) return [];
  return [
    {
      severity: 'warning',
      field: 'serviceLevels',
      problem: `The policy does not say how soon the company will ${unsaid.join(' and ')}.`,
      fix: 'Publish the limits of rule 3(2) of the IT Rules; the clocks run by law in any case.',
    },
  ];
}

function tooLongPromises({ serviceLevels, deletion }: Profile, rulebook: Rulebook): Finding[] {
  const resolve = current('IT-RES', rulebook);
  if (!resolve) return [];
  const promises = [
    ...deletion.map((promise, n) => ({ ...promise, field: `deletion.${n}` })),
    ...serviceLevels.map((promise, n) => ({ ...promise, what: 'Answer', field: `serviceLevels.${n}` })),
  ];
  return promises
    .filter((promise) => isLonger(promise, resolve))
    .map((promise) => ({
      severity: 'error' as const,
      field: promise.field,
      problem: `${promise.what}: ${sayPeriod(promise)} is longer than the ${sayPeriod(resolve)} for resolving a complaint (${promise.clause}).`,
      fix: `Decide and answer within ${sayPeriod(resolve)} (${resolve.cite}), and change the promise.`,
    }));
}

/** Gap 5: a policy older than the law it should speak of. */
export function checkStale({ policy }: Profile, rulebook: Rulebook): Finding[] {
  const begun = rulebook.rules.filter(({ from }) => from !== null && from > policy.date && from <= rulebook.asOf);
  const newest = begun
    .map(({ from }) => from ?? '')
    .sort()
    .at(-1);
  if (newest === undefined) return [];
  const instruments = [...new Set(begun.map(({ instrument }) => instrument))];
  const original = current('IT-ACK', rulebook);
  const isOlderThanTheRules = original?.from !== undefined && original.from !== null && policy.date < original.from;
  return [
    {
      severity: isOlderThanTheRules ? 'error' : 'warning',
      field: 'policy.date',
      problem: `The policy of ${sayDate(policy.date)} is older than rules that began as late as ${sayDate(newest)} (${instruments.join('; ')}).`,
      fix: isOlderThanTheRules
        ? 'Write the policy anew: it predates the IT Rules 2021 altogether.'
        : 'Review the policy against the amendments since its date.',
    },
  ];
}

/** Gap 7: users are not told where they can go next. */
export function checkAppealRoutes({ remedies }: Profile, rulebook: Rulebook): Finding[] {
  const named = new Set(remedies.map(({ name }) => name));
  const found: Finding[] = [];
  const appeal = current('GAC-APPEAL', rulebook);
  if (appeal && !named.has('appellate-committee'))
    found.push({
      severity: 'warning',
      field: 'remedies',
      problem: `The policy does not name the Grievance Appellate Committee (${sayPeriod(appeal)}, ${appeal.cite}).`,
      fix: 'Name it in the policy and in every decision letter.',
    });
  if (!named.has('data-protection-board'))
    found.push({
      severity: 'notice',
      field: 'remedies',
      problem: 'The policy does not name the Data Protection Board.',
      fix: 'Name it from the day complaints can be made to it.',
    });
  remedies.forEach((remedy, n) => {
    if (remedy.name === 'unnamed-authority')
      found.push({
        severity: 'error',
        field: `remedies.${n}`,
        problem: `The policy points to an authority that it does not name (${remedy.clause}).`,
        fix: 'Say which authority is meant.',
      });
  });
  return found;
}

/** Gap 8: wording that names no agency or instrument of Indian law. */
export function checkAgencies({ legalRequests }: Profile): Finding[] {
  return legalRequests.flatMap((request, n) =>
    request.origin === 'unknown'
      ? [
          {
            severity: 'error' as const,
            field: `legalRequests.${n}`,
            problem: `"${request.wording}" is no statutory agency or instrument (${request.clause}).`,
            fix: `Log the real instrument and flag the mismatch. ${request.advice}`,
          },
        ]
      : [],
  );
}

/** Gap 9: instruments of foreign law, and private ones. */
export function checkForeign({ legalRequests }: Profile): Finding[] {
  return legalRequests.flatMap((request, n) =>
    request.origin === 'foreign'
      ? [
          {
            severity: 'warning' as const,
            field: `legalRequests.${n}`,
            problem: `"${request.wording}" is not an instrument of Indian law${request.isPrivate ? ' and comes from a private party' : ''} (${request.clause}).`,
            fix: `Decide once whether it is honoured, and log each decision. ${request.advice}`,
          },
        ]
      : [],
  );
}

/** Gap 10: a promised period beside the periods of the law, or consent promised before keeping data longer. */
export function checkRetention({ retention }: Profile, rulebook: Rulebook): Finding[] {
  const floors = ['IT-REG', 'DP-LOG'].flatMap((family) => anyVersion(family, rulebook) ?? []);
  return retention.flatMap((promise, n) => {
    const found: Finding[] = [];
    const unlike = floors.filter((floor) => promise.n !== null && (promise.n !== floor.n || promise.unit !== floor.unit));
    if (unlike.length > 0)
      found.push({
        severity: 'warning',
        field: `retention.${n}`,
        problem: `${promise.data}: ${sayPeriod(promise)} stands beside ${unlike.map((floor) => `${sayPeriod(floor)} of ${floor.cite}`).join(' and ')} (${promise.clause}).`,
        fix: 'The longest period that binds governs; write down which one and why.',
      });
    if (promise.needsConsentToExtend)
      found.push({
        severity: 'error',
        field: `retention.${n}`,
        problem: `The policy promises to ask for consent before it keeps data longer (${promise.clause}).`,
        fix: 'Create the consent task before any hold that rests on anything but law.',
      });
    return found;
  });
}

/** Gap 12: two sentences that cannot both be kept; the desk answers the same way every time. */
export function checkContradictions({ contradictions }: Profile): Finding[] {
  return contradictions.map(({ about, first, second, answer }, n) => ({
    severity: 'error' as const,
    field: `contradictions.${n}`,
    problem: `${about}: ${first.text} (${first.clause}), but ${second.text} (${second.clause}).`,
    fix: `Answer the same way every time: ${answer}`,
  }));
}
