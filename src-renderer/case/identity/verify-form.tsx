import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { attemptResults, identityDocumentNames } from '../../../src-main/identity/contract/words.ts';
import type { DocumentName, IdentityView } from '../../../src-main/identity/contract.ts';
import { maskAadhaarIn } from '../../../src-main/identity/rules.ts';
import { DayField } from '../../app/day-field.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { isoDay, useToday } from '../../app/today.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { focusNext } from '../../ui/focus.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import styles from '../acts/act-form.module.css';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import {
  type AttemptForm,
  firstAttempt,
  keptAttempt,
  type Method,
  methods,
  paperNames,
  sentAttempt,
  shownProblems,
  stoppingProblems,
  typedCheck,
} from './attempt.ts';
import { MaskedField } from './masked-field.tsx';
import { identityQuery } from './queries.ts';

interface PartProps {
  identity: IdentityView;
  form: AttemptForm;
  problem(field: keyof AttemptForm): string | undefined;
  change(part: Partial<AttemptForm>): void;
}

function useDocumentOptions({ checklist, platform }: IdentityView) {
  const { t, word } = useText();
  const from = (source: 'policy' | 'default') =>
    paperNames(checklist.accepted.filter((one) => one.from === source).map(({ document }) => document));
  const others = paperNames(identityDocumentNames).filter((name) => !checklist.accepted.some(({ document }) => document === name));
  const items = (names: DocumentName[]) => names.map((name) => ({ value: name, label: t(`identity.document.${name}`) }));
  return [
    { group: t('identity.form.ofPolicy', { platform: word('platform', platform) }), items: items(from('policy')) },
    { group: t('identity.form.ofDesk'), items: items(from('default')) },
    { group: t('identity.form.others'), items: items(others) },
  ].filter((group) => group.items.length > 0);
}

/** The paper that was shown: which, what it says, until when it is good. */
function Paper({ identity, form, problem, change, ...rest }: PartProps & { field: ReactNode }) {
  const { t } = useText();
  return (
    <>
      <Choice
        label={t('identity.form.document')}
        value={form.document}
        empty={t('identity.form.choose')}
        options={useDocumentOptions(identity)}
        error={problem('document')}
        onChange={(document) => change({ document: document as DocumentName, value: '' })}
      />
      {rest.field}
      <div className={styles['row']}>
        <DayField
          label={t('identity.form.expiresOn')}
          hint={t('identity.form.ifStated')}
          value={form.expiresOn}
          error={problem('expiresOn')}
          onChange={(expiresOn) => change({ expiresOn })}
        />
        <DayField
          label={t('identity.form.bornOn')}
          hint={t('identity.form.ifStated')}
          value={form.bornOn}
          error={problem('bornOn')}
          onChange={(bornOn) => change({ bornOn })}
        />
      </div>
    </>
  );
}

function Authority({ identity, form, problem, change }: PartProps) {
  const { t } = useText();
  const open = identity.authorities.filter(({ endedOn }) => endedOn === null);
  return (
    <Choice
      label={t('identity.form.authority')}
      description={open.length === 0 ? t('identity.form.noAuthority') : undefined}
      value={form.authority}
      empty={t('identity.form.choose')}
      options={open.map((one) => ({
        value: one.id,
        label: `${t(`identity.authorityType.${one.type}`)}: ${one.instrument}`,
      }))}
      error={problem('authority')}
      onChange={(authority) => change({ authority })}
    />
  );
}

/** What was looked at, by the way it was looked at. */
function Shown(props: PartProps & { field: ReactNode }) {
  const { form, problem, change, field } = props;
  const { t } = useText();
  if (form.method === 'document') return <Paper {...props} />;
  if (form.method === 'contact-match') return field;
  if (form.method === 'authority') return <Authority {...props} />;
  if (form.method !== 'other') return null;
  return (
    <TextInput
      label={t('identity.form.otherMethod')}
      value={form.otherMethod}
      maxLength={60}
      error={problem('otherMethod')}
      onChange={({ currentTarget }) => change({ otherMethod: currentTarget.value })}
    />
  );
}

function Evidence({ identity, form, problem, change }: PartProps) {
  const { t } = useText();
  const files = identity.files.filter(({ quarantine }) => quarantine !== 'withheld');
  if (files.length === 0) return null;
  return (
    <Choice
      label={t('identity.form.evidence')}
      value={form.evidence}
      empty={t('identity.form.noEvidence')}
      options={files.map(({ id, name }) => ({ value: id, label: name }))}
      error={problem('evidence')}
      onChange={(evidence) => change({ evidence })}
    />
  );
}

