import { Link, Outlet } from '@tanstack/react-router';
import { useText } from '../app/text.ts';
import styles from './law.module.css';

const tabs = [
  { to: '/law', key: 'rulebook' },
  { to: '/law/calculator', key: 'calculator' },
  { to: '/law/changes', key: 'changes' },
  { to: '/law/drift', key: 'drift' },
] as const;

/** The law room: the rulebook, the calculator, how the rulebook changes, and the check of drift. */
export function LawRoom() {
  const { t } = useText();
  return (
    <div className={styles['room']}>
      <header className={styles['roomHead']}>
        <h1 className={styles['roomTitle']}>{t('law.title')}</h1>
        <nav className={styles['tabs']} aria-label={t('law.tabs.label')}>
          {tabs.map(({ to, key }) => (
            <Link
              key={to}
              to={to}
              className={styles['tab']}
              activeOptions={{ exact: true, includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              {t(`law.tabs.${key}`)}
            </Link>
          ))}
        </nav>
      </header>
      <div className={styles['roomBody']}>
        <Outlet />
      </div>
    </div>
  );
}
