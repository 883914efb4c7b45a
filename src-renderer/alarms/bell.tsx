import { IconBell, IconBellRinging } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useStatus } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import styles from './alarms.module.css';

/** How many alarms wait to be acknowledged, always in sight; leads to their list. */
export function Bell() {
  const { t, number } = useText();
  const { data: status } = useStatus();
  const count = status?.clocks.unacknowledged ?? 0;
  const label = count > 0 ? t('alarms.bell', { count, n: number(count) }) : t('alarms.bellNone');
  return (
    <Link
      to="/alarms"
      className={styles['bell']}
      aria-label={label}
      title={label}
      aria-keyshortcuts="b"
      data-rings={count > 0 || undefined}
    >
      {count > 0 ? <IconBellRinging size={19} aria-hidden /> : <IconBell size={19} aria-hidden />}
      {count > 0 ? <span className={styles['count']}>{number(count)}</span> : null}
    </Link>
  );
}
