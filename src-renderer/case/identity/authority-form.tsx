import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CaseKind, complaintKinds, rightsKinds } from '../../../src-main/cases/contract/words.ts';
import { type AuthorityType, authorityTypes } from '../../../src-main/people/contract/words.ts';
import { DayField } from '../../app/day-field.tsx';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { useToday } from '../../app/today.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import styles from '../acts/act-form.module.css';
import { ActForm, type ActFormProps } from '../acts/act-form.tsx';
import { useActForm } from '../acts/use-act-form.ts';
import { authorityProblems, type AuthorityForm as Form, firstAuthority, sentAuthority } from './authority.ts';
import own from './identity.module.css';
import { identityQuery } from './queries.ts';

interface PartProps {
  form: Form;
  problem(field: keyof Form): string | undefined;
  change(part: Partial<Form>): void;
}

type TextName = 'name' | 'email' | 'phone' | 'instrument' | 'registeredNumber';

function Line({ name, label, hint, form, problem, change }: PartProps & { name: TextName; label: string; hint?: string }) {
  return (
    <TextInput
      label={label}
      description={hint}
      value={form[name]}
      autoComplete="off"
      error={problem(name)}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
}

/** Who acts for whom: one of the two is the complainant, the other is named here. */
function Sides({ view, ...part }: PartProps & Pick<ActFormProps, 'view'>) {
  const { t } = useText();
  const complainant = view.complainant.name ?? view.complainant.email ?? t('queue.noName');
  const acts = part.form.side === 'complainant-acts';
  return (
    <>
      <Radios
        label={t('identity.authority.side')}
        value={part.form.side}
        options={[
          { value: 'other-acts', label: t('identity.authority.otherActs', { name: complainant }) },
          { value: 'complainant-acts', label: t('identity.authority.complainantActs', { name: complainant }) },
        ]}
        onChange={(side) => part.change({ side: side as Form['side'] })}
      />
      <fieldset className={styles['facts']}>
        <legend className={styles['legend']}>{t(acts ? 'identity.authority.principal' : 'identity.authority.representative')}</legend>
        <div className={styles['row']}>
          <Line {...part} name="name" label={t('people.kind.name')} />
          <Line {...part} name="email" label={t('intake.email')} />
          <Line {...part} name="phone" label={t('intake.phone')} />
        </div>
      </fieldset>
    </>
  );
}

function Scope({ form, problem, change }: PartProps) {
  const { t, word } = useText();
  return (
    <>
      <Radios
        label={t('identity.authority.scope')}
        value={form.scope}
        options={[
          { value: 'all', label: t('identity.authority.all') },
          { value: 'some', label: t('identity.authority.some') },
        ]}
        onChange={(scope) => change({ scope: scope as Form['scope'] })}
      />
      {form.scope === 'some' ? (
        <Checkbox.Group
          label={t('identity.authority.kinds')}
          value={form.kinds}
          error={problem('kinds')}
          onChange={(kinds) => change({ kinds: kinds as CaseKind[] })}
        >
          <div className={own['kinds']}>
            {[...rightsKinds, ...complaintKinds].map((kind) => (
              <Checkbox key={kind} value={kind} label={word('kind', kind)} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
    </>
  );
}

function Instrument(part: PartProps) {
  const { t } = useText();
  const { form, problem, change } = part;
  return (
    <>
      <div className={styles['row']}>
        <Choice
          label={t('identity.authority.type')}
          data-autofocus
          value={form.type}
          empty={t('identity.form.choose')}
          options={authorityTypes.map((id) => ({ value: id, label: t(`identity.authorityType.${id}`) }))}
          error={problem('type')}
          onChange={(type) => change({ type: type as AuthorityType | '' })}
        />
        <Line {...part} name="instrument" label={t('identity.authority.instrument')} />
        <Line {...part} name="registeredNumber" label={t('identity.authority.number')} />
      </div>
      <div className={styles['row']}>
        <DayField
          label={t('identity.authority.datedOn')}
          value={form.datedOn}
          error={problem('datedOn')}
          onChange={(datedOn) => change({ datedOn })}
        />
        <DayField
          label={t('identity.authority.expiresOn')}
          value={form.expiresOn}
          error={problem('expiresOn')}
          onChange={(expiresOn) => change({ expiresOn })}
        />
      </div>
      <Checkbox
        label={t('identity.authority.notarised')}
        checked={form.isNotarised}
        onChange={({ currentTarget }) => change({ isNotarised: currentTarget.checked })}
      />
    </>
  );
}

function Evidence({ ticket, form, change }: PartProps & { ticket: string }) {
  const { t } = useText();
  const { data } = useQuery(identityQuery(useDesk(), ticket));
  const files = (data?.files ?? []).filter(({ quarantine }) => quarantine !== 'withheld');
  if (files.length === 0) return null;
  return (
    <Choice
      label={t('identity.form.evidence')}
      value={form.evidence}
      empty={t('identity.form.noEvidence')}
      options={files.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(evidence) => change({ evidence })}
    />
  );
}

const fields = ['type', 'instrument', 'registeredNumber', 'datedOn', 'expiresOn', 'scope', 'principal', 'representative', 'evidence'];

/** Somebody acts for another: by which instrument, over what, until when. What it covers limits what is offered. */
export function AuthorityForm(props: ActFormProps) {
  const { view } = props;
  const { t } = useText();
  const today = useToday();
  const { typed: form, ...act } = useActForm(props, 'record-authority', () => firstAuthority(view), fields);
  const { byField } = act;
  const problems = authorityProblems(form, today);
  const told: Partial<Record<keyof Form, string | undefined>> = {
    ...byField,
    name: byField['principal'] ?? byField['representative'],
    kinds: byField['scope'],
  };
  const problem = (field: keyof Form) => {
    const code = act.isTried ? problems[field] : undefined;
    if (code === undefined) return told[field];
    return code === 'required' ? t('common.required') : t(`identity.problem.${code}`);
  };
  const change = (part: Partial<Form>) => {
    act.change(part);
    act.forget();
  };
  const part = { form, problem, change };
  return (
    <ActForm
      {...act.frame}
      hint={t('act.record-authority.hint')}
      onSubmit={() => act.send(Object.keys(problems).length === 0 ? sentAuthority(form) : null)}
    >
      <Instrument {...part} />
      <Sides {...part} view={view} />
      <Scope {...part} />
      <Evidence {...part} ticket={view.ref} />
    </ActForm>
  );
}
