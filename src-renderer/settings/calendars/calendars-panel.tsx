import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../app/desk.tsx';
import { calendarsQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { CalendarFacts } from './calendar-facts.tsx';
import { CalendarImport } from './calendar-import.tsx';
import styles from './calendars.module.css';

/** The calendars of days off: which are there, of which year and source, and the way to bring in another. */
export function CalendarsPanel() {
  const { t } = useText();
  const { data, error, refetch } = useQuery(calendarsQuery(useDesk()));
  return (
    <Panel title={t('calendars.title')} hint={t('calendars.hint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={3} /> : null}
      {data?.length === 0 ? <p className={styles['muted']}>{t('calendars.none')}</p> : null}
      <ul className={styles['list']}>
        {(data ?? []).map(({ hash, calendar, isAdopted, hasUpdate }) => (
          <li key={hash} className={styles['calendar']}>
            <p className={styles['head']}>
              <b>{calendar.title}</b>
              <span className={styles['muted']}>
                {calendar.id} · {calendar.version}
              </span>
              {isAdopted ? (
                <Chip tone="ok">✓ {t('calendars.inUse')}</Chip>
              ) : (
                <span className={styles['muted']}>{t('calendars.shipped')}</span>
              )}
            </p>
            {hasUpdate ? <p>{t('calendars.update')}</p> : null}
            <CalendarFacts calendar={calendar} />
          </li>
        ))}
      </ul>
      <CalendarImport />
    </Panel>
  );
}
