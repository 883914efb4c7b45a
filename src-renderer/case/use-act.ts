import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActAnswer, ActInput, ActName } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { tellDone, tellFailure } from '../app/toast.ts';
import { toastDone } from '../app/undo.tsx';
import { failureOf } from '../ui/faults.ts';

/** An act's input as it is sent, before the contract fills in and trims. */
type Sent<A extends ActName> = Partial<ActInput<A>> & Record<string, unknown>;

function useRefresh() {
  const queries = useQueryClient();
  return (refs: string[]) => {
    for (const ref of refs) void queries.invalidateQueries({ queryKey: keys.case(ref) });
    for (const queryKey of [keys.queue, keys.counts, keys.status]) void queries.invalidateQueries({ queryKey });
  };
}

/** Does an act on a case, says that it is done, and offers to take it back while the desk allows it. */
export function useAct<A extends ActName>(ref: string, act: A, onDone?: (answer: ActAnswer) => void) {
  const client = useDesk();
  const refresh = useRefresh();
  const { t } = useText();
  const go = useGo();

  const takeBack = async (seq: number) => {
    try {
      await client.cases.undo({ ref, seq });
      tellDone(t('act.undone'));
    } catch (error) {
      tellFailure(error);
    }
    refresh([ref]);
  };
  return useMutation({
    mutationFn: (input: Sent<A>) => client.cases.act({ ref, act, with: input }),
    onSuccess(answer) {
      refresh(answer.linked ? [ref, answer.linked] : [ref]);
      toastDone(answer, { done: t(`act.${act as 'note'}.done`, { ref: answer.linked ?? ref }), undo: t('common.undo') }, takeBack);
      onDone?.(answer);
      // Last, because a form that is put away leads back to its own case.
      if (answer.linked) go.openCase(answer.linked);
    },
    onError(error) {
      // A machine whose time has jumped stops every act; the screen for it is the gate's.
      if (failureOf(error).code === 'clock-moved') refresh([]);
    },
  });
}
