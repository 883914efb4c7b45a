import { Button } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { formatInstant } from '../ui/ist.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './law.module.css';
import { lastDriftQuery } from './queries.ts';

/** Says on the day's page that the last check found clocks that are not what their events give; nothing where all agree. */
export function DriftNotice() {
  const { t, number } = useText();
  const go = useGo();
  const { data } = useQuery(lastDriftQuery(useDesk()));
  if (!data || data.drifted === 0) return null;
  const values = { count: data.drifted, moved: number(data.drifted), at: formatInstant(data.at) };
  return (
    <div className={styles['aboveOthers']}>
      <Notice tone="bad" role="status" icon={<IconClockExclamation aria-hidden />} title={t('lawRoom.drift.found')}>
        <div className={styles['stack']}>
          <p>{t('lawRoom.drift.foundMore', values)}</p>
          <div>
            <Button size="compact-sm" variant="default" onClick={go.drift}>
              {t('lawRoom.drift.see')}
            </Button>
          </div>
        </div>
      </Notice>
    </div>
  );
}
