import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { type Bar, BarChart } from '../ui/bar-chart.tsx';
import { deskNow } from '../ui/desk-clock.ts';
import { formatDay, startOfIstDay, weekday } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { countDueDays, type DueDays } from './due-days.ts';
import styles from './today.module.css';

function useBars(answer: DueDays | undefined): (Bar & { date: string })[] {
  const { t, weekday: dayName } = useText();
  if (!answer) return [];
  const days = answer.days.map(({ day, count }, n) => {
    const start = startOfIstDay(day);
    const date = formatDay(start);
    return {
      label: n === 0 ? t('today.today') : dayName(weekday(start)),
      note: date.slice(0, 5),
      date,
      count,
      tone: n === 0 ? ('soon' as const) : ('calm' as const),
    };
  });
  return [{ label: t('today.late'), note: '\u00a0', date: '', count: answer.overdue, tone: 'overdue' }, ...days];
}

/** What falls due in the next seven days, as a picture and as numbers. */
export function DueDaysPanel() {
  const { t, number } = useText();
  const client = useDesk();
  const { data, error, refetch } = useQuery({
    queryKey: keys.today('days'),
    queryFn: () => countDueDays((offset, limit) => client.cases.queue({ offset, limit }), deskNow()),
    refetchInterval: 300_000,
  });
  const bars = useBars(data);
  return (
    <Panel title={t('today.days')} hint={t('today.daysHint')}>
      {error ? <Failed error={error} onRetry={() => void refetch()} compact /> : null}
      {!data && !error ? <Waiting lines={5} /> : null}
      {data ? (
        <div className={styles['chart']}>
          <BarChart bars={bars} format={number} />
          <table className={styles['table']}>
            <caption className={styles['caption']}>{t('today.days')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('today.day')}</th>
                <th scope="col">{t('today.cases')}</th>
              </tr>
            </thead>
            <tbody>
              {bars.map((bar) => (
                <tr key={bar.label + bar.date}>
                  <th scope="row">
                    {bar.label} <span className={styles['under']}>{bar.date}</span>
                  </th>
                  <td>{number(bar.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Panel>
  );
}
