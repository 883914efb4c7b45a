import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './doubt.module.css';

/** What should be asked of counsel before one relies on it. */
export function Doubt({ children, title }: { children: ReactNode; title?: string }) {
  return (
    <span className={styles['doubt']} title={title}>
      <IconAlertCircle size={14} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
