import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedFile } from '../../src-main/desk/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Radios } from '../ui/fields.tsx';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './audit.module.css';

function Saved({ file }: { file: SavedFile }) {
  const { t } = useText();
  return (
    <div className={styles['saved']} role="status">
      <p>{t('common.savedTo', { path: file.path })}</p>
      <p className={styles['hash']}>
        {t('common.sha256')} {file.sha256} <CopyButton text={file.sha256} what={t('common.sha256')} />
      </p>
    </div>
  );
}

type Bodies = 'none' | 'all';

/** What leaves the desk for an auditor: the checkpoint to keep elsewhere, and a copy that any tool can read. */
export function CopyPanel() {
  const { t } = useText();
  const client = useDesk();
  const [bodies, setBodies] = useState<Bodies>('none');
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);
  const checkpoint = useMutation({ mutationFn: () => client.audit.checkpoint() });
  const copy = useMutation({ mutationFn: () => client.audit.copy({ bodies, ...(bodies === 'all' ? { reason: reason.trim() } : {}) }) });
  const lacksReason = bodies === 'all' && reason.trim() === '';
  const save = () => {
    setIsTried(true);
    if (!lacksReason) copy.mutate();
  };
  return (
    <Panel title={t('audit.outside')} hint={t('audit.outsideHint')}>
      <div className={styles['stack']}>
        <div>
          <Button variant="default" loading={checkpoint.isPending} onClick={() => checkpoint.mutate()}>
            {t('audit.saveCheckpoint')}
          </Button>
          <p className={styles['note']}>{t('audit.checkpointHint')}</p>
          {checkpoint.data ? <Saved file={checkpoint.data} /> : null}
          {checkpoint.error ? <Failed error={checkpoint.error} compact /> : null}
        </div>
        <Radios
          label={t('audit.bodies')}
          value={bodies}
          options={[
            { value: 'none', label: t('audit.bodiesNone') },
            { value: 'all', label: t('audit.bodiesAll') },
          ]}
          onChange={(value) => setBodies(value as Bodies)}
        />
        {bodies === 'all' ? (
          <Textarea
            label={t('audit.reason')}
            description={t('audit.reasonHint')}
            autosize
            minRows={2}
            value={reason}
            error={isTried && lacksReason && t('common.required')}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        ) : null}
        <div>
          <Button variant="default" loading={copy.isPending} onClick={save}>
            {t('audit.saveCopy')}
          </Button>
        </div>
        {copy.data ? <Saved file={copy.data} /> : null}
        {copy.error ? <Failed error={copy.error} compact /> : null}
      </div>
    </Panel>
  );
}