function Conclusion({ identity, form, problem, change }: PartProps) {
  const { t } = useText();
  const needsWhy = form.result !== '' && form.result !== 'verified';
  return (
    <>
      <Radios
        label={t('identity.form.result')}
        value={form.result}
        options={attemptResults.map((id) => ({ value: id, label: t(`identity.result.${id}`), hint: t(`identity.resultHint.${id}`) }))}
        error={problem('result')}
        onChange={(result) => change({ result: result as AttemptForm['result'] })}
      />
      <Textarea
        label={t('act.reason')}
        description={
          needsWhy ? t('identity.form.whyNot') : t(identity.checklist.missing.length > 1 ? 'identity.form.whyEnough' : 'common.optional')
        }
        autosize
        minRows={2}
        value={form.reason}
        error={problem('reason')}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        onBlur={() => {
          // Leaving an untouched field is no draft.
          const { text } = maskAadhaarIn(form.reason);
          if (text !== form.reason) change({ reason: text });
        }}
      />
    </>
  );
}

const fields: (keyof AttemptForm)[] = ['document', 'value', 'expiresOn', 'bornOn', 'authority', 'evidence', 'result', 'reason'];

/** Problems in words: what the fields show at once, what a try to send adds, and what the desk answered. */
function useProblems(form: AttemptForm, identity: IdentityView, view: ActFormProps['view'], isTried: boolean) {
  const { t } = useText();
  const today = useToday();
  const context = {
    kind: view.kind,
    requester: view.complainant,
    receivedOn: isoDay(view.receivedAt),
    today,
    authorities: identity.authorities,
  };
  const codes = { ...(isTried ? stoppingProblems(form, context) : {}), ...shownProblems(form, context) };
  return {
    check: typedCheck(form, context),
    canSend: Object.keys(stoppingProblems(form, context)).length === 0,
    problem: (field: keyof AttemptForm) => {
      const code = codes[field];
      return code === undefined ? undefined : code === 'required' ? t('common.required') : t(`identity.problem.${code}`);
    },
  };
}

function Form({ identity, ...props }: ActFormProps & { identity: IdentityView }) {
  const { view } = props;
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const begin = () => keptAttempt(firstAttempt(identity.checklist, identity.authorities));
  const { typed, ...act } = useActForm(props, 'verify-identity', begin, fields);
  // The number is in no draft: it lives as long as the form.
  const [value, setValue] = useState('');
  const form: AttemptForm = { ...typed, value };
  const { check, canSend, problem } = useProblems(form, identity, view, act.isTried);
  useEffect(() => focusNext(frame.current?.querySelector<HTMLElement>('input, select')), []);
  const change = (part: Partial<AttemptForm>) => {
    const kept = keptAttempt(part);
    if (part.value !== undefined) setValue(part.value);
    if (Object.keys(kept).length > 0) act.change(kept);
    act.forget();
  };
  const said = (field: keyof AttemptForm) => problem(field) ?? act.byField[field];
  const part = { identity, form, problem: said, change };
  const number = (
    <MaskedField
      key={form.method + form.document}
      label={t(form.method === 'contact-match' ? 'identity.form.contact' : 'identity.form.number')}
      hint={t(
        form.method === 'contact-match'
          ? 'identity.form.contactHint'
          : form.document === 'passport'
            ? 'identity.form.passportHint'
            : 'identity.form.numberHint',
      )}
      value={form.value}
      check={check}
      error={said('value')}
      onChange={(next) => change({ value: next })}
    />
  );
  return (
    <ActForm
      {...act.frame}
      hint={t('act.verify-identity.hint')}
      onDiscard={() => {
        setValue('');
        act.frame.onDiscard();
      }}
      onSubmit={() => act.send(canSend ? sentAttempt(form) : null)}
    >
      <div ref={frame} className={styles['row']}>
        <Choice
          label={t('identity.form.method')}
          value={form.method}
          options={methods.map((id) => ({ value: id, label: t(`identity.method.${id}`) }))}
          onChange={(method) => change({ method: method as Method, value: '' })}
        />
        {identity.authorities.length > 0 || view.onBehalfOf !== null ? (
          <Choice
            label={t('identity.form.whose')}
            value={form.whose}
            options={(['complainant', 'representative'] as const).map((id) => ({ value: id, label: t(`identity.whose.${id}`) }))}
            onChange={(whose) => change({ whose: whose as AttemptForm['whose'] })}
          />
        ) : null}
      </div>
      <Shown {...part} field={number} />
      <Evidence {...part} />
      <Conclusion {...part} />
    </ActForm>
  );
}

/** The next attempt at finding out who asks. What was typed of a number is checked here and masked by the desk. */
export function VerifyForm(props: ActFormProps) {
  const { data, error, refetch } = useQuery(identityQuery(useDesk(), props.view.ref));
  if (data) return <Form {...props} identity={data} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} compact /> : <Waiting lines={5} />;
}
