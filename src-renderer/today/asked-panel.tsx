import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { Chip } from '../ui/chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import { Panel } from '../ui/panel.tsx';
import styles from './today.module.css';

const listed = 8;

/** On Today: who was asked to show who they are and has not answered, once it is time to ask again; nothing where there is nobody. */
export function AskedPanel() {
  const { t } = useText();
  const client = useDesk();
  const go = useGo();
  const { data } = useQuery({
    queryKey: keys.today('asked'),
    queryFn: () => client.identity.unanswered({ limit: listed }),
    refetchInterval: 60_000,
  });
  if (!data || data.length === 0) return null;
  return (
    <Panel title={t('today.asked')} hint={t('today.askedHint')}>
      <ul className={styles['rows']} aria-label={t('today.asked')}>
        {data.map(({ ref, subject, complainant, askedAt, days, reminder }) => (
          <li key={ref}>
            <button type="button" className={styles['row']} onClick={() => go.openCase(ref)}>
              <span className={styles['what']}>
                <span className={styles['subject']} dir="auto">
                  {subject}
                </span>
                <span className={styles['under']}>
                  {ref} · <bdi>{complainant ?? t('queue.noName')}</bdi>
                </span>
              </span>
              <Chip tone={reminder > 1 ? 'urgent' : 'soon'}>{t('today.askedSince', { count: days, date: formatInstant(askedAt) })}</Chip>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
