import { Autocomplete, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { CaseView, Outcome } from '../../../src-main/cases/contract.ts';
import type { GroundView } from '../../../src-main/rights/contract.ts';
import { useWorkspace } from '../../app/desk.tsx';
import { useDraft } from '../../app/drafts.ts';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SimilarPart } from '../decision/similar-part.tsx';
import { useAct } from '../use-act.ts';
import { useLocal } from '../work/local.ts';
import styles from './act-form.module.css';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';
import { GroundField } from './ground-field.tsx';
import { readGround } from './grounds.ts';
import { actedItems, type Chosen, ItemActions } from './item-actions.tsx';

interface Typed {
  outcome: Outcome | '';
  ground: string;
  /** Of a coded ground, so that neither another outcome nor another language makes own words of it. */
  groundId: string;
  clause: string;
  reasons: string;
  chosen: Chosen;
  actedAt: string;
}

const fields = ['outcome', 'ground', 'clause', 'reasons', 'items'];
function ClauseField({
  view,
  value,
  error,
  onChange,
}: {
  view: CaseView;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}) {
  const { t } = useText();
  const { platforms } = useWorkspace();
  const clauses = platforms.find(({ id }) => id === view.platform)?.clauses ?? [];
  const about = new Map(clauses.map((one) => [one.clause, one.about]));
  return (
    <Autocomplete
      label={t('act.decide.clause')}
      description={about.get(value) ?? t('act.decide.clauseHint')}
      data={[...about.keys()]}
      limit={12}
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      value={value}
      error={error}
      renderOption={({ option }) => (
        <span>
          <b>{option.value}</b> {about.get(option.value)}
        </span>
      )}
      onChange={onChange}
    />
  );
}

/** Outcomes that something stands in the way of, said before anything is typed. */
function BlockedOutcomes({ view }: { view: CaseView }) {
  const { t, word } = useText();
  const local = useLocal();
  return view.work.guards
    .filter(({ outcomes: barred }) => barred.length > 0)
    .map(({ guard, level, outcomes: barred, why }) => (
      <Notice key={guard} tone={level === 'block' ? 'bad' : 'warn'} title={t(`work.${level}`)}>
        {local(why)} {level === 'block' ? `(${barred.map((id) => word('outcome', id)).join(', ')})` : null}
      </Notice>
    ));
}

/** The decision: outcome, ground, clause, reasons, and what becomes of each item. */
export function DecideForm({ view, onClose }: ActFormProps) {
  const { t, word, look } = useText();
  const first = useMemo<Typed>(
    () => ({ outcome: '', ground: '', groundId: '', clause: '', reasons: '', chosen: { all: '', byValue: {} }, actedAt: nowAsTyped() }),
    [],
  );
  const draft = useDraft(`case:${view.ref}:decide`, first);
  const { outcome, ground, groundId, clause, reasons, chosen, actedAt } = draft.values;
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'decide', () => {
    void draft.drop(first);
    onClose();
  });
  const { byField, rest } = problemsOf(act.error, fields);
  const outcomeLabel = (id: Outcome) => {
    if (view.review) return look(`decisions.review.outcome.${id}`, word('outcome', id));
    return view.kind === 'appeal-reply' ? look(`decisions.position.${id}`, word('outcome', id)) : word('outcome', id);
  };
  const items = actedItems(view.items, chosen, sentInstant(actedAt, view.receivedAt));
  const problem = items.length > 0 ? instantProblem(actedAt, t) : null;
  const { grounds } = view.work;
  const read = readGround(grounds, { outcome, ground, groundId });
  /** A coded ground brings its clause, unless another was written before. */
  const clauseOf = (coded: GroundView | undefined) => {
    const isOwn = clause.trim() !== '' && !grounds.some((one) => one.clause === clause);
    return coded === undefined || isOwn ? {} : { clause: coded.clause };
  };
  const lacks = (text: string) => isTried && text.trim() === '' && t('common.required');

  const submit = () => {
    setIsTried(true);
    if (outcome === '' || ground.trim() === '' || reasons.trim() === '' || problem || read.problem) return;
    act.mutate({
      outcome,
      ground: read.sent,
      reasons,
      ...(clause.trim() === '' ? {} : { clause }),
      ...(items.length > 0 ? { items } : {}),
    });
  };
  return (
    <ActForm
      submit={t('act.decide.submit')}
      hint={t('act.decide.hint')}
      error={rest}
      isWorking={act.isPending}
      restoredAt={draft.restoredAt}
      onDiscard={() => void draft.drop(first)}
      onSubmit={submit}
      onClose={onClose}
    >
      <BlockedOutcomes view={view} />
      <SimilarPart view={view} />
      <Choice
        label={t('act.decide.outcome')}
        value={outcome}
        empty={t('act.decide.choose')}
        options={view.work.outcomes.map((id) => ({ value: id, label: outcomeLabel(id) }))}
        error={lacks(outcome) || byField['outcome']}
        onChange={(id) => draft.change({ outcome: id as Outcome | '' })}
      />
      <div className={styles['row']}>
        <GroundField
          all={grounds}
          outcome={outcome}
          read={read}
          value={ground}
          error={lacks(ground) || byField['ground']}
          onChange={(value, coded) => draft.change({ ground: value, groundId: coded?.id ?? '', ...clauseOf(coded) })}
        />
        <ClauseField view={view} value={clause} error={byField['clause']} onChange={(value) => draft.change({ clause: value })} />
      </div>
      <Textarea
        label={t('act.decide.reasons')}
        description={t('act.decide.reasonsHint')}
        autosize
        minRows={4}
        maxRows={16}
        value={reasons}
        error={lacks(reasons) || byField['reasons']}
        onChange={({ currentTarget }) => draft.change({ reasons: currentTarget.value })}
      />
      <ItemActions items={view.items} chosen={chosen} onChange={(next) => draft.change({ chosen: next })} />
      {items.length > 0 ? (
        <InstantField
          label={t('act.act-on-items.at')}
          value={actedAt}
          error={(isTried && problem) || byField['items']}
          onChange={(value) => draft.change({ actedAt: value })}
        />
      ) : null}
    </ActForm>
  );
}
