import { useQuery } from '@tanstack/react-query';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { dutiesQuery } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Page, Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import styles from './duties.module.css';
import { ofPlatform } from './duties.ts';
import { DutyRow } from './duty-row.tsx';

/** The duties that no case owns, platform by platform. */
export function DutiesPage() {
  const { t, number } = useText();
  const { platforms } = useWorkspace();
  const { data, error, refetch } = useQuery(dutiesQuery(useDesk()));
  return (
    <Page title={t('duties.title')} hint={t('duties.hint')}>
      <div className={styles['page']}>
        {error ? <Failed error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <Waiting lines={8} /> : null}
        {(data ? platforms : []).map(({ id, name }) => {
          const mine = ofPlatform(data ?? [], id);
          return (
            <Panel key={id} title={name} hint={t('duties.platformHint', { count: mine.length, n: number(mine.length) })}>
              {mine.length === 0 ? <p className={styles['under']}>{t('duties.none')}</p> : null}
              <ul className={styles['list']}>
                {mine.map((duty) => (
                  <DutyRow key={duty.family} duty={duty} />
                ))}
              </ul>
            </Panel>
          );
        })}
      </div>
    </Page>
  );
}
