import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { dutiesQuery } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { useNow } from '../ui/desk-clock.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import styles from './duties.module.css';
import { upcoming } from './duties.ts';
import { DutyState } from './duty-row.tsx';

const withinDays = 30;
const listed = 6;

/** On Today: the duties that fall due soon. */
export function UpcomingDuties() {
  const { t, word, language } = useText();
  const go = useGo();
  const { data, error, refetch } = useQuery(dutiesQuery(useDesk()));
  const hour = useNow((now) => Math.floor(now / 3_600_000) * 3_600_000);
  const soon = upcoming(data ?? [], hour, withinDays).slice(0, listed);
  return (
    <Panel
      title={t('duties.today')}
      hint={t('duties.todayHint')}
      side={
        <Button size="compact-sm" variant="subtle" onClick={go.duties}>
          {t('duties.todayAll')}
        </Button>
      }
    >
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={2} /> : null}
      {data && soon.length === 0 ? <p className={styles['under']}>{t('duties.todayNone')}</p> : null}
      <ul className={styles['list']}>
        {soon.map((duty) => (
          <li key={`${duty.family} ${duty.platform}`} className={styles['duty']}>
            <div className={styles['row']}>
              <div className={styles['what']}>
                <b>{duty.title[language]}</b>
                <p className={styles['under']}>{word('platform', duty.platform)}</p>
              </div>
              <DutyState duty={duty} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
