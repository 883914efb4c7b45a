import { Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CaseKind, Facts } from '../../../src-main/cases/contract.ts';
import { useDraft } from '../../app/drafts.ts';
import { InstantField, instantProblem } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { ClockPreview } from '../../intake/clock-preview.tsx';
import { formatInstant, parseInstant } from '../../ui/ist.ts';
import { FactsFields, sentFacts } from '../facts-fields.tsx';
import { factsOfKind, keptFacts } from '../facts-of-kind.ts';
import { useAct } from '../use-act.ts';
import styles from './act-form.module.css';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { ComplainantFields, changedDetails, type TypedDetails, typedDetails } from './complainant-fields.tsx';

interface Typed {
  complainant: TypedDetails;
  receivedAt: string;
  facts: Facts;
  reason: string;
}

/** A receipt is sent on when it was changed, or when it stands to be confirmed as it is; to the minute, as it was typed. */
function changedReceipt(typed: string, before: string, mustConfirm: boolean): { receivedAt?: string } {
  if (typed === formatInstant(before)) return mustConfirm ? { receivedAt: before } : {};
  return { receivedAt: parseInstant(typed) ?? typed };
}

const detailFields = ['name', 'email', 'phone', 'address'].map((name) => `complainant.${name}`);

/** Puts the receipt, the facts or the complainant's details right; what stood before is kept with the reason. */
export function AmendForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const kind = view.kind as CaseKind;
  const first = useMemo<Typed>(
    () => ({
      complainant: typedDetails({ complainant: view.complainant }),
      receivedAt: formatInstant(view.receivedAt),
      facts: view.facts,
      reason: view.confirmReceipt ? t('act.amend.confirmReason') : '',
    }),
    [view.complainant, view.receivedAt, view.facts, view.confirmReceipt, t],
  );
  const draft = useDraft(`case:${view.ref}:amend`, first);
  // A draft of an earlier version knows no details.
  const { complainant = first.complainant, receivedAt, facts, reason } = draft.values;
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'amend', () => {
    void draft.drop(first);
    onClose();
  });
  const { byField, rest } = problemsOf(act.error, ['receivedAt', 'reason', ...detailFields]);
  const problem = instantProblem(receivedAt, t);
  const sent = sentFacts(keptFacts(kind, facts));
  const receipt = changedReceipt(receivedAt, view.receivedAt, view.confirmReceipt);
  const hasFactChange = JSON.stringify(sent) !== JSON.stringify(sentFacts(keptFacts(kind, view.facts)));
  const details = changedDetails(complainant, view);
  const isNothing = receipt.receivedAt === undefined && !hasFactChange && details === undefined;

  const submit = () => {
    setIsTried(true);
    if (problem || reason.trim() === '' || isNothing) return;
    act.mutate({ ...receipt, ...(hasFactChange ? { facts: sent } : {}), ...(details ? { complainant: details } : {}), reason });
  };
  return (
    <ActForm
      submit={t(view.confirmReceipt ? 'act.amend.confirm' : 'act.amend.submit')}
      hint={t(view.confirmReceipt ? 'act.amend.confirmHint' : 'act.amend.hint')}
      error={rest}
      isWorking={act.isPending}
      restoredAt={draft.restoredAt}
      onDiscard={() => void draft.drop(first)}
      onSubmit={submit}
      onClose={onClose}
    >
      <InstantField
        label={t('intake.receivedAt')}
        value={receivedAt}
        error={(isTried && problem) || byField['receivedAt']}
        onChange={(value) => draft.change({ receivedAt: value })}
      />
      <ComplainantFields typed={complainant} problems={byField} onChange={(next) => draft.change({ complainant: next })} />
      {factsOfKind(kind).length > 0 ? (
        <fieldset className={styles['facts']} aria-label={t('case.legalFacts')}>
          <FactsFields kind={kind} facts={facts} onChange={(next) => draft.change({ facts: next })} />
        </fieldset>
      ) : null}
      <Textarea
        label={t('act.reason')}
        autosize
        minRows={2}
        value={reason}
        error={
          (isTried && reason.trim() === '' && t('common.required')) || (isTried && isNothing && t('act.amend.nothing')) || byField['reason']
        }
        onChange={({ currentTarget }) => draft.change({ reason: currentTarget.value })}
      />
      <ClockPreview platform={view.platform} kind={kind} receivedAt={parseInstant(receivedAt) ?? view.receivedAt} facts={sent} />
    </ActForm>
  );
}
