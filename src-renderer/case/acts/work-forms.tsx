import { Textarea } from '@mantine/core';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { heldAnswers, redactionDecisions } from '../../../src-main/rights/contract/work.ts';
import { DayField, dayProblem } from '../../app/day-field.tsx';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLocal } from '../work/local.ts';
import { ActForm, type ActFormProps } from './act-form.tsx';
import { Line } from './line.tsx';
import { useActForm } from './use-act-form.ts';
import {
  categoryInput,
  given,
  lacksClause,
  lacksCopy,
  lacksReason,
  redactionInput,
  sentDay,
  type TypedCategory,
  type TypedRedaction,
} from './work-input.ts';

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
export function SearchForm(props: ActFormProps) {
  const { t } = useText();
  const { complainant } = props.view;
  const { first, options } = useSystems(props.view, 'search');
  const query = complainant.email ?? complainant.name ?? '';
  const form = useActForm(props, 'search-system', () => ({ system: first, query, found: '', by: '', note: '' }));
  const { typed, field, needed } = form;
  const problem = /^\d+$/.test(typed.found.trim()) ? null : t('act.search-system.number');
  const submit = () => {
    const { system, found, by, note } = typed;
    form.send(problem || needed(typed.query) ? null : { system, query: typed.query, found: Number(found), ...given({ by, note }) });
  };
  return (
    <ActForm {...form.frame} hint={t('act.search-system.hint')} onSubmit={submit}>
      <Choice label={t('act.search-system.system')} options={options} {...field('system')} />
      <Line label={t('act.search-system.query')} {...field('query', needed(typed.query))} />
      <Line label={t('act.search-system.found')} isNumber {...field('found', problem)} />
      <Line label={t('act.search-system.by')} isOptional {...field('by')} />
      <Line label={t('act.search-system.note')} isOptional {...field('note')} />
    </ActForm>
  );
}

/** Whether a data category is held, not held, or left out under a clause. */
export function CategoryForm(props: ActFormProps) {
  const { t, look } = useText();
  const all = props.view.work.categories.map(({ id, label, held }) => ({
    value: id,
    label: held ? `${label} ✓` : label,
    isDone: held !== null,
  }));
  const form = useActForm(props, 'mark-category', (): TypedCategory => ({ category: firstOpen(all), held: 'held', clause: '' }));
  const { typed, field } = form;
  const isLacking = lacksClause(typed);
  return (
    <ActForm {...form.frame} hint={t('act.mark-category.hint')} onSubmit={() => form.send(isLacking ? null : categoryInput(typed))}>
      <Choice label={t('act.mark-category.category')} options={all} {...field('category')} />
      <Choice
        label={t('act.mark-category.held')}
        options={heldAnswers.map((id) => ({ value: id, label: look(`work.held.${id}`, id) }))}
        {...field('held')}
      />
      {typed.held === 'held' ? null : (
        <Line
          label={t('act.mark-category.clause')}
          isOptional={typed.held !== 'excluded'}
          {...field('clause', isLacking && t('common.required'))}
        />
      )}
    </ActForm>
  );
}

/** Somebody who had the data was told what became of it. */
export function RecipientForm(props: ActFormProps) {
  const { t } = useText();
  const { view } = props;
  const all = view.work.recipients.map(({ name, isTold }) => ({ value: name, label: isTold ? `${name} ✓` : name, isDone: isTold }));
  const form = useActForm(props, 'tell-recipient', () => ({ recipient: firstOpen(all), other: '', how: '', at: nowAsTyped() }));
  const { typed, field, needed } = form;
  const problem = instantProblem(typed.at, t);
  const submit = () => {
    const recipient = typed.recipient || typed.other;
    const isStopped = problem || needed(recipient) || needed(typed.how);
    form.send(isStopped ? null : { recipient, how: typed.how, at: sentInstant(typed.at, view.receivedAt) });
  };
  return (
    <ActForm {...form.frame} hint={t('act.tell-recipient.hint')} onSubmit={submit}>
      <Choice
        label={t('act.tell-recipient.recipient')}
        empty={t('act.tell-recipient.other')}
        options={all}
        {...field('recipient')}
        error={typed.recipient === '' ? undefined : form.shown('recipient')}
      />
      {typed.recipient === '' ? (
        <Line label={t('act.tell-recipient.otherName')} {...field('other')} error={form.shown('recipient', needed(typed.other))} />
      ) : null}
      <InstantField label={t('act.tell-recipient.at')} {...field('at', problem)} />
      <Line label={t('act.tell-recipient.how')} {...field('how', needed(typed.how))} />
    </ActForm>
  );
}

