import { Checkbox } from '@mantine/core';
import { Fragment, useId, useState } from 'react';
import type { RetentionRow } from '../../src-main/retention/contract.ts';
import { useGo } from '../app/navigation.ts';
import { useText } from '../app/text.ts';
import { TableFrame } from '../law/table-frame.tsx';
import { Chip } from '../ui/chip.tsx';
import { formatDate, formatDay } from '../ui/ist.ts';
import { KeptLines } from './kept-lines.tsx';
import styles from './retention.module.css';

const columns = ['ticket', 'kind', 'outcome', 'closed', 'due', 'basis', 'state'] as const;

/** Whether a case may be chosen for a purge on `today` (YYYY-MM-DD in IST). */
export const mayChoose = ({ dueOn, blocks }: RetentionRow, today: string) => dueOn <= today && blocks.length === 0;

function State({ row, today }: { row: RetentionRow; today: string }) {
  const { t } = useText();
  const { blocks, proposal } = row;
  if (blocks.length > 0) return <Chip tone="soon">{t('retention.held')}</Chip>;
  if (proposal?.state === 'waits') return <Chip tone="soon">{t('retention.waits')}</Chip>;
  if (proposal?.state === 'approved') return <Chip tone="ok">{t('retention.agreed')}</Chip>;
  return <Chip tone="calm">{t(mayChoose(row, today) ? 'retention.free' : 'retention.later')}</Chip>;
}

interface RowProps {
  row: RetentionRow;
  today: string;
  isChosen: boolean;
  onChoose(isChosen: boolean): void;
}

function Row({ row, today, isChosen, onChoose }: RowProps) {
  const { t, word, look } = useText();
  const go = useGo();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { ref, kind, outcome, closedAt, dueOn, basis } = row;
  return (
    <Fragment>
      <tr>
        <td>
          <Checkbox
            size="xs"
            aria-label={t('retention.select', { ref })}
            checked={isChosen}
            disabled={!mayChoose(row, today)}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
          />
        </td>
        <td>
          <button type="button" className={styles['link']} onClick={() => go.openCase(ref)}>
            {ref}
          </button>
        </td>
        <td>{word('kind', kind)}</td>
        <td>{outcome === null ? t('retention.noOutcome') : word('outcome', outcome)}</td>
        <td>{formatDay(closedAt)}</td>
        <td>{formatDate(dueOn)}</td>
        <td>{look(`retention.rule.${basis}`, basis)}</td>
        <td>
          <State row={row} today={today} />
        </td>
        <td>
          <button
            type="button"
            className={styles['link']}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t('retention.whyOf', { ref })}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t('retention.why')}
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr id={id}>
          <td />
          <td colSpan={columns.length + 1}>
            <KeptLines ticket={ref} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

interface TableProps {
  rows: RetentionRow[];
  today: string;
  chosen: ReadonlySet<string>;
  onChoose(refs: ReadonlySet<string>): void;
}

/** Closed cases by the day from which they may be purged; those that may go now can be chosen. */
export function RetentionTable({ rows, today, chosen, onChoose }: TableProps) {
  const { t } = useText();
  const free = rows.filter((row) => mayChoose(row, today)).map(({ ref }) => ref);
  const areAllChosen = free.length > 0 && free.every((ref) => chosen.has(ref));
  const change = (refs: readonly string[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const ref of refs) isChosen ? next.add(ref) : next.delete(ref);
    onChoose(next);
  };
  return (
    <TableFrame label={t('retention.table')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label={t('retention.selectAll')}
                checked={areAllChosen}
                indeterminate={!areAllChosen && free.some((ref) => chosen.has(ref))}
                disabled={free.length === 0}
                onChange={({ currentTarget }) => change(free, currentTarget.checked)}
              />
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`retention.column.${column}`)}
              </th>
            ))}
            <th scope="col">{t('retention.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.ref} row={row} today={today} isChosen={chosen.has(row.ref)} onChoose={(is) => change([row.ref], is)} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
