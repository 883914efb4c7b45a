import styles from './keycap.module.css';

/** A key or chord as it is printed on a keyboard: "Ctrl K". */
export function Keycap({ keys, onAccent = false }: { keys: string; onAccent?: boolean }) {
  return (
    <kbd className={styles['key']} data-on-accent={onAccent || undefined}>
      {keys}
    </kbd>
  );
}
