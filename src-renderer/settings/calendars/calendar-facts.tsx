import { useState } from 'react';
import type { Calendar } from '../../../src-main/law/contract.ts';
import { useText } from '../../app/text.ts';
import { formatDate } from '../../ui/ist.ts';
import { Facts } from '../../ui/panel.tsx';
import { weekdays } from '../weekdays.ts';
import styles from './calendars.module.css';

const daysShown = 60;

/** The days of a calendar, those that nobody compared with an official list marked. */
function Days({ calendar }: { calendar: Calendar }) {
  const { t, number } = useText();
  const rest = calendar.holidays.length - daysShown;
  return (
    <ul className={styles['days']}>
      {calendar.holidays.slice(0, daysShown).map(({ date, name, check }) => (
        <li key={`${date} ${name}`}>
          <span className={styles['date']}>{formatDate(date)}</span> {name}
          {check ? <span className={styles['muted']}> ({t('calendars.check')})</span> : null}
        </li>
      ))}
      {rest > 0 ? <li className={styles['muted']}>{t('calendars.more', { n: number(rest) })}</li> : null}
    </ul>
  );
}

/** What a calendar says of itself, and its days on demand. */
export function CalendarFacts({ calendar, isOpen: isOpenFirst = false }: { calendar: Calendar; isOpen?: boolean }) {
  const { t, number, weekday } = useText();
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  const off = calendar.weeklyOff.map((day) => weekday((weekdays.indexOf(day) + 1) % 7)).join(', ');
  const count = calendar.holidays.length;
  return (
    <>
      <Facts
        rows={[
          { name: t('calendars.years'), value: calendar.years.join(', ') },
          { name: t('calendars.weeklyOff'), value: off || t('common.none') },
          { name: t('calendars.source'), value: calendar.sources.join('; ') },
          { name: t('calendars.notes'), value: calendar.notes.join(' ') },
        ]}
      />
      <button type="button" className={styles['link']} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('calendars.show')} ({t('calendars.days', { count, n: number(count) })})
      </button>
      {isOpen ? <Days calendar={calendar} /> : null}
    </>
  );
}
