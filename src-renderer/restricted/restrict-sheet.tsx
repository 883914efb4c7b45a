import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { ConfirmTyped, isConfirmed } from '../ui/confirm-typed.tsx';
import { Notice } from '../ui/notice.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './restricted.module.css';

interface SheetProps {
  ticket: string;
  isOpen: boolean;
  onClose(): void;
}

/** Restricts a case that stands in clear: what it means, why, and its ticket typed once more. */
export function RestrictSheet({ ticket, isOpen, onClose }: SheetProps) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const go = useGo();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const raise = useMutation({
    mutationFn: () => client.walls.raise({ ref: ticket, reason: reason.trim(), typed }),
    onSuccess() {
      // What was read of it in clear is old, whoever may open it.
      queries.removeQueries({ queryKey: ['case', ticket] });
      onClose();
      go.closeCase();
    },
  });
  const canSend = reason.trim() !== '' && isConfirmed(ticket, typed);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('restricted.raise.title', { ref: ticket })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (canSend) raise.mutate();
        }}
      >
        <Notice tone="warn">
          <p>{t('restricted.raise.hint')}</p>
        </Notice>
        <Textarea
          label={t('restricted.reason')}
          description={t('restricted.raise.reasonHint')}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ConfirmTyped text={ticket} value={typed} onChange={setTyped} />
        {raise.error ? <Failed error={raise.error} compact /> : null}
        <div>
          <Button type="submit" color="late" loading={raise.isPending} disabled={!canSend}>
            {t('restricted.raise.submit')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
