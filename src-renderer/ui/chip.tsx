import { IconAlertTriangleFilled, IconClockExclamation, IconClockHour4 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './chip.module.css';

export type Tone = 'overdue' | 'urgent' | 'soon' | 'calm' | 'ok';

const signs: Partial<Record<Tone, ReactNode>> = {
  overdue: <IconAlertTriangleFilled size={14} aria-hidden />,
  urgent: <IconClockExclamation size={14} aria-hidden />,
  soon: <IconClockHour4 size={14} aria-hidden />,
};

/** A short fact with a tone; the tone is also told by a sign and by the words, never by colour alone. */
export function Chip({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={styles['chip']} data-tone={tone} title={title}>
      {signs[tone]}
      <span>{children}</span>
    </span>
  );
}
