import { useState } from 'react';
import type { ActInput, ActName } from '../../../src-main/cases/contract.ts';
import { useDraft } from '../../app/drafts.ts';
import { useText } from '../../app/text.ts';
import { useAct } from '../use-act.ts';
import { type ActFormProps, problemsOf } from './act-form.tsx';

/**
 * What a form of an act has while it is filled in: what was typed, kept as a draft that a lock or a crash leaves alone; whether it
 * was tried; and what the desk said of it. `begin` gives the first values; `fields` are those that can show what the desk says,
 * and all that is typed unless named.
 */
export function useActForm<A extends ActName, T extends object>(
  { view, onClose }: ActFormProps,
  act: A,
  begin: () => T,
  fields?: readonly string[],
) {
  const { t } = useText();
  const [first] = useState(begin);
  const [isTried, setIsTried] = useState(false);
  const draft = useDraft(`case:${view.ref}:${act}`, first);
  const drop = () => void draft.drop(first);
  const call = useAct(view.ref, act, () => {
    drop();
    onClose();
  });
  const { byField, rest } = problemsOf(call.error, [...(fields ?? Object.keys(first))]);
  const { values: typed, change } = draft;
  const shown = (name: string, problem?: string | null | false) => (isTried && problem) || byField[name];
  return {
    typed,
    change,
    /** What stands at a field: what is wrong with it once the form was tried, else what the desk said. */
    shown,
    isTried,
    byField,
    /** Takes back what the desk said. */
    forget: call.reset,
    /** Value, problem and change of a field that holds one of the values. */
    field: <K extends keyof T & string>(name: K, problem?: string | null | false) => ({
      value: typed[name],
      error: shown(name, problem),
      onChange: (value: T[K]) => change({ [name]: value } as unknown as Partial<T>),
    }),
    /** The complaint about a field that must not be empty, or null. */
    needed: (text: string) => (text.trim() === '' ? t('common.required') : null),
    /** Tries to send: null while something stands in the way of it. */
    send(input: (Partial<ActInput<A>> & Record<string, unknown>) | null) {
      setIsTried(true);
      if (input) call.mutate(input);
    },
    /** What the frame around the fields is given. */
    frame: {
      submit: t(`act.${act as 'hold'}.submit`),
      error: rest,
      isWorking: call.isPending,
      restoredAt: draft.restoredAt,
      onDiscard: drop,
      onClose,
    },
  };
}
