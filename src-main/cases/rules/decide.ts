import { badInput, Fault } from '../../desk/faults.ts';
import { copyGround, type GroundCopy, holdRefusal, openSteps, outcomesOf, readOutcome } from '../../rights/rules.ts';
import type { ActInput, Outcome } from '../contract.ts';
import type { Planned, Standing } from './acts.ts';
import { reviewLinkOf } from './file.ts';
import { refuseGrantAfterFailure, refuseUncoveredGrant } from './identity.ts';
import { effectOf, planReviewed } from './review.ts';
import { checkWhen } from './when.ts';

/** What of the decision follows from the workflow: its ground as it stands today, the remedies, and what was left open. */
function copies({ work, file, government }: Standing, input: ActInput<'decide'>, effect: string): GroundCopy & Record<string, unknown> {
  if (!work) throw new Error('A decision is planned on what is known of the work.');
  const { platform, standing, remedies } = work;
  const outcomes = outcomesOf(platform.book, file);
  if (!outcomes.includes(input.outcome)) {
    const what = reviewLinkOf(file) ? 'a review, which says what becomes of the decision' : `a case of the kind ${file.kind}`;
    throw badInput('outcome', `${input.outcome} is no outcome of ${what}; there are ${outcomes.join(', ')}`);
  }
  const sort = government?.instrument;
  if (sort && !sort.outcomes.includes(input.outcome))
    throw badInput('outcome', `is no outcome of this instrument (${sort.title.en}); there are ${sort.outcomes.join(', ')}`);
  const obstacle = holdRefusal(standing, platform, { outcome: effect as Outcome });
  if (obstacle) throw new Fault('refused', obstacle);
  const ground = copyGround(platform, file.kind, input);
  return { ...ground, remedy: [...remedies], open: openSteps(platform, standing) };
}

/**
 * The decision as it is written down. Faults: refused (the state, a hold, a failed check or a missing authority forbids it),
 * bad-input (an outcome that this kind does not have, no ground, or one that does not carry the outcome).
 */
export function planDecision(
  standing: Standing,
  sent: ActInput<'decide'>,
  items: { value: string; action: string; at: string }[],
): Planned[] {
  const { file, work } = standing;
  const input = work ? { ...sent, outcome: readOutcome(work.platform.book, file, sent.outcome) } : sent;
  if (file.kind === 'unsorted') throw new Fault('refused', 'Say what kind of request this is before deciding it: triage comes first.');
  if (file.state === 'decided') throw new Fault('refused', 'This case has been decided already. Reopen it to decide again.');
  if (input.outcome === 'void') throw badInput('outcome', 'void is an act of its own');
  checkWhen(standing, 'at', input.at);
  const effect = effectOf(input.outcome, standing.reviewed ?? null);
  refuseUncoveredGrant(standing, effect);
  refuseGrantAfterFailure(standing, effect);
  const { outcome, reasons, at } = input;
  const decided = {
    kind: 'case.decided',
    body: { outcome, ...copies(standing, input, effect), reasons, items, decidedAt: at ?? standing.now },
  };
  const reviewed = planReviewed(file, outcome, items);
  return reviewed ? [decided, reviewed] : [decided];
}
