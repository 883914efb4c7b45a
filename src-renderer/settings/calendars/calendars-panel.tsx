import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDesk } from '../../app/desk.tsx';
import { calendarsQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../ui/chip.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failed, Waiting } from '../../ui/states.tsx';
import { CalendarFacts } from './calendar-facts.tsx';
import { CalendarImport, CalendarPreview } from './calendar-import.tsx';
import styles from './calendars.module.css';

/** A calendar that ships and is not used, or not in this version: looked at first, then adopted with a reason. */
function Shipped({ id, label }: { id: string; label: string }) {
  const client = useDesk();
  const look = useMutation({ mutationFn: () => client.law.shippedCalendar({ id }) });
  if (look.data) return <CalendarPreview draft={look.data} onDone={look.reset} />;
  return (
    <>
      <div>
        <Button size="xs" variant="default" loading={look.isPending} onClick={() => look.mutate()}>
          {label}
        </Button>
      </div>
      {look.error ? <Failed error={look.error} compact /> : null}
    </>
  );
}

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
            {hasUpdate || !isAdopted ? (
              <Shipped id={calendar.id} label={t(hasUpdate ? 'calendars.useNewer' : 'calendars.use', { title: calendar.title })} />
            ) : null}
          </li>
        ))}
      </ul>
      <CalendarImport />
    </Panel>
  );
}
