import type { CaseLink, CaseView } from '../../src-main/cases/contract.ts';
import type { RepeatView } from '../../src-main/people/contract.ts';

/** The complaints that an open case may repeat and is not linked with; a case brought in from older records asks nothing. */
export function openRepeats(
  view: Pick<CaseView, 'state' | 'historical'> & { links: readonly CaseLink[] },
  repeats: readonly RepeatView[],
): RepeatView[] {
  if (view.state === 'closed' || view.historical) return [];
  return repeats.filter(({ ref, isLinked }) => !isLinked && !view.links.some((link) => link.ref === ref));
}
