import type { CaseKind } from '../../cases/contract/words.ts';
import type { NextMove, StepView } from '../contract.ts';
import { isGranting, lookAt } from './evidence.ts';
import { guardsOf } from './guards.ts';
import { letterFor, type PlatformRules, workflowOf } from './platform.ts';
import type { WorkStanding } from './standing.ts';

const moves = {
  closed: {
    act: null,
    title: { en: 'Closed', hi: 'बंद' },
    why: {
      en: 'Nothing is left to do. Reopen it if the complainant comes back.',
      hi: 'कुछ शेष नहीं है। शिकायतकर्ता लौटे तो इसे फिर खोलें।',
    },
  },
  withdrawn: {
    act: 'close',
    title: { en: 'Close', hi: 'बंद करें' },
    why: { en: 'The request was withdrawn; closing freezes the clocks.', hi: 'अनुरोध वापस लिया गया; बंद करने पर समय-सीमाएँ वहीं रुक जाती हैं।' },
  },
  held: {
    act: 'reopen',
    title: { en: 'Decide anew: a legal hold stands', hi: 'फिर से निर्णय लें: कानूनी रोक लागू है' },
    why: {
      en: 'The decision grants what the hold forbids. Reopen the case, or release the hold if its reason is gone.',
      hi: 'निर्णय वह देता है जो रोक के कारण नहीं दिया जा सकता। प्रकरण फिर खोलें, या कारण न रहा हो तो रोक हटाएँ।',
    },
  },
} as const;

interface Workflow {
  kind: CaseKind;
  platform: PlatformRules;
  standing: WorkStanding;
}

/** The steps that this case goes through on this platform, in order; those that do not concern it are left out. */
function stepsOf({ kind, platform, standing }: Workflow): StepView[] {
  const { file } = standing;
  const workflow = workflowOf(platform.book, kind);
  return workflow.steps.flatMap(({ step, when }) => {
    const spec = platform.book.steps.find(({ id }) => id === step);
    if (!spec || (when === 'granted' && file.decision !== null && !isGranting(file.outcome))) return [];
    const found = lookAt(spec.evidence, { ...platform, standing });
    if (found === null) return [];
    const { id, evidence, act, title, why } = spec;
    const isOfDecision = evidence === 'letter-sealed' || evidence === 'letter-sent';
    const template = isOfDecision ? letterFor(platform.book, { ...file, kind }) : (spec.template ?? null);
    return [{ id, evidence, act, template, title, why, ...found }];
  });
}

function moveOf({ id, act, template, title, why }: StepView): NextMove {
  return { step: id, act, template, title, why };
}

/** Once decided, what was left out before the decision holds nothing up any more. */
function ahead(steps: StepView[], { file }: WorkStanding): StepView[] {
  if (file.decision === null) return steps;
  const from = steps.findIndex(({ evidence }) => evidence === 'decided');
  return steps.filter((step, n) => n > from || step.evidence === 'receipt-confirmed');
}

function nextOf({ platform, standing }: Workflow, steps: StepView[]): NextMove {
  const { file } = standing;
  if (file.state === 'closed') return { step: null, template: null, ...moves.closed };
  const first = ahead(steps, standing).find(({ isDone }) => !isDone);
  if (first?.evidence === 'receipt-confirmed') return moveOf(first);
  if (file.decision === null && file.moments.withdrawn !== undefined) return { step: 'close', template: null, ...moves.withdrawn };
  const isForbidden = first !== undefined && guardsOf(standing, platform).some(({ acts }) => acts.includes(first.act));
  if (isForbidden && file.decision !== null) return { step: first.id, template: null, ...moves.held };
  return first ? moveOf(first) : { step: null, template: null, ...moves.withdrawn };
}

/**
 * What of a case's workflow is done, what is missing, and the one step that comes next. Pure: `kind` and `platform` choose the
 * workflow, the standing says how far it has come. Every open state answers a move, so that no case is a dead end.
 */
export function nextStep(
  kind: CaseKind,
  platform: PlatformRules,
  standing: WorkStanding,
): { done: StepView[]; missing: StepView[]; steps: StepView[]; next: NextMove } {
  const workflow = { kind, platform, standing };
  const steps = stepsOf(workflow);
  return {
    steps,
    done: steps.filter(({ isDone }) => isDone),
    missing: steps.filter(({ isDone }) => !isDone),
    next: nextOf(workflow, steps),
  };
}
