import { Button, Modal } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Platform } from '../../src-main/cases/contract.ts';
import type { ImportAnswer, JobState } from '../../src-main/desk/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { JobProgress } from '../app/job-progress.tsx';
import { useGo } from '../app/navigation.ts';
import { useOverlays } from '../app/overlays.tsx';
import { useText } from '../app/text.ts';
import { offerFiles } from '../client/index.ts';
import { Choice } from '../ui/fields.tsx';
import { formatBytes } from '../ui/numbers.ts';
import { Failed } from '../ui/states.tsx';
import styles from './import-sheet.module.css';
import { sortFiles } from './mail-files.ts';

type Offered = { token: string; name: string; sizeBytes: number };

function Files({ files, others }: { files: Offered[]; others: string[] }) {
  const { t, number } = useText();
  const total = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <>
      <p>{t('intake.import.chosen', { count: files.length, n: number(files.length), size: formatBytes(total) })}</p>
      <ul className={styles['files']}>
        {files.slice(0, 6).map(({ token, name }) => (
          <li key={token}>{name}</li>
        ))}
        {files.length > 6 ? <li>{t('intake.import.moreFiles', { n: number(files.length - 6) })}</li> : null}
      </ul>
      {others.length > 0 ? (
        <p className={styles['others']}>{t('intake.import.notMail', { names: others.slice(0, 5).join(', ') })}</p>
      ) : null}
    </>
  );
}

function Account({ answer, onOpen }: { answer: ImportAnswer; onOpen(ref: string): void }) {
  const { t, number } = useText();
  const first = answer.refs[0];
  return (
    <div className={styles['account']}>
      <p className={styles['sum']}>
        {t('intake.import.sum', {
          read: number(answer.read),
          created: number(answer.created),
          linked: number(answer.linked),
          skipped: number(answer.skipped),
        })}
      </p>
      {answer.failed.length > 0 ? (
        <details className={styles['failed']} open>
          <summary>{t('intake.import.failed', { count: answer.failed.length, n: number(answer.failed.length) })}</summary>
          <ul>
            {answer.failed.slice(0, 50).map(({ source, reason }) => (
              <li key={source + reason} lang="en">
                {source}: {reason}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {first ? <Button onClick={() => onOpen(first)}>{t('intake.import.openFirst')}</Button> : null}
    </div>
  );
}

function useImport() {
  const client = useDesk();
  const { dropped } = useOverlays();
  const [files, setFiles] = useState<Offered[]>([]);
  const [others, setOthers] = useState<string[]>([]);
  const [job, setJob] = useState<JobState | null>(null);
  const offer = useMutation({
    async mutationFn(chosen: File[]) {
      const { mail, others: left } = sortFiles(chosen);
      setOthers(left.map(({ name }) => name));
      return mail.length === 0 ? [] : offerFiles(mail);
    },
    onSuccess: setFiles,
  });
  const choose = useMutation({
    mutationFn: () => client.intake.chooseFiles({ for: 'mail' }),
    onSuccess: (chosen) => chosen.length > 0 && setFiles(chosen),
  });
  const begin = useMutation({
    mutationFn: (platform: Platform) => client.intake.importFiles({ tokens: files.map(({ token }) => token), platform }),
    onSuccess: setJob,
  });
  const { mutate: offerThem } = offer;
  useEffect(() => {
    if (dropped.length > 0) offerThem(dropped);
  }, [dropped, offerThem]);
  return { files, others, job, offer, choose, begin, error: offer.error ?? choose.error ?? begin.error };
}

function ImportBody({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const go = useGo();
  const { platforms } = useWorkspace();
  const [platform, setPlatform] = useState(platforms[0]?.id ?? '');
  const { files, others, job, offer, choose, begin, error } = useImport();
  const open = (ref: string) => {
    onClose();
    go.openCase(ref);
  };
  if (job) return <JobProgress job={job}>{(answer) => <Account answer={answer as ImportAnswer} onOpen={open} />}</JobProgress>;
  return (
    <div className={styles['body']}>
      {files.length + others.length === 0 ? <p>{t('intake.import.hint')}</p> : <Files files={files} others={others} />}
      {error ? <Failed error={error} compact /> : null}
      {platforms.length > 1 ? (
        <Choice
          label={t('intake.import.platform')}
          value={platform}
          options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPlatform}
        />
      ) : null}
      <div className={styles['buttons']}>
        <Button
          variant={files.length > 0 ? 'default' : 'filled'}
          leftSection={<IconFolderOpen size={16} aria-hidden />}
          loading={choose.isPending || offer.isPending}
          onClick={() => choose.mutate()}
          data-autofocus
        >
          {t('intake.import.choose')}
        </Button>
        {files.length > 0 ? (
          <Button loading={begin.isPending} onClick={() => begin.mutate(platform as Platform)}>
            {t('intake.import.begin')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Mail files become cases: which files, for which platform, how far it is, what came of it. */
export function ImportSheet() {
  const { t } = useText();
  const { shown, show } = useOverlays();
  return (
    <Modal
      opened={shown === 'import'}
      onClose={() => show(null)}
      title={t('intake.import.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      attributes={{ header: { role: 'none' } }}
    >
      <ImportBody onClose={() => show(null)} />
    </Modal>
  );
}