/** The copy that goes out in the place of a file. */
function CopyField({
  view,
  ...field
}: {
  view: CaseView;
  value: string;
  error: string | false | null | undefined;
  onChange(id: string): void;
}) {
  const { t } = useText();
  const options = view.work.copies.map(({ id, name }) => ({ value: id, label: name }));
  if (options.length === 0) return <Notice tone="warn">{t('packages.copyNone')}</Notice>;
  return <Choice label={t('packages.copy')} empty="–" options={options} {...field} />;
}

/** What becomes of a file of the answer. */
export function RedactionForm(props: ActFormProps) {
  const { t, look } = useText();
  const { view } = props;
  const all = view.work.files.map(({ id, name, decision }) => ({ value: id, label: name, isDone: decision !== null }));
  const copy = view.work.copies.at(-1)?.id ?? '';
  const form = useActForm(props, 'redaction', (): TypedRedaction => ({ file: firstOpen(all), decision: 'release', reason: '', copy }));
  const { typed, field, needed } = form;
  const isLacking = lacksReason(typed);
  const isWithoutCopy = all.length > 0 && lacksCopy(typed);
  const submit = () => form.send(isLacking || isWithoutCopy || needed(typed.file) ? null : redactionInput(typed));
  const file = { label: t('act.redaction.file'), ...field('file', needed(typed.file)) };
  return (
    <ActForm {...form.frame} hint={t('act.redaction.hint')} onSubmit={submit}>
      {all.length > 0 ? <Choice options={all} {...file} /> : <Line {...file} />}
      <Choice
        label={t('act.redaction.decision')}
        options={redactionDecisions.map((id) => ({ value: id, label: look(`work.file.${id}`, id) }))}
        {...field('decision')}
      />
      {typed.decision === 'redact' && all.length > 0 ? (
        <CopyField view={view} {...field('copy', isWithoutCopy && t('common.required'))} />
      ) : null}
      <Textarea
        label={t('act.redaction.reason')}
        autosize
        minRows={2}
        value={typed.reason}
        error={form.shown('reason', isLacking && t('common.required'))}
        onChange={({ currentTarget }) => form.change({ reason: currentTarget.value })}
      />
    </ActForm>
  );
}

/** A system did what was decided: who, when, under which reference, and until when copies lie there. */
export function ConfirmForm(props: ActFormProps) {
  const { t } = useText();
  const { first, options } = useSystems(props.view, 'confirm');
  const form = useActForm(props, 'confirm-system', () => ({ system: first, by: '', reference: '', at: nowAsTyped(), backupExpires: '' }));
  const { typed, field, needed } = form;
  const problem = instantProblem(typed.at, t);
  const submit = () => {
    const { system, by, reference } = typed;
    const expires = sentDay('backupExpires', typed.backupExpires);
    const isStopped = problem || needed(by) || needed(reference) || expires === null;
    form.send(isStopped ? null : { system, by, reference, at: sentInstant(typed.at, props.view.receivedAt), ...expires });
  };
  return (
    <ActForm {...form.frame} hint={t('act.confirm-system.hint')} onSubmit={submit}>
      <Choice label={t('act.search-system.system')} options={options} {...field('system')} />
      <Line label={t('act.confirm-system.by')} {...field('by', needed(typed.by))} />
      <Line label={t('act.confirm-system.reference')} {...field('reference', needed(typed.reference))} />
      <InstantField label={t('act.confirm-system.at')} {...field('at', problem)} />
      <DayField
        label={t('act.confirm-system.backupExpires')}
        hint={t('act.confirm-system.backupHint')}
        {...field('backupExpires', dayProblem(typed.backupExpires, t))}
      />
    </ActForm>
  );
}
