import { Textarea } from '@mantine/core';
import { complaintKinds, type ReviewAsker, reviewAskers, rightsKinds } from '../../../src-main/cases/contract/words.ts';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { nowAsTyped } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Radios } from '../../ui/fields.tsx';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import { noPerson, PersonFields, personOf } from './person-fields.tsx';
import { ReceiptFields, sentReceipt, useReceiptProblem } from './receipt-fields.tsx';

const asking: readonly string[] = [...complaintKinds, ...rightsKinds, 'private-legal-notice'];

/** Who may ask that this decision be looked at again. */
function askersOf({ kind }: CaseView) {
  return reviewAskers.filter((id) => id !== 'complainant' || asking.includes(kind));
}

/** Opens a review of the decision: a case of its own, which another officer decides. */
export function RequestReviewForm(props: ActFormProps) {
  const { view } = props;
  const { t } = useText();
  const askers = askersOf(view);
  const begin = () => ({ ...noPerson, by: askers[0] as string, receivedAt: nowAsTyped(), channel: 'email', lateReason: '', text: '' });
  const form = useActForm(props, 'request-review', begin, ['by', 'receivedAt', 'lateReason', 'channel', 'person', 'text']);
  const { typed, field, needed, shown, change } = form;
  const receiptProblem = useReceiptProblem();
  const isAsked = typed.by !== 'desk';
  const isOther = typed.by === 'affected-user';
  const person = personOf(typed);
  const nobody = isOther && Object.keys(person).length === 0 ? t('act.request-review.nobody') : null;
  const isWhole = !needed(typed.text) && !nobody && !(isAsked && receiptProblem(typed));
  const input = {
    by: typed.by as ReviewAsker,
    text: typed.text,
    ...(isAsked ? sentReceipt(typed, view.receivedAt) : {}),
    ...(isOther ? { person } : {}),
  };
  return (
    <ActForm {...form.frame} hint={t('act.request-review.hint')} onSubmit={() => form.send(isWhole ? input : null)}>
      <Radios
        label={t('act.request-review.by')}
        options={askers.map((id) => ({ value: id, label: t(`act.request-review.${id}`), hint: t(`act.request-review.${id}Hint`) }))}
        {...field('by')}
        error={shown('by') || undefined}
        autoFocus
      />
      {isAsked ? <ReceiptFields typed={typed} shown={shown} change={change} /> : null}
      {isOther ? (
        <PersonFields legend={t('act.request-review.person')} typed={typed} change={change} error={shown('person', nobody) || undefined} />
      ) : null}
      <Textarea
        label={t(isAsked ? 'act.request-review.text' : 'act.request-review.textOwn')}
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
