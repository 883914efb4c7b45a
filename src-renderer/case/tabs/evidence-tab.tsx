import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { CaseAttachment, CaseView } from '../../../src-main/cases/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { tellDone, tellFailure } from '../../app/toast.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { formatBytes } from '../../ui/numbers.ts';
import { Empty } from '../../ui/states.tsx';
import styles from './tabs.module.css';

function Attachment({ file }: { file: CaseAttachment }) {
  const { t, look } = useText();
  const client = useDesk();
  const save = useMutation({
    mutationFn: () => client.cases.attachment({ id: file.id }),
    onSuccess: (saved) => saved && tellDone(t('common.savedTo', { path: saved.path })),
    onError: tellFailure,
  });
  return (
    <li className={styles['entry']}>
      <div className={styles['grow']}>
        <p className={styles['name']}>
          <bdi>{file.name}</bdi>
        </p>
        <p className={styles['muted']}>
          {look(`case.purpose.${file.purpose}`, file.purpose)} · {file.mediaType} · {formatBytes(file.sizeBytes)} ·{' '}
          {formatInstant(file.addedAt)}
          {file.quarantine === 'waiting' ? ` · ${t('identity.file.state.waits')}` : null}
          {file.quarantine === 'withheld' ? ` · ${t('identity.file.state.withheld')}` : null}
        </p>
        <p className={styles['muted']}>
          {t('common.sha256')} {file.sha256.slice(0, 16)}… <CopyButton text={file.sha256} what={t('common.sha256')} />
        </p>
      </div>
      {file.purpose === 'package' || file.quarantine === 'waiting' || file.quarantine === 'withheld' ? null : (
        <Button
          size="xs"
          variant="default"
          loading={save.isPending}
          onClick={() => save.mutate()}
          aria-label={`${t('case.saveAs')} ${file.name}`}
        >
          {t('case.saveAs')}
        </Button>
      )}
    </li>
  );
}

/** The files of a case. They are never opened here, only saved where the officer says. */
export function EvidenceTab({ view }: { view: CaseView }) {
  const { t } = useText();
  if (view.attachments.length === 0) {
    return (
      <Empty icon={<IconPaperclip size={24} aria-hidden />} title={t('case.evidenceNone')}>
        {t('case.evidenceHint')}
      </Empty>
    );
  }
  return (
    <ul className={styles['list']}>
      {view.attachments.map((file) => (
        <Attachment key={file.id} file={file} />
      ))}
    </ul>
  );
}
