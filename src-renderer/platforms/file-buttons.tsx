import { Button } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Platform } from '../../src-main/cases/contract/words.ts';
import type { PlatformView, Profile } from '../../src-main/platforms/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { Notice } from '../ui/notice.tsx';
import { Failed } from '../ui/states.tsx';
import styles from './platforms.module.css';

/** A profile leaves the desk as a file, or comes from one into the editor; nothing is in force before it is saved. */
export function FileButtons({ platform, onRead }: { platform: PlatformView; onRead(profile: Profile): void }) {
  const { t } = useText();
  const client = useDesk();
  const save = useMutation({ mutationFn: () => client.platforms.exportFile({ id: platform.id as Platform }) });
  const read = useMutation({
    mutationFn: async () => {
      const file = await client.law.chooseFile({ for: 'profile' });
      return file ? { name: file.name, ...(await client.platforms.readFile({ token: file.token })) } : null;
    },
    onSuccess: (found) => found?.profile?.id === platform.id && onRead(found.profile),
  });
  const found = read.data;
  const isOther = found?.profile && found.profile.id !== platform.id;
  return (
    <>
      <div className={styles['row']}>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={15} aria-hidden />}
          loading={read.isPending}
          onClick={() => read.mutate()}
        >
          {t('platforms.file.import')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={15} aria-hidden />}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {t('platforms.file.export')}
        </Button>
        {save.data ? <span role="status">{t('common.savedTo', { path: save.data.path })}</span> : null}
      </div>
      {found?.profile && !isOther ? <Notice tone="good" role="status" title={t('platforms.file.imported', { name: found.name })} /> : null}
      {isOther ? <Notice tone="bad" role="alert" title={t('platforms.file.otherPlatform', { name: found.profile?.name ?? '' })} /> : null}
      {found && found.problems.length > 0 ? (
        <Notice tone="bad" role="alert" title={found.name}>
          <ul lang="en">
            {found.problems.map(({ line, field, message }) => (
              <li key={`${line} ${field} ${message}`}>
                {line === null ? '' : `${line}: `}
                <code>{field}</code> {message}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {read.error || save.error ? <Failed error={read.error ?? save.error} compact /> : null}
    </>
  );
}
