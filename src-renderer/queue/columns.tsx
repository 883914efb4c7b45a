import { IconClockQuestion } from '@tabler/icons-react';
import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { QueueRow } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import { DueChip } from './due-chip.tsx';
import styles from './queue-grid.module.css';

function What({ row }: { row: QueueRow }) {
  const { t, word } = useText();
  return (
    <>
      <div className={styles['line']} dir="auto" title={row.subject}>
        {row.subject}
      </div>
      <div className={styles['under']}>
        <span className={styles['refInside']}>{row.ref} · </span>
        {row.confirmReceipt ? (
          <span className={styles['confirm']} title={t('queue.confirmReceiptHint')}>
            <IconClockQuestion size={14} aria-hidden /> {t('queue.confirmReceipt')} ·{' '}
          </span>
        ) : null}
        {word('kind', row.kind)} · {word('platform', row.platform)} · <bdi>{row.complainant ?? t('queue.noName')}</bdi>
        <span className={styles['stateInside']}> · {word('state', row.state)}</span>
      </div>
    </>
  );
}

function Stand({ row }: { row: QueueRow }) {
  const { word } = useText();
  return (
    <>
      <div className={styles['line']}>{word('state', row.state)}</div>
      <div className={styles['under']} title={word('identity', row.identity)}>
        {row.identity === 'verified' ? '✓ ' : ''}
        {word('identityShort', row.identity)}
      </div>
    </>
  );
}

function Next({ row }: { row: QueueRow }) {
  const { t, ruleName, ruleCite } = useText();
  if (!row.next) return <div className={styles['under']}>{t(row.state === 'closed' ? 'queue.noClockClosed' : 'queue.noClock')}</div>;
  const { rule, due, internal } = row.next;
  return (
    <>
      <div className={styles['line']}>
        <DueChip due={due} rule={rule} isInternal={internal} />
      </div>
      <div className={styles['under']}>
        {ruleName(rule)}, {ruleCite(rule)}
      </div>
    </>
  );
}

function Title({ of }: { of: 'ticket' | 'what' | 'stand' | 'next' }) {
  const { t } = useText();
  return <>{t(`queue.columns.${of}`)}</>;
}

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, QueueRow>();

/** The columns of the queue; what a cell shows depends on its row alone. */
export const columns = helper.columns([
  helper.accessor('ref', {
    id: 'ticket',
    header: () => <Title of="ticket" />,
    cell: ({ getValue }) => <span className={styles['ref']}>{getValue()}</span>,
  }),
  helper.display({ id: 'what', header: () => <Title of="what" />, cell: ({ row }) => <What row={row.original} /> }),
  helper.display({ id: 'stand', header: () => <Title of="stand" />, cell: ({ row }) => <Stand row={row.original} /> }),
  helper.display({ id: 'next', header: () => <Title of="next" />, cell: ({ row }) => <Next row={row.original} /> }),
]);
