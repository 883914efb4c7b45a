import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone, tellFailure } from '../../app/toast.ts';
import { PdfView } from '../../ui/pdf-view.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import styles from './letter.module.css';

/** A sealed letter as it was sealed. */
export function SealedPdf({ ticket, id }: { ticket: string; id: string }) {
  const { t } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery({ queryKey: keys.letter(ticket, id), queryFn: () => client.letters.pdf({ id }) });
  return (
    <div className={styles['paper']}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {data ? <PdfView pdf={data.pdf} label={(page) => t('case.letter.page', { page })} /> : null}
      {!data && !error ? <Waiting lines={6} /> : null}
    </div>
  );
}

/** Saves the sealed PDF where the officer says; that it left the desk is recorded. */
export function SaveLetter({ id }: { id: string }) {
  const { t } = useText();
  const client = useDesk();
  const save = useMutation({
    mutationFn: () => client.letters.save({ id }),
    onSuccess: (saved) => saved && tellDone(t('common.savedTo', { path: saved.path })),
    onError: tellFailure,
  });
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('case.letter.save')}
    </Button>
  );
}
