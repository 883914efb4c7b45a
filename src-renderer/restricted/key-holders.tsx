import { Button, Select, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RestrictedCase, RestrictedList } from '../../src-main/walls/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Failed } from '../ui/states.tsx';
import styles from './restricted.module.css';

interface KeyHoldersProps {
  one: RestrictedCase;
  people: RestrictedList['people'];
}

/** Who can open one case, and the form that gives its key to somebody or takes it away. */
export function KeyHolders({ one, people }: KeyHoldersProps) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [person, setPerson] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const isHolder = one.holders.some(({ id }) => id === person);
  const change = useMutation({
    mutationFn: (input: { ref: string; person: string; reason: string }) =>
      isHolder ? client.walls.revoke(input) : client.walls.grant(input),
    onSuccess() {
      setPerson(null);
      setReason('');
      void queries.invalidateQueries({ queryKey: keys.restricted() });
    },
  });
  const others = people.filter(({ id }) => !one.holders.some((holder) => holder.id === id));
  const data = [
    { group: t('restricted.giveTo'), items: others.map(({ id, name }) => ({ value: id, label: name })) },
    { group: t('restricted.takeFrom'), items: one.holders.map(({ id, name }) => ({ value: id, label: name })) },
  ].filter(({ items }) => items.length > 0);
  const canSend = person !== null && reason.trim() !== '';
  return (
    <div className={styles['keys']}>
      <ul className={styles['holders']} aria-label={t('restricted.holders')}>
        {one.holders.map(({ id, name, isEntitled }) => (
          <li key={id}>
            {name} <span className={styles['small']}>{t(isEntitled ? 'restricted.byRole' : 'restricted.byGrant')}</span>
          </li>
        ))}
      </ul>
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canSend) change.mutate({ ref: one.ref, person, reason: reason.trim() });
        }}
      >
        <Select label={t('restricted.person')} data={data} value={person} onChange={setPerson} />
        <Textarea
          label={t('restricted.reason')}
          description={t('restricted.reasonHint')}
          autosize
          minRows={1}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {isHolder ? <p className={styles['small']}>{t('restricted.takeHint')}</p> : null}
        {change.error ? <Failed error={change.error} compact /> : null}
        <div>
          <Button type="submit" size="xs" variant="default" loading={change.isPending} disabled={!canSend}>
            {t(isHolder ? 'restricted.take' : 'restricted.give')}
          </Button>
        </div>
      </form>
    </div>
  );
}
