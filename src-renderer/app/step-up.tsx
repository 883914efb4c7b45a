import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { onStepUp } from '../client/index.ts';
import { PassphraseField } from '../unlock/passphrase-field.tsx';
import { PassphraseProblem } from '../unlock/passphrase-problem.tsx';
import { useDesk } from './desk.tsx';
import styles from './step-up.module.css';
import { useText } from './text.ts';

/** Asks for the passphrase again where the desk wants it; what was asked for then goes on by itself. */
export function StepUp() {
  const { t } = useText();
  const client = useDesk();
  const [isOpen, setIsOpen] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const answer = useRef<((isProven: boolean) => void) | null>(null);
  const close = (isProven: boolean) => {
    setIsOpen(false);
    setPassphrase('');
    answer.current?.(isProven);
    answer.current = null;
  };
  const prove = useMutation({ mutationFn: () => client.workspace.stepUp({ passphrase }), onSuccess: () => close(true) });
  const { reset } = prove;
  useEffect(
    () =>
      onStepUp(() => {
        // Whoever asked before gives up: one dialog at a time.
        answer.current?.(false);
        reset();
        setIsOpen(true);
        return new Promise((resolve) => {
          answer.current = resolve;
        });
      }),
    [reset],
  );
  return (
    <Modal
      opened={isOpen}
      onClose={() => close(false)}
      title={t('staff.confirm')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      <form
        className={styles['form']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (passphrase !== '') prove.mutate();
        }}
      >
        <p>{t('staff.confirmHint')}</p>
        <PassphraseField label={t('staff.yours')} value={passphrase} autoFocus onChange={setPassphrase} />
        <PassphraseProblem error={prove.error} />
        <div>
          <Button type="submit" loading={prove.isPending}>
            {t('staff.go')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
