import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKinds, identityStates, isDecisionLetter, type Outcome, platforms } from '../../../src-main/cases/contract.ts';
import { allowedActs, type CaseFile } from '../../../src-main/cases/rules.ts';
import type { NextMove, WorkSort } from '../../../src-main/rights/contract.ts';
import { nextStep, type WorkStanding, workflowOf } from '../../../src-main/rights/rules.ts';
import { book, decisionOf, fileOf, holdOf, now, receivedAt, rulesOf, standingOf, workOf } from './support.ts';

const states = ['received', 'acknowledged', 'under-review', 'reopened', 'decided', 'closed'] as const;

/** Any standing that acts can bring about: the state says what of acknowledgement, decision and dispatch there is. */
const standings = fc
  .record({
    kind: fc.constantFrom(...caseKinds),
    platform: fc.constantFrom(...platforms),
    state: fc.constantFrom(...states),
    identity: fc.constantFrom(...identityStates),
    confirmReceipt: fc.boolean(),
    isAcknowledged: fc.boolean(),
    isWithdrawn: fc.boolean(),
    wasDecidedBefore: fc.boolean(),
    isSent: fc.boolean(),
    isSealed: fc.boolean(),
    isHeld: fc.boolean(),
    outcomeAt: fc.nat(),
    items: fc.array(fc.boolean(), { maxLength: 3 }),
    files: fc.nat({ max: 2 }),
    name: fc.option(fc.constant('A. Example'), { nil: undefined }),
  })
  .map((made) => {
    const { kind, platform, state } = made;
    const isDecided = (state === 'decided' || (state === 'closed' && !made.isWithdrawn)) && kind !== 'unsorted';
    const outcomes = workflowOf(book, kind).outcomes;
    const outcome = outcomes[made.outcomeAt % outcomes.length] as Outcome;
    const moments = {
      received: receivedAt,
      ...(made.isAcknowledged || state === 'acknowledged' ? { acknowledgementSent: now } : {}),
      ...(made.wasDecidedBefore ? { decisionSent: now } : {}),
      ...(made.isWithdrawn ? { withdrawn: now } : {}),
    };
    const decision = isDecided ? decisionOf(outcome, { sentAt: made.isSent ? now : null }) : {};
    const stateNow = state === 'decided' && !isDecided ? 'under-review' : state;
    const file: CaseFile = fileOf(kind, {
      platform,
      identity: made.identity,
      confirmReceipt: made.confirmReceipt,
      moments,
      complainant: made.name ? { name: made.name } : {},
      ...decision,
      state: stateNow,
    });
    return standingOf(file, {
      items: made.items.map((isActed, n) => ({
        n: n + 1,
        type: 'url',
        value: `https://posts.example/${n}`,
        action: isActed ? 'kept' : null,
        actedAt: isActed ? now : null,
      })),
      letters: made.isSealed && isDecided ? [{ template: 'decision', sealedAt: now, sentAt: null, supersededBy: null }] : [],
      holds: made.isHeld ? [holdOf()] : [],
      files: Array.from({ length: made.files }, (_, n) => ({ id: `f${n}`, name: `f${n}` })),
    });
  });

const move = (standing: WorkStanding): NextMove => nextStep(standing.file.kind, rulesOf(standing.file.platform), standing).next;

function withLetter(standing: WorkStanding, template: string, sentAt: string | null): WorkStanding {
  const others = standing.letters.filter((one) => one.template !== template);
  return { ...standing, letters: [...others, { template, sealedAt: now, sentAt, supersededBy: null }] };
}

function worked(standing: WorkStanding, sort: WorkSort): WorkStanding {
  const { steps, next } = nextStep(standing.file.kind, rulesOf(standing.file.platform), standing);
  const name = steps.find(({ id }) => id === next.step)?.missing[0] ?? '';
  return { ...standing, work: [...standing.work, workOf(sort, name)] };
}

/** What each act makes of a case, as far as the steps look at it. */
function after(standing: WorkStanding, { act, template }: NextMove): WorkStanding {
  const { file } = standing;
  const change = (over: Partial<CaseFile>): WorkStanding => ({ ...standing, file: { ...file, ...over } });
  switch (act) {
    case 'amend':
      return change({ confirmReceipt: false });
    case 'triage':
      return change({ kind: 'content' });
    case 'acknowledge':
      return change({ moments: { ...file.moments, acknowledgementSent: now } });
    case 'start-review':
      return change({ state: 'under-review' });
    case 'letter':
      // A request for details is sealed and sent in one go here: the letter desk does the two after each other.
      return withLetter(standing, template ?? 'decision', isDecisionLetter(template ?? '') ? null : now);
    case 'verify-identity':
      return change({ identity: 'verified' });
    case 'search-system':
      return worked(standing, 'search');
    case 'mark-category':
      return worked(standing, 'category');
    case 'redaction':
      return worked(standing, 'redaction');
    case 'confirm-system':
      return worked(standing, 'confirmation');
    case 'tell-recipient':
      return worked(standing, 'recipient');
    case 'decide':
      return change({ ...decisionOf(standing.holds.length > 0 ? 'refused' : (workflowOf(book, file.kind).outcomes[0] as Outcome)) });
    case 'package':
      return { ...standing, hasPackage: true };
    case 'act-on-items':
      return { ...standing, items: standing.items.map((item) => ({ ...item, action: 'kept', actedAt: now })) };
    case 'report':
      return change({ moments: { ...file.moments, reportSent: now } });
    case 'dispatch':
      return change({ decision: file.decision && { ...file.decision, sentAt: now }, moments: { ...file.moments, decisionSent: now } });
    case 'reopen':
      return { ...change({ state: 'reopened', decision: null, outcome: null }), letters: [] };
    case 'close':
      return change({ state: 'closed' });
    default:
      throw new Error(`no such act: ${act}`);
  }
}

describe('every state that a case can reach', () => {
  it('has a way out: a next step that the case allows, or it is closed', () => {
    fc.assert(
      fc.property(standings, (standing) => {
        const { act } = move(standing);
        const { file, items, letters, holds } = standing;
        if (act === null) {
          expect(file.state).toBe('closed');
          return;
        }
        const named = letters.map((one, n) => ({ ...one, id: `letter:${n}` }));
        const allowed: string[] = allowedActs({ file, items: [...items], letters: named, holds, now });
        // Letters and packages are made in rooms of their own, for as long as something is still to be sent.
        expect(allowed).toContain(act === 'letter' || act === 'package' ? 'dispatch' : act);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to its close by doing what is offered, never the same twice in vain', () => {
    fc.assert(
      fc.property(standings, (first) => {
        let standing = first;
        for (let moves = 0; moves < 120 && standing.file.state !== 'closed'; moves += 1) {
          const next = move(standing);
          const later = after(standing, next);
          expect(later).not.toEqual(standing);
          standing = later;
        }
        expect(standing.file.state).toBe('closed');
      }),
      { numRuns: 300 },
    );
  });
});
