import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { TombstoneView } from '../../src-main/cases/contract.ts';
import { useWorkspace } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { focusNext } from '../ui/focus.ts';
import { formatDate, formatInstant } from '../ui/ist.ts';
import { useKeys } from '../ui/keys.ts';
import { Facts } from '../ui/panel.tsx';
import styles from './retention.module.css';

function useRows(tombstone: TombstoneView) {
  const { t, word, number, look } = useText();
  const { platforms } = useWorkspace();
  const { kind, platform, outcome, basis, cite, letters, files, entries, digest, approvedAt, approvedByName, purgedByName } = tombstone;
  const at = (instant: string | null) => (instant === null ? null : formatInstant(instant));
  const agreed = approvedAt === null ? '' : t('retention.purged.agreed', { name: approvedByName ?? '', at: formatInstant(approvedAt) });
  return [
    { name: t('retention.purged.when'), value: formatInstant(tombstone.purgedAt) },
    { name: t('retention.purged.ground'), value: `${look(`retention.rule.${basis}`, basis)} · ${cite ?? t('retention.choice')}` },
    { name: t('retention.purged.reason'), value: tombstone.reason },
    { name: t('retention.purged.by'), value: `${purgedByName}, ${tombstone.sole ? t('retention.purged.alone') : agreed}` },
    { name: t('retention.purged.kind'), value: word('kind', kind) },
    { name: t('retention.purged.platform'), value: platforms.find(({ id }) => id === platform)?.name ?? platform },
    { name: t('retention.purged.outcome'), value: outcome === null ? t('retention.noOutcome') : word('outcome', outcome) },
    { name: t('retention.purged.received'), value: at(tombstone.receivedAt) },
    { name: t('retention.purged.decided'), value: at(tombstone.decidedAt) },
    { name: t('retention.purged.sent'), value: at(tombstone.sentAt) },
    { name: t('retention.purged.closed'), value: at(tombstone.closedAt) },
    { name: t('retention.purged.kept'), value: formatDate(tombstone.keptUntil) },
    {
      name: t('retention.purged.held'),
      value: t('retention.purged.counts', { letters: number(letters), files: number(files), entries: number(entries) }),
    },
    { name: t('retention.purged.digest'), value: <span className={styles['hash']}>{digest}</span> },
  ];
}

/** What the ticket of a purged case opens: what remains of it, and when, why and by whom the rest went. */
export function PurgedCase({ tombstone, onClose }: { tombstone: TombstoneView; onClose(): void }) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useKeys({ Escape: onClose }, { singleKeys: true });
  // Opening it is going there, as with any case.
  useEffect(() => focusNext(heading.current), []);
  return (
    <div className={styles['purged']}>
      <h2 ref={heading} tabIndex={-1} className={styles['purgedTitle']}>
        {t('retention.purged.title', { ref: tombstone.ref })}
      </h2>
      <p>{t('retention.purged.hint')}</p>
      <Facts rows={useRows(tombstone)} />
      <div>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('retention.purged.close')}
        </Button>
      </div>
    </div>
  );
}
