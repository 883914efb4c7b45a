import { Textarea } from '@mantine/core';
import { type AppealResult, appealResults } from '../../../src-main/cases/contract/words.ts';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { parseInstant } from '../../ui/ist.ts';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { Line } from '../acts/line.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import { ReceiptFields, sentReceipt, useReceiptProblem } from './receipt-fields.tsx';

const firstReceipt = () => ({ receivedAt: nowAsTyped(), channel: 'portal', lateReason: '' });

/** A date that an instrument may fix, in the past or to come; null where nothing was typed. */
const fixedDate = (typed: string) => (typed.trim() === '' ? null : parseInstant(typed));
const isMistyped = (typed: string) => typed.trim() !== '' && parseInstant(typed) === null;

/** The Committee told the desk of an appeal: opens the case of the reply. */
export function AppealForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'record-appeal', () => ({ ...firstReceipt(), number: '', replyBy: '', text: '' }));
  const { typed, field, needed, shown, change } = form;
  const receiptProblem = useReceiptProblem();
  const dateProblem = isMistyped(typed.replyBy) ? t('common.instantHint') : null;
  const replyBy = fixedDate(typed.replyBy);
  const isWhole = !needed(typed.number) && !receiptProblem(typed) && !dateProblem;
  const input = {
    number: typed.number,
    ...sentReceipt(typed, props.view.receivedAt),
    ...(replyBy ? { replyBy } : {}),
    ...(typed.text.trim() === '' ? {} : { text: typed.text }),
  };
  return (
    <ActForm {...form.frame} hint={t('act.record-appeal.hint')} onSubmit={() => form.send(isWhole ? input : null)}>
      <Line
        label={t('act.record-appeal.number')}
        {...field('number', needed(typed.number))}
        error={shown('number', needed(typed.number)) || undefined}
      />
      <ReceiptFields typed={typed} shown={shown} change={change} />
      <Line
        label={t('act.record-appeal.replyBy')}
        hint={t('act.record-appeal.replyByHint')}
        {...field('replyBy')}
        error={shown('replyBy', dateProblem) || undefined}
      />
      <Textarea
        label={t('act.record-appeal.text')}
        description={t('common.optional')}
        autosize
        minRows={3}
        maxRows={14}
        value={typed.text}
        error={shown('text') || undefined}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
    </ActForm>
  );
}

/** The order in an appeal: what it does with the decision, what it asks for, and by when. */
export function AppealOrderForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'record-appeal-order', () => ({ ...firstReceipt(), result: '', complyBy: '', text: '' }));
  const { typed, field, needed, shown, change } = form;
  const receiptProblem = useReceiptProblem();
  const isAsking = typed.result !== 'affirmed';
  const dateProblem = isAsking && isMistyped(typed.complyBy) ? t('common.instantHint') : null;
  const complyBy = isAsking ? fixedDate(typed.complyBy) : null;
  const isWhole = !needed(typed.result) && !needed(typed.text) && !receiptProblem(typed) && !dateProblem;
  const input = {
    result: typed.result as AppealResult,
    text: typed.text,
    ...sentReceipt(typed, props.view.receivedAt),
    ...(complyBy ? { complyBy } : {}),
  };
  return (
    <ActForm {...form.frame} hint={t('act.record-appeal-order.hint')} onSubmit={() => form.send(isWhole ? input : null)}>
      <Radios
        label={t('act.record-appeal-order.result')}
        options={appealResults.map((id) => ({ value: id, label: t(`decisions.appeal.result.${id}`) }))}
        {...field('result')}
        error={shown('result', needed(typed.result)) || undefined}
        autoFocus
      />
      <ReceiptFields typed={typed} shown={shown} change={change} />
      {isAsking ? (
        <Line
          label={t('act.record-appeal-order.complyBy')}
          hint={t('act.record-appeal.replyByHint')}
          {...field('complyBy')}
          error={shown('complyBy', dateProblem) || undefined}
        />
      ) : null}
      <Textarea
        label={t('act.record-appeal-order.text')}
        autosize
        minRows={3}
        maxRows={14}
        value={typed.text}
        error={shown('text', needed(typed.text))}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
    </ActForm>
  );
}

/** What was done to comply with the order, and when. */
export function ComplianceForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'record-compliance', () => ({ at: nowAsTyped(), how: '' }));
  const { typed, field, needed, shown, change } = form;
  const problem = instantProblem(typed.at, t);
  const input = { at: sentInstant(typed.at, props.view.receivedAt), how: typed.how };
  return (
    <ActForm {...form.frame} onSubmit={() => form.send(problem || needed(typed.how) ? null : input)}>
      <InstantField label={t('act.record-compliance.at')} {...field('at', problem)} error={shown('at', problem) || undefined} />
      <Textarea
        label={t('act.record-compliance.how')}
        autosize
        minRows={2}
        value={typed.how}
        error={shown('how', needed(typed.how))}
        onChange={({ currentTarget }) => change({ how: currentTarget.value })}
      />
    </ActForm>
  );
}

/** Where and since when the report of compliance stands on the website. */
export function PublishForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'publish-compliance', () => ({ at: nowAsTyped(), where: '' }));
  const { typed, field, needed, shown } = form;
  const problem = instantProblem(typed.at, t);
  const input = { at: sentInstant(typed.at, props.view.receivedAt), where: typed.where };
  return (
    <ActForm
      {...form.frame}
      hint={t('act.publish-compliance.hint')}
      onSubmit={() => form.send(problem || needed(typed.where) ? null : input)}
    >
      <InstantField label={t('act.publish-compliance.at')} {...field('at', problem)} error={shown('at', problem) || undefined} />
      <Line
        label={t('act.publish-compliance.where')}
        {...field('where', needed(typed.where))}
        error={shown('where', needed(typed.where)) || undefined}
      />
    </ActForm>
  );
}
