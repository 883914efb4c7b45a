import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CaseKind, Facts, Platform } from '../../src-main/cases/contract.ts';
import type { ClockView } from '../../src-main/law/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { inOrder } from '../queue/due.ts';
import { DueChip } from '../queue/due-chip.tsx';
import { formatInstant } from '../ui/ist.ts';
import styles from './clock-preview.module.css';

const askAfterMs = 150;

interface PreviewProps {
  platform: string;
  kind: CaseKind;
  /** RFC 3339; null while what is typed is no moment. */
  receivedAt: string | null;
  facts: Facts;
}

function useClocksFor(input: PreviewProps) {
  const client = useDesk();
  const [asked] = useDebouncedValue(JSON.stringify(input), askAfterMs);
  const { platform, kind, receivedAt, facts } = JSON.parse(asked) as PreviewProps;
  return useQuery({
    queryKey: keys.clocks(asked),
    queryFn: () => client.cases.clocks({ platform: platform as Platform, kind, receivedAt: receivedAt ?? '', facts }),
    enabled: receivedAt !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}

function Line({ clock }: { clock: ClockView }) {
  const { t, ruleName, look } = useText();
  return (
    <li className={styles['line']}>
      <span className={styles['name']}>
        {ruleName(clock.rule)}
        <span className={styles['cite']}>
          {clock.cite}
          {clock.disputed ? ` · ${t('case.clock.disputed')}` : ''}
        </span>
      </span>
      {clock.due && (clock.status === 'running' || clock.status === 'missed') ? (
        <span className={styles['due']}>
          <DueChip due={clock.due} rule={clock.rule} isInternal={clock.sense !== 'max'} />
          <span className={styles['cite']}>{formatInstant(clock.due)}</span>
        </span>
      ) : (
        <span className={styles['cite']}>
          {clock.status === 'waits'
            ? t('case.clock.waits', { event: look(`case.event.${clock.waitsFor}`, clock.waitsFor ?? '') })
            : t('case.clock.duty')}
        </span>
      )}
    </li>
  );
}

/** The clocks that would run, as one types. */
export function ClockPreview(input: PreviewProps) {
  const { t } = useText();
  const { data } = useClocksFor(input);
  if (!data) return null;
  return (
    <section className={styles['preview']} aria-label={t('intake.clocks')} aria-live="polite">
      <h3 className={styles['title']}>{t('intake.clocks')}</h3>
      <ul>
        {inOrder(data.clocks).map((clock) => (
          <Line key={clock.rule} clock={clock} />
        ))}
      </ul>
      {data.clocks.length === 0 ? <p className={styles['cite']}>{t('case.clock.none')}</p> : null}
      {data.notes.map((note) => (
        <p key={note} className={styles['note']} lang="en">
          {note}
        </p>
      ))}
    </section>
  );
}
