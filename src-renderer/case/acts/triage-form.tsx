import { Textarea } from '@mantine/core';
import { useMemo } from 'react';
import type { CaseKind, Facts } from '../../../src-main/cases/contract.ts';
import { useDraft } from '../../app/drafts.ts';
import { useText } from '../../app/text.ts';
import { ClockPreview } from '../../intake/clock-preview.tsx';
import { KindField } from '../../intake/kind-field.tsx';
import { Suggestions } from '../../intake/suggestions.tsx';
import { FactsFields, sentFacts } from '../facts-fields.tsx';
import { factsOfKind, keptFacts } from '../facts-of-kind.ts';
import { useAct } from '../use-act.ts';
import styles from './act-form.module.css';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

interface Typed {
  kind: CaseKind;
  facts: Facts;
  reason: string;
}

/** Says what a case is: its kind, and the facts that decide which clocks run. */
export function TriageForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const first = useMemo<Typed>(() => ({ kind: view.kind as CaseKind, facts: view.facts, reason: '' }), [view.kind, view.facts]);
  const draft = useDraft(`case:${view.ref}:triage`, first);
  const { kind, facts, reason } = draft.values;
  const act = useAct(view.ref, 'triage', () => {
    void draft.drop(first);
    onClose();
  });
  const { byField, rest } = problemsOf(act.error, ['kind', 'reason']);
  const sent = sentFacts(keptFacts(kind, facts));
  const isReclassified = view.kind !== 'unsorted' && kind !== view.kind && !view.allowed.includes('acknowledge');
  return (
    <ActForm
      submit={t('act.triage.submit')}
      hint={t(isReclassified ? 'act.triage.reclassifies' : 'act.triage.hint')}
      error={rest}
      isWorking={act.isPending}
      restoredAt={draft.restoredAt}
      onDiscard={() => void draft.drop(first)}
      onSubmit={() => act.mutate({ kind, facts: sent, ...(reason.trim() === '' ? {} : { reason }) })}
      onClose={onClose}
    >
      {view.kind === 'unsorted' ? (
        <Suggestions
          subject={view.subject}
          text={view.text}
          onTake={(next, known) => draft.change({ kind: next, facts: { ...facts, ...known } })}
        />
      ) : null}
      <KindField value={kind} error={byField['kind']} onChange={(next) => draft.change({ kind: next })} />
      {factsOfKind(kind).length > 0 ? (
        <fieldset className={styles['facts']} aria-label={t('case.legalFacts')}>
          <FactsFields kind={kind} facts={facts} onChange={(next) => draft.change({ facts: next })} />
        </fieldset>
      ) : null}
      <Textarea
        label={t('act.triage.reason')}
        description={t('common.optional')}
        autosize
        minRows={1}
        value={reason}
        error={byField['reason']}
        onChange={({ currentTarget }) => draft.change({ reason: currentTarget.value })}
      />
      <ClockPreview platform={view.platform} kind={kind} receivedAt={view.receivedAt} facts={sent} />
    </ActForm>
  );
}
