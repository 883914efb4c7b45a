import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PersonView } from '../../../src-main/workspace/contract.ts';
import { useDesk, useWorkspace } from '../../app/desk.tsx';
import { staffQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { problemsOf } from '../../case/acts/act-form.tsx';
import { keepFocus } from '../../ui/focus.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { PassphraseField } from '../../unlock/passphrase-field.tsx';
import { PassphraseProblem } from '../../unlock/passphrase-problem.tsx';
import styles from './people.module.css';
import { PersonForm, RemoveForm } from './person-form.tsx';

function Line({ person }: { person: PersonView }) {
  const { t, word } = useText();
  const { name, designation, isYou, roles, from, until, removedAt } = person;
  const parts = [
    designation,
    isYou ? t('staff.you') : null,
    roles.map((role) => word('role', role)).join(', '),
    from ? t('staff.since', { day: formatDate(from) }) : null,
    until ? t('staff.untilDay', { day: formatDate(until) }) : null,
    removedAt ? t('staff.removedOn', { at: formatInstant(removedAt) }) : null,
  ];
  return (
    <span>
      <b>{name}</b> · {parts.filter((part) => part !== null && part !== '').join(' · ')}
    </span>
  );
}

function Card({ person, mayChange }: { person: PersonView; mayChange: boolean }) {
  const { t } = useText();
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const close = () => setOpen(null);
  return (
    <li className={styles['card']}>
      <div className={styles['row']}>
        <Line person={person} />
        {mayChange ? (
          <div className={styles['buttons']}>
            <Button size="xs" variant="default" aria-label={t('staff.changeOf', { name: person.name })} onClick={() => setOpen('change')}>
              {t('staff.change')}
            </Button>
            {person.isYou ? null : (
              <Button size="xs" variant="default" aria-label={t('staff.removeOf', { name: person.name })} onClick={() => setOpen('remove')}>
                {t('staff.remove')}
              </Button>
            )}
          </div>
        ) : null}
      </div>
      {open === 'change' ? <PersonForm person={person} onDone={close} /> : null}
      {open === 'remove' ? <RemoveForm person={person} onDone={close} /> : null}
    </li>
  );
}

function OwnPassphrase() {
  const { t } = useText();
  const client = useDesk();
  const [values, setValues] = useState({ now: '', next: '', again: '' });
  const change = useMutation({
    mutationFn: () => client.workspace.changePassphrase({ passphrase: values.now, newPassphrase: values.next }),
    onSuccess() {
      setValues({ now: '', next: '', again: '' });
      tellDone(t('staff.ownDone'));
    },
  });
  const isDifferent = values.again !== '' && values.again !== values.next;
  const { byField: told, rest } = problemsOf(change.error, ['newPassphrase']);
  return (
    <details className={styles['details']}>
      <summary>{t('staff.own')}</summary>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (values.next !== '' && values.again === values.next) change.mutate();
        }}
      >
        <PassphraseField label={t('staff.ownNow')} value={values.now} onChange={(now) => setValues({ ...values, now })} />
        <PassphraseField
          label={t('staff.ownNew')}
          isNew
          value={values.next}
          error={told['newPassphrase']}
          onChange={(next) => setValues({ ...values, next })}
        />
        <PassphraseField
          label={t('staff.ownAgain')}
          value={values.again}
          error={isDifferent ? t('staff.different') : undefined}
          onChange={(again) => setValues({ ...values, again })}
        />
        <PassphraseProblem error={rest} />
        <div>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={values.now === '' || values.next === '' || values.again !== values.next}
          >
            {t('staff.save')}
          </Button>
        </div>
      </form>
    </details>
  );
}

function List({ people, mayChange }: { people: PersonView[]; mayChange: boolean }) {
  const { t } = useText();
  const former = people.filter(({ removedAt }) => removedAt !== null);
  return (
    <>
      <ul className={styles['list']}>
        {people
          .filter(({ removedAt }) => removedAt === null)
          .map((person) => (
            <Card key={person.id} person={person} mayChange={mayChange} />
          ))}
      </ul>
      {former.length > 0 ? (
        <details className={styles['details']}>
          <summary>{t('staff.former')}</summary>
          <ul className={styles['list']}>
            {former.map((person) => (
              <li key={person.id}>
                <Line person={person} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** Who works at this desk, as what and until when; each changes her own passphrase. */
export function PeoplePanel() {
  const { t } = useText();
  const { person } = useWorkspace();
  const { data, error, refetch } = useQuery(staffQuery(useDesk()));
  const [isAdding, setIsAdding] = useState(false);
  const adder = useRef<HTMLButtonElement>(null);
  const added = () => {
    setIsAdding(false);
    // The form goes with the focus; its button comes back in its place.
    requestAnimationFrame(() => keepFocus(adder.current));
  };
  // A recovery code opened the desk: it has no roles, and may let people in.
  const mayChange = person.roles.includes('admin') || person.roles.length === 0;
  return (
    <Panel title={t('staff.title')} hint={t('staff.hint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={2} /> : null}
      {data ? <List people={data} mayChange={mayChange} /> : null}
      {isAdding ? <PersonForm person={null} onDone={added} /> : null}
      {mayChange && !isAdding ? (
        <div className={styles['details']}>
          <Button ref={adder} variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('staff.add')}
          </Button>
        </div>
      ) : null}
      {person.roles.length > 0 ? <OwnPassphrase /> : null}
    </Panel>
  );
}
