import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OrderStepName, orderSteps, productionExtents, stays } from '../../../src-main/government/contract/words.ts';
import type { Production } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import type { ActFormProps } from '../../case/acts/act-form.tsx';
import { Choice } from '../../ui/fields.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { disclosuresQuery } from '../queries.ts';
import { type FieldSpec, SpecForm } from '../spec-form.tsx';

type Label = (part: 'stay' | 'extent', id: string) => string;

/** The fields that each step asks for. */
function fieldsOf(step: OrderStepName, productions: readonly Production[], label: Label): FieldSpec[] {
  const options = (part: 'stay' | 'extent', ids: readonly string[]) => ids.map((id) => ({ value: id, label: label(part, id) }));
  const files = productions.map(({ seq, name }) => ({ value: String(seq), label: name }));
  const fields: Record<OrderStepName, FieldSpec[]> = {
    'ask-back': [{ name: 'points', sort: 'list' }],
    narrow: [
      { name: 'scope', sort: 'area' },
      { name: 'reasons', sort: 'area' },
    ],
    refuse: [{ name: 'grounds', sort: 'area' }],
    challenge: [
      { name: 'court', sort: 'line' },
      { name: 'number', sort: 'line', isOptional: true },
      { name: 'filedOn', sort: 'day' },
      { name: 'stay', sort: 'choice', options: options('stay', stays) },
      { name: 'stayUntil', sort: 'day', isOptional: true },
      { name: 'note', sort: 'area', isOptional: true },
    ],
    produce: [
      { name: 'extent', sort: 'choice', options: options('extent', productionExtents) },
      { name: 'productions', sort: 'number-checks', options: files },
      { name: 'withheld', sort: 'area', isOptional: true },
    ],
    withdrawn: [
      { name: 'by', sort: 'line' },
      { name: 'on', sort: 'day' },
      { name: 'reference', sort: 'line', isOptional: true },
      { name: 'note', sort: 'area', isOptional: true },
    ],
  };
  return fields[step];
}

function Step({ productions, ...props }: ActFormProps & { productions: readonly Production[] }) {
  const { t, look } = useText();
  const isTooMuch = (props.view.order?.breadth.findings.length ?? 0) > 0;
  const [step, setStep] = useState<OrderStepName>(isTooMuch ? 'narrow' : 'ask-back');
  const fields = fieldsOf(step, productions, (part, id) => look(`orders.${part}.${id}`, id));
  return (
    <>
      <Choice
        mb={12}
        label={t('act.step-order.step')}
        value={step}
        options={orderSteps.map((id) => ({ value: id, label: look(`orders.step.${id}`, id) }))}
        onChange={(id) => setStep(id as OrderStepName)}
      />
      <SpecForm key={step} {...props} act="step-order" fixed={{ step }} specs={fields} />
    </>
  );
}

/** Asks back, narrows, refuses, challenges, produces, or notes that it was withdrawn. */
export function StepOrderForm(props: ActFormProps) {
  const { data, error, refetch } = useQuery(disclosuresQuery(useDesk(), props.view.ref));
  if (data) return <Step productions={data.productions} {...props} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting lines={4} />;
}

/** Data may go out on an order that asks for too much, with the reason. */
export function AcknowledgeBreadthForm(props: ActFormProps) {
  return <SpecForm {...props} act="acknowledge-breadth" specs={[{ name: 'reason', sort: 'area' }]} />;
}
