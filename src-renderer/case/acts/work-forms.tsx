import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { heldAnswers, redactionDecisions } from '../../../src-main/rights/contract/work.ts';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { parseDay } from '../identity/day.ts';
import { DayField } from '../identity/day-field.tsx';
import { useAct } from '../use-act.ts';
import { useLocal } from '../work/local.ts';
import { ActForm, type ActFormProps, problemsOf } from './act-form.tsx';

const given = (values: Record<string, string>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));

/** The first that is still missing, so that one form leads through them all. */
const firstOpen = <T extends { isDone: boolean; value: string }>(list: T[]) => (list.find(({ isDone }) => !isDone) ?? list[0])?.value ?? '';

function useSystems(view: CaseView, what: 'search' | 'confirm') {
  const local = useLocal();
  const all = view.work.systems.map(({ id, label, isSearched, isConfirmed, needsSearch, needsConfirmation }) => ({
    value: id,
    label: local(label),
    isDone: what === 'search' ? isSearched : isConfirmed,
    isAsked: what === 'search' ? needsSearch : needsConfirmation,
  }));
  const asked = all.filter(({ isAsked }) => isAsked);
  const list = asked.length > 0 ? asked : all.filter(({ value }) => what === 'confirm' || value !== 'backups');
  return { first: firstOpen(list), options: list.map(({ value, label, isDone }) => ({ value, label: isDone ? `${label} ✓` : label })) };
}

/** Where it was searched, for what, and how much was found. */
export function SearchForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const { first, options } = useSystems(view, 'search');
  const [typed, setTyped] = useState({
    system: first,
    query: view.complainant.email ?? view.complainant.name ?? '',
    found: '',
    by: '',
    note: '',
  });
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'search-system', onClose);
  const { byField, rest } = problemsOf(act.error, Object.keys(typed));
  const change = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some });
  const isNumber = /^\d+$/.test(typed.found.trim());
  return (
    <ActForm
      submit={t('act.search-system.submit')}
      hint={t('act.search-system.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (!isNumber || typed.query.trim() === '') return;
        const { system, query, found, ...more } = typed;
        act.mutate({ system, query, found: Number(found), ...given(more) });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('act.search-system.system')}
        value={typed.system}
        options={options}
        error={byField['system']}
        onChange={(system) => change({ system })}
      />
      <TextInput
        label={t('act.search-system.query')}
        value={typed.query}
        error={(isTried && typed.query.trim() === '' && t('common.required')) || byField['query']}
        onChange={({ currentTarget }) => change({ query: currentTarget.value })}
      />
      <TextInput
        label={t('act.search-system.found')}
        inputMode="numeric"
        value={typed.found}
        error={(isTried && !isNumber && t('act.search-system.number')) || byField['found']}
        onChange={({ currentTarget }) => change({ found: currentTarget.value })}
      />
      <TextInput
        label={t('act.search-system.by')}
        description={t('common.optional')}
        value={typed.by}
        error={byField['by']}
        onChange={({ currentTarget }) => change({ by: currentTarget.value })}
      />
      <TextInput
        label={t('act.search-system.note')}
        description={t('common.optional')}
        value={typed.note}
        error={byField['note']}
        onChange={({ currentTarget }) => change({ note: currentTarget.value })}
      />
    </ActForm>
  );
}

/** Whether a data category is held, not held, or left out under a clause. */
export function CategoryForm({ view, onClose }: ActFormProps) {
  const { t, look } = useText();
  const all = view.work.categories.map(({ id, label, held }) => ({ value: id, label: held ? `${label} ✓` : label, isDone: held !== null }));
  const [typed, setTyped] = useState({ category: firstOpen(all), held: 'held', clause: '' });
  const act = useAct(view.ref, 'mark-category', onClose);
  const { byField, rest } = problemsOf(act.error, Object.keys(typed));
  const change = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some });
  return (
    <ActForm
      submit={t('act.mark-category.submit')}
      hint={t('act.mark-category.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => act.mutate({ category: typed.category, held: typed.held as 'held', ...given({ clause: typed.clause }) })}
      onClose={onClose}
    >
      <Choice
        label={t('act.mark-category.category')}
        value={typed.category}
        options={all}
        error={byField['category']}
        onChange={(category) => change({ category })}
      />
      <Choice
        label={t('act.mark-category.held')}
        value={typed.held}
        options={heldAnswers.map((id) => ({ value: id, label: look(`work.held.${id}`, id) }))}
        onChange={(held) => change({ held })}
      />
      {typed.held === 'held' ? null : (
        <TextInput
          label={t('act.mark-category.clause')}
          value={typed.clause}
          error={byField['clause']}
          onChange={({ currentTarget }) => change({ clause: currentTarget.value })}
        />
      )}
    </ActForm>
  );
}

/** Somebody who had the data was told what became of it. */
export function RecipientForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const all = view.work.recipients.map(({ name, isTold }) => ({ value: name, label: isTold ? `${name} ✓` : name, isDone: isTold }));
  const [typed, setTyped] = useState({ recipient: firstOpen(all), other: '', how: '', at: nowAsTyped() });
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'tell-recipient', onClose);
  const { byField, rest } = problemsOf(act.error, ['recipient', 'at', 'how']);
  const change = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some });
  const problem = instantProblem(typed.at, t);
  const recipient = typed.recipient || typed.other;
  return (
    <ActForm
      submit={t('act.tell-recipient.submit')}
      hint={t('act.tell-recipient.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (problem || recipient.trim() === '' || typed.how.trim() === '') return;
        act.mutate({ recipient, how: typed.how, at: sentInstant(typed.at, view.receivedAt) });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('act.tell-recipient.recipient')}
        value={typed.recipient}
        empty={t('act.tell-recipient.other')}
        options={all}
        onChange={(name) => change({ recipient: name })}
      />
      {typed.recipient === '' ? (
        <TextInput
          label={t('act.tell-recipient.otherName')}
          value={typed.other}
          error={(isTried && typed.other.trim() === '' && t('common.required')) || byField['recipient']}
          onChange={({ currentTarget }) => change({ other: currentTarget.value })}
        />
      ) : null}
      <InstantField
        label={t('act.tell-recipient.at')}
        value={typed.at}
        error={(isTried && problem) || byField['at']}
        onChange={(at) => change({ at })}
      />
      <TextInput
        label={t('act.tell-recipient.how')}
        value={typed.how}
        error={(isTried && typed.how.trim() === '' && t('common.required')) || byField['how']}
        onChange={({ currentTarget }) => change({ how: currentTarget.value })}
      />
    </ActForm>
  );
}

