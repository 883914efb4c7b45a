import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../app/desk.tsx';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { duePurgesQuery, waitingFilesQuery } from '../retention/queries.ts';
import { Panel } from '../ui/panel.tsx';

/** Files that wait for somebody to look, and evidence whose time is over: how many, and the way to them. Nothing where there is none. */
export function EvidencePanel() {
  const { t, number } = useText();
  const client = useDesk();
  const go = useGo();
  const waiting = useQuery(waitingFilesQuery(client)).data?.length ?? 0;
  const due = useQuery(duePurgesQuery(client)).data?.length ?? 0;
  if (waiting + due === 0) return null;
  return (
    <Panel
      title={t('today.evidence')}
      side={
        <Button size="compact-sm" variant="subtle" onClick={go.retention}>
          {t('today.evidenceGo')}
        </Button>
      }
    >
      {waiting > 0 ? <p>{t('retention.waitingFiles', { count: waiting, n: number(waiting) })}</p> : null}
      {due > 0 ? <p>{t('retention.dueEvidence', { count: due, n: number(due) })}</p> : null}
    </Panel>
  );
}
