import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { IdentityView } from '../../../src-main/identity/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';
import { ReasonForm } from '../acts/reason-form.tsx';
import styles from './identity.module.css';

/** Purging cannot be taken back: a reason, and the ticket typed by hand. */
export function PurgeForm({ ticket, onClose }: { ticket: string; onClose(): void }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const purge = useMutation({
    mutationFn: (reason: string) => client.identity.purge({ ref: ticket, reason }),
    onSuccess(view) {
      queries.setQueryData(keys.identity(ticket), view);
      for (const queryKey of [keys.case(ticket), keys.retention()]) void queries.invalidateQueries({ queryKey });
      tellDone(t('identity.purge.done', { ref: ticket }));
      onClose();
    },
  });
  return <ReasonForm submit={t('identity.purge.button')} confirm={ticket} isDangerous work={purge} onClose={onClose} />;
}

/** Until when evidence of identity is kept, and what was left of what went. */
export function PurgePart({ identity }: { identity: IdentityView }) {
  const { t, number } = useText();
  const [isOpen, setIsOpen] = useState(false);
  const { dueOn, canPurge, why } = identity.purge;
  const day = dueOn === null ? '' : formatDate(dueOn);
  const line = dueOn === null ? 'whileOpen' : canPurge ? 'may' : 'dueOn';
  return (
    <>
      <p className={styles['state']}>
        {t(`identity.purge.${line}`, { day })} <span lang="en">{why}</span>
      </p>
      {identity.purges.map(({ seq, at, by, attempts, files, reason }) => (
        <p key={seq} className={styles['state']}>
          {t('identity.purge.tombstone', { at: formatInstant(at), by, attempts: number(attempts), files: number(files), reason })}
        </p>
      ))}
      {canPurge && !isOpen ? (
        <div>
          <Button size="xs" variant="default" onClick={() => setIsOpen(true)}>
            {t('identity.purge.button')}
          </Button>
        </div>
      ) : null}
      {canPurge && isOpen ? <PurgeForm ticket={identity.ref} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}
