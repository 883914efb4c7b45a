import { Button } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedFile } from '../../src-main/desk/contract/jobs.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { failureOf } from '../ui/faults.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './law.module.css';
import { OfferPanel, type Previewed } from './offer-panel.tsx';

interface Imported {
  name: string;
  content: string;
  previewed: Previewed;
}

function useImport() {
  const client = useDesk();
  const [imported, setImported] = useState<Imported | null>(null);
  const begin = useMutation({
    async mutationFn() {
      const file = await client.law.chooseFile({ for: 'rulebook' });
      if (!file) return null;
      const { content } = await client.law.importRulebook({ token: file.token });
      return { name: file.name, content, previewed: await client.law.previewRulebook({ content }) };
    },
    onSuccess: (made) => made && setImported(made),
    onError: () => setImported(null),
  });
  return { imported, begin, close: () => setImported(null) };
}

/** A rulebook from a file: who signed it, what it changes, what moves, and then its adoption. */
export function ImportPanel() {
  const { t } = useText();
  const { imported, begin, close } = useImport();
  return (
    <Panel title={t('lawRoom.changes.importTitle')} hint={t('lawRoom.changes.importHint')}>
      <div className={styles['stack']}>
        <div className={styles['buttons']}>
          <Button leftSection={<IconFileImport size={16} aria-hidden />} loading={begin.isPending} onClick={() => begin.mutate()}>
            {t('lawRoom.changes.choose')}
          </Button>
          {imported ? <span>{t('lawRoom.changes.chosen', { name: imported.name })}</span> : null}
        </div>
        {begin.error && failureOf(begin.error).code !== 'cancelled' ? <Failed error={begin.error} compact /> : null}
        {imported ? (
          <OfferPanel
            key={imported.previewed.hash ?? imported.content}
            offer={{ content: imported.content }}
            previewed={imported.previewed}
            isFile
            onClose={close}
          />
        ) : null}
      </div>
    </Panel>
  );
}

/** What a saved file is called and its hash. */
function Saved({ saved }: { saved: SavedFile }) {
  const { t } = useText();
  return (
    <p role="status" className={styles['hash']}>
      {t('lawRoom.changes.saved', { path: saved.path, sha256: saved.sha256 })}
    </p>
  );
}

/** Saves a rulebook as a file signed by the officer; the one in force when no hash is given. */
export function ExportButton({ hash, label }: { hash?: string; label: string }) {
  const client = useDesk();
  const save = useMutation({ mutationFn: () => client.law.exportRulebook(hash ? { hash } : {}) });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {label}
      </Button>
      {save.error ? <Failed error={save.error} compact /> : null}
      {save.data ? <Saved saved={save.data} /> : null}
    </>
  );
}

export function ExportPanel() {
  const { t } = useText();
  return (
    <Panel title={t('lawRoom.changes.exportTitle')} hint={t('lawRoom.changes.exportHint')}>
      <ExportButton label={t('lawRoom.changes.export')} />
    </Panel>
  );
}
