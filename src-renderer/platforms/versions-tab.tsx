import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Platform } from '../../src-main/cases/contract/words.ts';
import type { AdoptionView } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { differencesOf } from './paths.ts';
import styles from './platforms.module.css';

/** A path of a profile in words: `minors.underAge` becomes "Children, Protects persons under". */
export function usePathWords() {
  const { look } = useText();
  return (path: string): string =>
    path
      .split('.')
      .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : look(`platforms.field.${part}`, part)))
      .join(', ');
}

function useProfile(hash: string) {
  const client = useDesk();
  return useQuery({ queryKey: keys.law('profile', hash), queryFn: () => client.platforms.version({ hash }), gcTime: 60_000 });
}

function Changes({ hash, before }: { hash: string; before: string }) {
  const { t } = useText();
  const sayPath = usePathWords();
  const now = useProfile(hash);
  const old = useProfile(before);
  const error = now.error ?? old.error;
  if (error) return <Failed error={error} compact />;
  if (!now.data || !old.data) return <Waiting lines={2} />;
  const differences = differencesOf(old.data, now.data);
  if (differences.length === 0) return <p className={styles['muted']}>{t('platforms.versions.same')}</p>;
  return (
    <ul className={styles['items']} lang="en">
      {differences.map(({ path, before: was, after }) => (
        <li key={path}>
          <b>{sayPath(path)}</b>:{' '}
          {was === null
            ? t('platforms.versions.added', { after: after ?? '' })
            : after === null
              ? t('platforms.versions.gone', { before: was })
              : t('platforms.versions.changed', { before: was, after })}
        </li>
      ))}
    </ul>
  );
}

function Version({ version, before }: { version: AdoptionView; before: AdoptionView | undefined }) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={styles['version']}>
      <p className={styles['row']}>
        <b>{version.version}</b>
        {version.isCurrent ? <Chip tone="ok">✓ {t('platforms.versions.current')}</Chip> : null}
        <span className={styles['muted']}>
          {t('platforms.versions.by', { name: version.byName, at: formatInstant(version.adoptedAt) })}
          {version.isSole ? ` · ${t('platforms.versions.sole')}` : null}
        </span>
      </p>
      <p>{version.reason ?? t('platforms.versions.first')}</p>
      {before ? (
        <>
          <button type="button" className={styles['link']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t('platforms.versions.show')}
          </button>
          {isOpen ? <Changes hash={version.hash} before={before.hash} /> : null}
        </>
      ) : null}
    </li>
  );
}

/** Every version of a platform's profile: who made it, when, why, and what it changed. */
export function VersionsTab({ id }: { id: Platform }) {
  const client = useDesk();
  const { data, error, refetch } = useQuery({
    queryKey: keys.law('profiles', 'history', id),
    queryFn: () => client.platforms.history({ id }),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} compact />;
  if (!data) return <Waiting lines={3} />;
  return (
    <ol className={styles['versions']}>
      {data.map((version, n) => (
        <Version key={version.seq} version={version} before={data[n + 1]} />
      ))}
    </ol>
  );
}
