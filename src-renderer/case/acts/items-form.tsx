import { useState } from 'react';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { useAct } from '../use-act.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { actedItems, type Chosen, ItemActions } from './item-actions.tsx';
import { Line } from './line.tsx';

/** Records what operations did with the items, and when. */
export function ItemsForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const [chosen, setChosen] = useState<Chosen>({ all: '', byValue: {} });
  const [at, setAt] = useState(nowAsTyped);
  const [proof, setProof] = useState('');
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'act-on-items', onClose);
  const { byField, rest } = problemsOf(act.error, ['items']);
  const problem = instantProblem(at, t);
  const items = actedItems(view.items, chosen, sentInstant(at, view.receivedAt), proof);
  const isNothingLeft = view.items.every(({ action }) => action !== null);
  return (
    <ActForm
      submit={t('act.act-on-items.submit')}
      hint={t(isNothingLeft ? 'act.act-on-items.nothingLeft' : 'act.act-on-items.hint')}
      error={rest}
      isWorking={act.isPending}
      isDisabled={items.length === 0}
      onSubmit={() => {
        setIsTried(true);
        if (!problem && items.length > 0) act.mutate({ items });
      }}
      onClose={onClose}
    >
      <InstantField label={t('act.act-on-items.at')} value={at} error={(isTried && problem) || byField['items']} onChange={setAt} />
      <Line label={t('items.proofField')} hint={t('items.proofHint')} value={proof} error={byField['proof']} onChange={setProof} />
      <ItemActions items={view.items} chosen={chosen} onChange={setChosen} />
    </ActForm>
  );
}
