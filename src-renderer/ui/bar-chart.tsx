import styles from './bar-chart.module.css';

export interface Bar {
  label: string;
  note: string;
  count: number;
  tone: 'overdue' | 'soon' | 'calm';
}

const height = 120;

/** Upright bars with their numbers above; the same numbers stand in a table beside, so the picture is for the eye only. */
export function BarChart({ bars, format }: { bars: Bar[]; format(n: number): string }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className={styles['chart']} aria-hidden>
      {bars.map((bar) => (
        <div key={bar.label + bar.note} className={styles['column']} data-tone={bar.tone}>
          <span className={styles['count']}>{format(bar.count)}</span>
          <span className={styles['bar']} style={{ height: bar.count === 0 ? 2 : Math.max(4, Math.round((bar.count / most) * height)) }} />
          <span className={styles['label']}>{bar.label}</span>
          <span className={styles['note']}>{bar.note}</span>
        </div>
      ))}
    </div>
  );
}
