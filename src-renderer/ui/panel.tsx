import type { ReactNode } from 'react';
import { useId } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  title: ReactNode;
  hint?: ReactNode;
  side?: ReactNode;
  children: ReactNode;
  level?: 2 | 3;
}

/** A titled card; a region by that title for those who move by landmarks. */
export function Panel({ title, hint, side, children, level = 2 }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles['panel']} aria-labelledby={id}>
      <header className={styles['head']}>
        <div>
          <Heading id={id} className={styles['title']}>
            {title}
          </Heading>
          {hint ? <p className={styles['hint']}>{hint}</p> : null}
        </div>
        {side}
      </header>
      <div className={styles['body']}>{children}</div>
    </section>
  );
}

/** A page of panels with its heading. */
export function Page({ title, hint, side, children }: { title: string; hint?: ReactNode; side?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['page']}>
      <header className={styles['pageHead']}>
        <div>
          <h1 className={styles['pageTitle']}>{title}</h1>
          {hint ? <p className={styles['hint']}>{hint}</p> : null}
        </div>
        {side}
      </header>
      {children}
    </div>
  );
}

/** Names and values in two columns; a value of null is left out. */
export function Facts({ rows }: { rows: { name: ReactNode; value: ReactNode }[] }) {
  const shown = rows.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={styles['facts']}>
      {shown.map(({ name, value }) => (
        <div key={String(name)} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