/** What becomes of a file of the answer. */
export function RedactionForm({ view, onClose }: ActFormProps) {
  const { t, look } = useText();
  const all = view.work.files.map(({ id, name, decision }) => ({ value: id, label: name, isDone: decision !== null }));
  const [typed, setTyped] = useState({ file: firstOpen(all), decision: 'release', reason: '' });
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'redaction', onClose);
  const { byField, rest } = problemsOf(act.error, Object.keys(typed));
  const change = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some });
  const fileError = (isTried && typed.file.trim() === '' && t('common.required')) || byField['file'];
  return (
    <ActForm
      submit={t('act.redaction.submit')}
      hint={t('act.redaction.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        if (typed.file.trim() === '') return;
        act.mutate({ file: typed.file, decision: typed.decision as 'release', ...given({ reason: typed.reason }) });
      }}
      onClose={onClose}
    >
      {all.length > 0 ? (
        <Choice label={t('act.redaction.file')} value={typed.file} options={all} error={fileError} onChange={(file) => change({ file })} />
      ) : (
        <TextInput
          label={t('act.redaction.file')}
          value={typed.file}
          error={fileError}
          onChange={({ currentTarget }) => change({ file: currentTarget.value })}
        />
      )}
      <Choice
        label={t('act.redaction.decision')}
        value={typed.decision}
        options={redactionDecisions.map((id) => ({ value: id, label: look(`work.file.${id}`, id) }))}
        onChange={(decision) => change({ decision })}
      />
      <Textarea
        label={t('act.redaction.reason')}
        autosize
        minRows={2}
        value={typed.reason}
        error={byField['reason']}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
    </ActForm>
  );
}

/** A system did what was decided: who, when, under which reference, and until when copies lie there. */
export function ConfirmForm({ view, onClose }: ActFormProps) {
  const { t } = useText();
  const { first, options } = useSystems(view, 'confirm');
  const [typed, setTyped] = useState({ system: first, by: '', reference: '', at: nowAsTyped(), backupExpires: '' });
  const [isTried, setIsTried] = useState(false);
  const act = useAct(view.ref, 'confirm-system', onClose);
  const { byField, rest } = problemsOf(act.error, Object.keys(typed));
  const change = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some });
  const problem = instantProblem(typed.at, t);
  const lacks = (text: string) => isTried && text.trim() === '' && t('common.required');
  return (
    <ActForm
      submit={t('act.confirm-system.submit')}
      hint={t('act.confirm-system.hint')}
      error={rest}
      isWorking={act.isPending}
      onSubmit={() => {
        setIsTried(true);
        const { system, by, reference, backupExpires } = typed;
        if (problem || by.trim() === '' || reference.trim() === '') return;
        const expires = backupExpires.trim() === '' ? '' : (parseDay(backupExpires) ?? backupExpires);
        act.mutate({ system, by, reference, at: sentInstant(typed.at, view.receivedAt), ...given({ backupExpires: expires }) });
      }}
      onClose={onClose}
    >
      <Choice
        label={t('act.search-system.system')}
        value={typed.system}
        options={options}
        error={byField['system']}
        onChange={(system) => change({ system })}
      />
      <TextInput
        label={t('act.confirm-system.by')}
        value={typed.by}
        error={lacks(typed.by) || byField['by']}
        onChange={({ currentTarget }) => change({ by: currentTarget.value })}
      />
      <TextInput
        label={t('act.confirm-system.reference')}
        value={typed.reference}
        error={lacks(typed.reference) || byField['reference']}
        onChange={({ currentTarget }) => change({ reference: currentTarget.value })}
      />
      <InstantField
        label={t('act.confirm-system.at')}
        value={typed.at}
        error={(isTried && problem) || byField['at']}
        onChange={(at) => change({ at })}
      />
      <DayField
        label={t('act.confirm-system.backupExpires')}
        hint={t('act.confirm-system.backupHint')}
        value={typed.backupExpires}
        error={byField['backupExpires']}
        onChange={(backupExpires) => change({ backupExpires })}
      />
    </ActForm>
  );
}
