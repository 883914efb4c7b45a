import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type IdentifierKind, identifierKinds } from '../../src-main/people/contract/words.ts';
import type { IdentifierView, PartyView } from '../../src-main/people/contract.ts';
import { useText } from '../app/text.ts';
import { problemsOf } from '../case/acts/act-form.tsx';
import { ReasonForm } from '../case/acts/reason-form.tsx';
import { Choice } from '../ui/fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './people.module.css';
import { usePeopleChange } from './use-people.ts';

function Identifier({ person, one }: { person: PartyView; one: IdentifierView }) {
  const { t, number } = useText();
  const [isLeaving, setIsLeaving] = useState(false);
  const remove = usePeopleChange(
    (client, reason: string) => client.people.removeIdentifier({ party: person.id, kind: one.kind, value: one.value, reason }),
    null,
  );
  const from = one.refs.length > 0 ? t('people.fromCases', { count: one.refs.length, n: number(one.refs.length) }) : null;
  return (
    <li>
      <div className={styles['line']}>
        <span className={styles['kind']}>{t(`people.kind.${one.kind}`)}</span>
        <bdi className={styles['grow']}>{one.shown}</bdi>
        <span className={styles['muted']}>{[from, one.isAdded ? t('people.added') : null].filter(Boolean).join(' · ')}</span>
        {one.isAdded ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('people.takeOutOf', { value: one.shown })}
            aria-expanded={isLeaving}
            onClick={() => setIsLeaving(!isLeaving)}
          >
            {t('people.takeOut')}
          </Button>
        ) : null}
      </div>
      {isLeaving ? <ReasonForm submit={t('people.takeOut')} work={remove} onClose={() => setIsLeaving(false)} /> : null}
    </li>
  );
}

function AddIdentifier({ person }: { person: PartyView }) {
  const { t } = useText();
  const [kind, setKind] = useState<IdentifierKind>('email');
  const [value, setValue] = useState('');
  const add = usePeopleChange(
    (client, shown: string) => client.people.addIdentifier({ party: person.id, kind, value: shown }),
    null,
    () => setValue(''),
  );
  const { byField, rest } = problemsOf(add.error, ['value']);
  return (
    <form
      className={styles['add']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') add.mutate(value.trim());
      }}
    >
      <Choice
        label={t('people.addKind')}
        value={kind}
        options={identifierKinds.map((id) => ({ value: id, label: t(`people.kind.${id}`) }))}
        onChange={(id) => setKind(id as IdentifierKind)}
      />
      <TextInput
        className={styles['grow'] ?? ''}
        label={t('people.addValue')}
        value={value}
        autoComplete="off"
        error={byField['value']}
        onChange={({ currentTarget }) => setValue(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={add.isPending} disabled={value.trim() === ''}>
        {t('people.add')}
      </Button>
      {rest ? <Failed error={rest} compact /> : null}
    </form>
  );
}

/** The names and contacts of a person, with where each comes from. */
export function IdentifiersPart({ person }: { person: PartyView }) {
  const { t } = useText();
  return (
    <Panel level={3} title={t('people.identifiers')}>
      <ul className={styles['lines']}>
        {person.identifiers.map((one) => (
          <Identifier key={`${one.kind} ${one.shown}`} person={person} one={one} />
        ))}
      </ul>
      <AddIdentifier person={person} />
    </Panel>
  );
}
