import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { packageKinds } from '../../../src-main/packages/contract/words.ts';
import type { AnswerPackage, PackageView } from '../../../src-main/packages/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { formatBytes } from '../../ui/numbers.ts';
import { Failed, Waiting } from '../../ui/states.tsx';
import tabStyles from '../tabs/tabs.module.css';
import { BuildForm } from './build-form.tsx';
import styles from './package.module.css';
import { PackageFiles } from './package-files.tsx';
import { packageQuery } from './queries.ts';
import { ReleaseForm } from './release-form.tsx';

/** One package: what it is called, how large it is, its hash, and whether it went out. */
function Built({ one }: { one: AnswerPackage }) {
  const { t, word } = useText();
  const count = one.manifest.files.length + 1;
  return (
    <div className={styles['words']}>
      <bdi>{one.name}</bdi>{' '}
      <Chip tone={one.isGone ? 'urgent' : one.isStale ? 'soon' : 'calm'}>
        {t(one.isGone ? 'packages.gone' : one.isStale ? 'packages.stale' : 'packages.current')}
      </Chip>
      <p className={styles['muted']}>
        {t('packages.built', { at: formatInstant(one.builtAt), name: one.builtBy, size: formatBytes(one.sizeBytes), count })}
      </p>
      <p className={styles['muted']}>
        {t('common.sha256')} {one.sha256} <CopyButton text={one.sha256} what={t('common.sha256')} />
      </p>
      {one.releasedAt ? (
        <p>
          {t('packages.releasedAt', {
            at: formatInstant(one.releasedAt),
            sentBy: word('mode', one.sentBy ?? ''),
            passwordBy: word('mode', one.passwordBy ?? ''),
          })}
        </p>
      ) : null}
    </div>
  );
}

function Release({ ticket, one, obstacles }: { ticket: string; one: AnswerPackage; obstacles: PackageView['releaseObstacles'] }) {
  const { t } = useText();
  const [isOpen, setIsOpen] = useState(false);
  if (obstacles.length > 0)
    return (
      <Notice tone="note" title={t('packages.cannot')}>
        <ul className={styles['plain']}>
          {obstacles.map((what) => (
            <li key={what}>{t(`packages.releaseObstacle.${what}`)}</li>
          ))}
        </ul>
      </Notice>
    );
  if (isOpen) return <ReleaseForm ticket={ticket} one={one} onClose={() => setIsOpen(false)} />;
  return (
    <div>
      <Button size="xs" onClick={() => setIsOpen(true)}>
        {t('packages.release')}
      </Button>
    </div>
  );
}

function Obstacles({ obstacles }: Pick<PackageView, 'obstacles'>) {
  const { t } = useText();
  return (
    <Notice tone="note" title={t('packages.obstacles')}>
      <ul className={styles['plain']}>
        {obstacles.map(({ what, file }) => (
          <li key={`${what}${file}`}>{t(`packages.obstacle.${what}`, { file: file ?? '' })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Content({ view, data }: { view: CaseView; data: PackageView }) {
  const { t } = useText();
  const [newest, ...older] = data.packages;
  return (
    <div className={styles['stack']}>
      <p className={styles['muted']}>{t('packages.hint')}</p>
      <PackageFiles view={view} data={data} />
      {newest ? (
        <>
          <div className={styles['row']}>
            <Built one={newest} />
          </div>
          <Release ticket={view.ref} one={newest} obstacles={data.releaseObstacles} />
        </>
      ) : null}
      {data.obstacles.length > 0 ? (
        <Obstacles obstacles={data.obstacles} />
      ) : (
        <BuildForm ticket={view.ref} isAgain={newest !== undefined} />
      )}
      {older.length > 0 ? (
        <details>
          <summary>{t('packages.older')}</summary>
          {older.map((one) => (
            <div key={one.id} className={styles['row']}>
              <Built one={one} />
            </div>
          ))}
        </details>
      ) : null}
    </div>
  );
}

function Package({ view }: { view: CaseView }) {
  const { t } = useText();
  const { data, error, refetch } = useQuery(packageQuery(useDesk(), view.ref));
  return (
    <section aria-label={t('packages.title')}>
      <h4 className={tabStyles['heading']}>{t('packages.title')}</h4>
      {data ? <Content view={view} data={data} /> : null}
      {error && !data ? <Failed error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Waiting lines={3} /> : null}
    </section>
  );
}

/** The package of data of a request that is answered with one: what goes in, building it, handing it out. */
export function PackagePart({ view }: { view: CaseView }) {
  return (packageKinds as readonly string[]).includes(view.kind) ? <Package view={view} /> : null;
}
