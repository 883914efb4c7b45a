import { useGo } from '../app/navigation.ts';
import { tellFailure } from '../app/toast.ts';
import type { Doing, Template } from '../queue/queue-search.ts';
import { failureOf } from '../ui/faults.ts';
import { isImmediate } from './doings.ts';
import { useAct } from './use-act.ts';

/** Refused because a case hangs on this one: the form says which, and asks why. */
function isLinked(error: unknown): boolean {
  return Array.isArray((failureOf(error).detail as { linked?: unknown } | undefined)?.linked);
}

/** Begins something on a case: at once where nothing is asked, else by opening its form. */
export function useDo(ref: string): (doing: Doing, template?: Template) => void {
  const go = useGo();
  const review = useAct(ref, 'start-review');
  const close = useAct(ref, 'close');
  return (doing, template) => {
    if (!isImmediate(doing)) go.act(ref, doing, template);
    else if (doing === 'close') close.mutate({}, { onError: (error) => (isLinked(error) ? go.act(ref, 'close') : tellFailure(error)) });
    else review.mutate({}, { onError: tellFailure });
  };
}
