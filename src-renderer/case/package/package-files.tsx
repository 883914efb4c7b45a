import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { PackageFileUse } from '../../../src-main/packages/contract/words.ts';
import type { PackageFileView, PackageView } from '../../../src-main/packages/contract.ts';
import { redactionWay } from '../../../src-main/packages/rules/redact.ts';
import { useDesk } from '../../app/desk.tsx';
import { useGo } from '../../app/navigation.ts';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { formatBytes } from '../../ui/numbers.ts';
import { Failed } from '../../ui/states.tsx';
import { RedactSheet } from '../redact/redact-sheet.tsx';
import styles from './package.module.css';

function File({ file, view, onRedact }: { file: PackageFileView; view: CaseView; onRedact(): void }) {
  const { t, look } = useText();
  const go = useGo();
  const { name, decision, reason, copy, quarantine } = file;
  const state = quarantine === 'waiting' ? 'waits' : quarantine === 'withheld' ? 'withheld' : null;
  const said = decision === null ? t('packages.undecided') : look(`work.file.${decision}`, decision);
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <bdi>{name}</bdi>
        <p className={styles['muted']}>
          {formatBytes(file.sizeBytes)} · {said}
          {reason ? `: ${reason}` : null}
          {decision === 'redact' && copy ? ` · ${t('packages.givenAs', { name: copy.name })}` : null}
          {state ? ` · ${t(`identity.file.state.${state}`)}` : null}
        </p>
      </div>
      {view.allowed.includes('redaction') && state === null && redactionWay(file.mediaType) ? (
        <Button size="xs" variant="default" aria-label={t('redact.openOf', { name })} onClick={onRedact}>
          {t('redact.open')}
        </Button>
      ) : null}
      {view.allowed.includes('redaction') ? (
        <Button size="xs" variant="default" aria-label={t('packages.decideOf', { name })} onClick={() => go.act(view.ref, 'redaction')}>
          {t('packages.decide')}
        </Button>
      ) : null}
    </li>
  );
}

function AddFile({ ticket, as }: { ticket: string; as: PackageFileUse }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const add = useMutation({
    async mutationFn() {
      const file = await client.packages.chooseFile();
      return file ? client.packages.addFile({ ref: ticket, token: file.token, as }) : null;
    },
    onSuccess(view) {
      if (!view) return;
      queries.setQueryData(keys.package(ticket), view);
      void queries.invalidateQueries({ queryKey: keys.case(ticket) });
    },
  });
  return (
    <>
      <Button size="xs" variant="default" loading={add.isPending} onClick={() => add.mutate()}>
        {t(as === 'evidence' ? 'packages.add' : 'packages.addCopy')}
      </Button>
      {add.error ? <Failed error={add.error} compact /> : null}
    </>
  );
}

/** The files an answer may give away, with what was decided of each, and the copies with parts taken out. */
export function PackageFiles({ view, data }: { view: CaseView; data: PackageView }) {
  const { t } = useText();
  // It stays while the sheet is closed, so that what was marked is still there when it is opened again.
  const [redacted, setRedacted] = useState<PackageFileView | null>(null);
  const [isRedacting, setIsRedacting] = useState(false);
  return (
    <>
      {data.files.length === 0 ? <p className={styles['muted']}>{t('packages.noFiles')}</p> : null}
      {data.files.length > 0 ? (
        <ul className={styles['list']} aria-label={t('packages.files')}>
          {data.files.map((file) => (
            <File
              key={file.id}
              file={file}
              view={view}
              onRedact={() => {
                setRedacted(file);
                setIsRedacting(true);
              }}
            />
          ))}
        </ul>
      ) : null}
      {redacted ? (
        <RedactSheet key={redacted.id} ticket={view.ref} file={redacted} isOpen={isRedacting} onClose={() => setIsRedacting(false)} />
      ) : null}
      {data.copies.length > 0 ? (
        <p className={styles['muted']}>
          {t('packages.copies')}: {data.copies.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
      {view.state === 'closed' ? null : (
        <div className={styles['buttons']}>
          <AddFile ticket={view.ref} as="evidence" />
          {data.files.length > 0 ? <AddFile ticket={view.ref} as="redacted" /> : null}
        </div>
      )}
    </>
  );
}
