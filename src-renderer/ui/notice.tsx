import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  tone: 'note' | 'warn' | 'bad' | 'good';
  icon?: ReactNode;
  title?: string;
  role?: 'status' | 'alert';
  children?: ReactNode;
}

/** A boxed remark: what to know, what to watch, what is wrong, what went well. */
export function Notice({ tone, icon, title, role, children }: NoticeProps) {
  return (
    <div className={styles['notice']} data-tone={tone} role={role}>
      {icon ? <span className={styles['icon']}>{icon}</span> : null}
      <div className={styles['words']}>
        {title ? <p className={styles['title']}>{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
