import type { ReactNode } from 'react';
import styles from './law.module.css';

/** A table that scrolls sideways where there is no room; then it can be reached and moved by keys. */
export function TableFrame({ label, children, isTall = false }: { label: string; children: ReactNode; isTall?: boolean }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys (WCAG 2.1.1)
    <section className={styles[isTall ? 'movedFrame' : 'tableFrame']} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
