import { Checkbox, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { disclosureModes } from '../../../src-main/government/contract/words.ts';
import type { Disclosure, DisclosuresView } from '../../../src-main/government/contract.ts';
import { DayField, dayProblem } from '../../app/day-field.tsx';
import { useDesk } from '../../app/desk.tsx';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../../app/instant-field.tsx';
import { useText } from '../../app/text.ts';
import { ActForm, type ActFormProps } from '../../case/acts/act-form.tsx';
import { Line } from '../../case/acts/line.tsx';
import { ReasonField } from '../../case/acts/reason-field.tsx';
import { useActForm } from '../../case/acts/use-act-form.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { formatInstant, parseDay } from '../../ui/ist.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import styles from '../government.module.css';
import { disclosuresQuery } from '../queries.ts';
import { HashButton } from './hash-button.tsx';

/** Keeps the hash of a file that is to be produced. */
export function RecordProductionForm(props: ActFormProps) {
  const { t, number } = useText();
  const form = useActForm(props, 'record-production', () => ({ name: '', sizeBytes: 0, sha256: '', note: '' }));
  const { typed, field, change } = form;
  const { note, ...file } = typed;
  return (
    <ActForm
      {...form.frame}
      hint={t('act.record-production.hint')}
      isDisabled={typed.sha256 === ''}
      onSubmit={() => form.send(typed.sha256 === '' ? null : { ...file, ...(note.trim() === '' ? {} : { note }) })}
    >
      <HashButton label={t('act.record-production.choose')} onHashed={change} />
      {typed.sha256 === '' ? null : (
        <p className={styles['muted']} role="status">
          {t('act.record-production.file', { name: typed.name, size: number(typed.sizeBytes), sha256: typed.sha256 })}
        </p>
      )}
      <Line label={t('act.record-production.note')} isOptional {...field('note')} />
    </ActForm>
  );
}

const firstDisclosure = {
  production: '',
  sha256: '',
  category: '',
  periodFrom: '',
  periodTo: '',
  volume: '',
  mode: 'portal',
  recipient: '',
  legalBasis: '',
  accounts: '',
  afterwards: false,
  reason: '',
};

/** What the form sends; a period that is not typed stays out. */
function disclosureOf({ production, accounts, periodFrom, periodTo, afterwards, ...rest }: typeof firstDisclosure) {
  const period = {
    ...(periodFrom ? { periodFrom: parseDay(periodFrom) ?? periodFrom } : {}),
    ...(periodTo ? { periodTo: parseDay(periodTo) ?? periodTo } : {}),
  };
  const named = accounts.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return { ...rest, ...period, production: Number(production), accounts: named, ...(afterwards ? { afterwards } : {}) };
}

function Disclose({ known, ...props }: ActFormProps & { known: DisclosuresView }) {
  const { t, look } = useText();
  const { order } = props.view;
  const newest = known.productions.at(-1);
  const begin = () => ({
    ...firstDisclosure,
    production: String(newest?.seq ?? ''),
    recipient: order?.order.agency ?? '',
    legalBasis: order?.order.provision ?? order?.instrument.power ?? '',
    category: order?.order.categories ?? '',
    accounts: props.view.items
      .map(({ value }) => value)
      .slice(0, 50)
      .join('\n'),
  });
  const form = useActForm(props, 'disclose', begin);
  const { typed, field, needed, change, shown, isTried } = form;
  const hashed = known.productions.find(({ seq }) => String(seq) === typed.production);
  const must = (['category', 'volume', 'recipient', 'legalBasis'] as const).map((name) => needed(typed[name]));
  const isMissing = [...must, needed(typed.accounts), needed(typed.reason), needed(typed.sha256)].some((problem) => problem !== null);
  return (
    <ActForm {...form.frame} hint={t('act.disclose.hint')} onSubmit={() => form.send(isMissing ? null : (disclosureOf(typed) as never))}>
      <Choice
        label={t('act.disclose.production')}
        options={known.productions.map(({ seq, name }) => ({ value: String(seq), label: name }))}
        {...field('production')}
      />
      <HashButton label={t('act.disclose.sent')} onHashed={({ sha256 }) => change({ sha256 })} />
      {typed.sha256 === '' ? null : (
        <p role="status" className={styles['strong']}>
          {t(typed.sha256 === hashed?.sha256 ? 'act.disclose.same' : 'act.disclose.changed')}
        </p>
      )}
      {shown('sha256', needed(typed.sha256)) ? <p role="alert">{shown('sha256', needed(typed.sha256))}</p> : null}
      <div className={styles['row']}>
        <Line label={t('act.disclose.category')} {...field('category', must[0])} />
        <Line label={t('act.disclose.volume')} {...field('volume', must[1])} />
        <DayField label={t('act.disclose.periodFrom')} {...field('periodFrom', dayProblem(typed.periodFrom, t))} />
        <DayField label={t('act.disclose.periodTo')} {...field('periodTo', dayProblem(typed.periodTo, t))} />
        <Line label={t('act.disclose.recipient')} {...field('recipient', must[2])} />
        <Line label={t('act.disclose.legalBasis')} {...field('legalBasis', must[3])} />
      </div>
      <Choice
        label={t('act.disclose.mode')}
        options={disclosureModes.map((id) => ({ value: id, label: look(`disclosures.mode.${id}`, id) }))}
        {...field('mode')}
      />
      <Textarea
        label={t('act.disclose.accounts')}
        autosize
        minRows={2}
        maxRows={6}
        value={typed.accounts}
        error={shown('accounts', needed(typed.accounts))}
        onChange={({ currentTarget }) => change({ accounts: currentTarget.value })}
      />
      {props.view.kind === 'emergency-request' ? (
        <Checkbox
          label={t('act.disclose.afterwards')}
          checked={typed.afterwards}
          onChange={({ currentTarget }) => change({ afterwards: currentTarget.checked })}
        />
      ) : null}
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

/** Writes a line of the register: field by field, by two people. */
export function DiscloseForm(props: ActFormProps) {
  const { data, error, refetch } = useQuery(disclosuresQuery(useDesk(), props.view.ref));
  if (data) return <Disclose known={data} {...props} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting lines={6} />;
}

/** Counsel's word on a request that no law makes binding. */
export function CounselForm(props: ActFormProps) {
  const { t } = useText();
  const form = useActForm(props, 'counsel-decision', () => ({ allow: '', counsel: '', reason: '' }));
  const { typed, field, needed, isTried } = form;
  const isMissing = typed.allow === '' || needed(typed.counsel) !== null || needed(typed.reason) !== null;
  return (
    <ActForm
      {...form.frame}
      hint={t('act.counsel-decision.hint')}
      onSubmit={() => form.send(isMissing ? null : { ...typed, allow: typed.allow === 'allow' })}
    >
      <Radios
        label={t('act.counsel-decision.question')}
        options={[
          { value: 'allow', label: t('act.counsel-decision.allow') },
          { value: 'deny', label: t('act.counsel-decision.deny') },
        ]}
        {...field('allow', typed.allow === '' && t('common.required'))}
      />
      <Line label={t('act.counsel-decision.counsel')} {...field('counsel', needed(typed.counsel))} />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

const optionsOf = (disclosures: Disclosure[]) =>
  disclosures.map(({ seq, file, recipient, at }) => ({ value: String(seq), label: `${formatInstant(at)} · ${recipient} · ${file}` }));

function Approve({ known, ...props }: ActFormProps & { known: DisclosuresView }) {
  const { t } = useText();
  const waiting = known.disclosures.filter(({ approveBy, approverName }) => approveBy !== null && approverName === null);
  const form = useActForm(props, 'approve-disclosure', () => ({ disclosure: String(waiting[0]?.seq ?? ''), reason: '' }));
  const { typed, field, needed, isTried } = form;
  return (
    <ActForm
      {...form.frame}
      isDisabled={waiting.length === 0}
      onSubmit={() => form.send(needed(typed.reason) ? null : { disclosure: Number(typed.disclosure), reason: typed.reason })}
    >
      <Choice label={t('act.approve-disclosure.which')} options={optionsOf(waiting)} {...field('disclosure')} />
      <ReasonField isTried={isTried} {...field('reason')} />
    </ActForm>
  );
}

/** Another person approves what left in an emergency. */
export function ApproveDisclosureForm(props: ActFormProps) {
  const { data } = useQuery(disclosuresQuery(useDesk(), props.view.ref));
  return data ? <Approve known={data} {...props} /> : <Waiting lines={3} />;
}

function Tell({ known, ...props }: ActFormProps & { known: DisclosuresView }) {
  const { t } = useText();
  const open = known.disclosures.filter(({ toldAt }) => toldAt === null);
  const form = useActForm(props, 'tell-user', () => ({ disclosure: String(open[0]?.seq ?? ''), at: nowAsTyped(), how: '' }));
  const { typed, field, needed } = form;
  const problem = instantProblem(typed.at, t);
  const isMissing = problem !== null || needed(typed.how) !== null;
  return (
    <ActForm
      {...form.frame}
      isDisabled={open.length === 0}
      onSubmit={() =>
        form.send(
          isMissing ? null : { disclosure: Number(typed.disclosure), at: sentInstant(typed.at, props.view.receivedAt), how: typed.how },
        )
      }
    >
      <Choice label={t('act.tell-user.which')} options={optionsOf(open)} {...field('disclosure')} />
      <InstantField label={t('act.tell-user.at')} {...field('at', problem)} />
      <Line label={t('act.tell-user.how')} {...field('how', needed(typed.how))} />
    </ActForm>
  );
}

/** Records that the person was told of a disclosure. */
export function TellUserForm(props: ActFormProps) {
  const { data } = useQuery(disclosuresQuery(useDesk(), props.view.ref));
  return data ? <Tell known={data} {...props} /> : <Waiting lines={3} />;
}
