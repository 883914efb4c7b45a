import type { Cell, Row } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { memo } from 'react';
import type { QueueRow } from '../../src-main/cases/contract.ts';
import type { features } from './columns.tsx';
import styles from './queue-grid.module.css';

interface RowProps {
  /** Absent while its block is on the way. */
  row: Row<typeof features, QueueRow> | undefined;
  index: number;
  top: number;
  isCursor: boolean;
  isOpened: boolean;
  onOpen(index: number): void;
}

export const rowId = (index: number) => `queue-row-${index}`;

function DrawnCells({ row }: { row: Row<typeof features, QueueRow> }) {
  return row.getAllCells().map((cell: Cell<typeof features, QueueRow>) => (
    // biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element
    <div key={cell.column.id} role="gridcell" className={styles['cell']} data-column={cell.column.id} tabIndex={-1}>
      <FlexRender cell={cell} />
    </div>
  ));
}

/** What a row says depends on its data alone; marks and places change around it. */
const Cells = memo(DrawnCells, (before, after) => before.row.original === after.row.original);

function DrawnRow({ row, index, top, isCursor, isOpened, onOpen }: RowProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys and names this row its active descendant
    <div
      id={rowId(index)}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOpened}
      className={styles['row']}
      data-cursor={isCursor || undefined}
      tabIndex={-1}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onOpen(index)}
    >
      {row ? (
        <Cells row={row} />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element
        <div role="gridcell" className={styles['pending']} tabIndex={-1} />
      )}
    </div>
  );
}

/** A row is drawn again only when its data, its place or its mark changes. */
export const QueueRowView = memo(
  DrawnRow,
  (before, after) =>
    before.row?.original === after.row?.original &&
    before.index === after.index &&
    before.top === after.top &&
    before.isCursor === after.isCursor &&
    before.isOpened === after.isOpened &&
    before.onOpen === after.onOpen,
);
