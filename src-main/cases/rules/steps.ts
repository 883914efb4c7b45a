import type { NextStep } from '../contract.ts';
import { type CaseFile, isOpen } from './file.ts';

interface Letters {
  hasSealed(template: string): boolean;
}

/**
 * The one step the desk offers next: receipt first, then what the person is, then what she is told, then the decision.
 * Every open state answers one, so that no case is a dead end.
 */
export function nextStep(file: CaseFile, letters: Letters, openItems: number): NextStep {
  if (!isOpen(file)) return { act: null, title: 'Closed', why: 'Nothing is left to do. Reopen it if the complainant comes back.' };
  if (file.confirmReceipt) {
    return {
      act: 'amend',
      title: 'Confirm receipt time',
      why: 'The message does not say surely when it reached you, and every clock starts there.',
    };
  }
  if (file.decision === null && file.moments.withdrawn !== undefined)
    return { act: 'close', title: 'Close', why: 'The complaint was withdrawn; closing freezes the clocks.' };
  if (file.kind === 'unsorted') return { act: 'triage', title: 'Say what this is', why: 'The kind and its facts decide which clocks run.' };
  return afterTriage(file, letters, openItems);
}

function afterTriage(file: CaseFile, letters: Letters, openItems: number): NextStep {
  if (file.moments.acknowledgementSent === undefined && file.moments.decisionSent === undefined && file.state !== 'decided') {
    return {
      act: 'acknowledge',
      template: 'acknowledgement',
      title: 'Acknowledge',
      why: 'The complainant must be told that you have it, with the ticket.',
    };
  }
  if (file.state === 'received' || file.state === 'acknowledged' || file.state === 'reopened') {
    return { act: 'start-review', title: 'Start the review', why: 'Marks that the case is being worked on.' };
  }
  if (file.state === 'under-review')
    return { act: 'decide', title: 'Decide', why: 'Outcome, ground, clause and reasons; the letter follows from them.' };
  if (openItems > 0 && isRemoval(file)) {
    return { act: 'act-on-items', title: `Record what was done (${openItems} left)`, why: 'A removal clock stops with the last item.' };
  }
  return afterDecision(file, letters);
}

function afterDecision(file: CaseFile, letters: Letters): NextStep {
  if (file.moments.decisionSent !== undefined)
    return { act: 'close', title: 'Close', why: 'The decision has been sent; closing freezes the clocks.' };
  const isSealed = letters.hasSealed('decision');
  return isSealed
    ? {
        act: 'dispatch',
        template: 'decision',
        title: 'Record the dispatch',
        why: 'The sealed letter stops the clock only when it has been sent.',
      }
    : { act: 'letter', template: 'decision', title: 'Write the decision letter', why: 'Preview it, seal it, send it.' };
}

function isRemoval(file: CaseFile): boolean {
  return file.outcome === 'upheld' || file.outcome === 'partly-upheld' || file.outcome === 'complied' || file.outcome === 'partly-complied';
}
