import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView, ErasureGone, ErasureRest, PersonErasure } from '../../../src-main/cases/contract.ts';
import { erasureRequestKinds } from '../../../src-main/retention/contract/words.ts';
import { useDesk } from '../../app/desk.tsx';
import { useText } from '../../app/text.ts';
import { erasureQuery } from '../../retention/queries.ts';
import { formatDate, formatInstant } from '../../ui/ist.ts';
import { Notice } from '../../ui/notice.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import tabStyles from '../tabs/tabs.module.css';
import { useDo } from '../use-do.ts';
import { EraseForm } from './erase-form.tsx';
import styles from './keep.module.css';

function Goes({ goes }: { goes: readonly ErasureGone[] }) {
  const { t, number } = useText();
  if (goes.length === 0) return <p className={tabStyles['muted']}>{t('keep.erasure.nothing')}</p>;
  const words = ({ what, count }: ErasureGone) =>
    what === 'case' ? t('keep.erasure.what.case') : t(`keep.erasure.what.${what}`, { count, n: number(count) });
  return (
    <ul className={styles['lines']}>
      {goes.map((one) => (
        <li key={`${one.ref}${one.what}`}>
          {one.ref === null ? null : <b>{one.ref}: </b>}
          {words(one)}
        </li>
      ))}
    </ul>
  );
}

function Remains({ remains }: { remains: readonly ErasureRest[] }) {
  const { t } = useText();
  return (
    <ul className={styles['lines']}>
      {remains.map(({ ref, why, until, cite }) => (
        <li key={ref}>
          <b>{ref}:</b> {t(`keep.erasure.why.${why}`)}
          {cite ? ` (${cite})` : ''}
          {until ? `, ${t('keep.erasure.until', { day: formatDate(until) })}` : ''}
        </li>
      ))}
    </ul>
  );
}

/** What was taken out before on this request, with the certificate that is still to be written. */
function Past({ view, done }: { view: CaseView; done: readonly PersonErasure[] }) {
  const { t } = useText();
  const begin = useDo(view.ref);
  const isUntold = view.wanted.includes('erasure-certificate');
  return (
    <>
      {done.map(({ seq, at, byName, sole }) => (
        <p key={seq}>{t(sole ? 'keep.erasure.alone' : 'keep.erasure.past', { at: formatInstant(at), name: byName })}</p>
      ))}
      {isUntold ? (
        <div className={styles['buttons']}>
          <Button size="xs" onClick={() => begin('letter', 'erasure-certificate')}>
            {t('keep.erasure.write')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Her own data at this desk: what goes and what remains when she asks that it leave, and the act itself. */
export function ErasurePart({ view }: { view: CaseView }) {
  const { t } = useText();
  const [isBegun, setIsBegun] = useState(false);
  const isAsked = (erasureRequestKinds as readonly string[]).includes(view.kind);
  const { data, error, refetch } = useQuery({ ...erasureQuery(useDesk(), view.ref), enabled: isAsked });
  if (!isAsked) return null;
  const isUnverified = view.identity !== 'verified' && view.identity !== 'not-needed';
  return (
    <section aria-label={t('keep.erasure.title')} className={styles['part']}>
      <h4 className={tabStyles['heading']}>{t('keep.erasure.title')}</h4>
      <p className={tabStyles['muted']}>{t('keep.erasure.hint')}</p>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={3} /> : null}
      {data ? (
        <>
          <div className={styles['columns']}>
            <div>
              <h5>{t('keep.erasure.goes')}</h5>
              <Goes goes={data.goes} />
            </div>
            <div>
              <h5>{t('keep.erasure.remains')}</h5>
              <Remains remains={data.remains} />
            </div>
          </div>
          <Past view={view} done={data.done} />
          {isUnverified ? <Notice tone="warn">{t('keep.erasure.verify')}</Notice> : null}
          {isBegun && data.obstacle === null ? <EraseForm view={data} onClose={() => setIsBegun(false)} /> : null}
          {!isBegun && data.obstacle === null ? (
            <div className={styles['buttons']}>
              <Button size="xs" variant="default" onClick={() => setIsBegun(true)}>
                {t('keep.erasure.begin')}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
