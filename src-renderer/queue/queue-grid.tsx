import { FlexRender, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type MouseEvent, type Ref, useCallback, useEffect, useImperativeHandle, useState } from 'react';
import type { QueueFilter, QueueRow } from '../../src-main/cases/contract.ts';
import { useText } from '../app/text.ts';
import { keepFocus } from '../ui/focus.ts';
import { columns, features } from './columns.tsx';
import styles from './queue-grid.module.css';
import { QueueRowView, rowId } from './queue-row.tsx';
import { useRows } from './use-rows.ts';
import { rowHeightPx, useWindow } from './use-window.ts';

/** What the keys of the room ask of the grid. */
export interface GridHandle {
  move(rows: number): void;
  page(pages: number): void;
  toEnd(isLast: boolean): void;
  openCursor(): void;
  openNext(): void;
  focus(): void;
}

interface GridProps {
  filter: QueueFilter;
  total: number;
  opened: string | undefined;
  isBehind: boolean;
  onOpen(ref: string): void;
  handle: Ref<GridHandle>;
}

const headerPx = 34;
/** Row elements are used again as the list moves, more of them than ever fit on a screen. */
const elements = 96;

function useCursor(total: number, showRow: (row: number) => void) {
  const [cursor, setCursor] = useState(0);
  const most = Math.max(0, total - 1);
  const set = useCallback(
    (row: number) => {
      const next = Math.min(most, Math.max(0, row));
      setCursor(next);
      showRow(next);
    },
    [most, showRow],
  );
  return { cursor: Math.min(cursor, most), set };
}

function HeaderRow({ table }: { table: ReturnType<typeof useQueueTable> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element
    <div role="row" aria-rowindex={1} className={styles['header']} tabIndex={-1}>
      {table.getHeaderGroups()[0]?.headers.map((header) => (
        // biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element
        <div key={header.id} role="columnheader" className={styles['cell']} data-column={header.id} tabIndex={-1}>
          <FlexRender header={header} />
        </div>
      ))}
    </div>
  );
}

function useQueueTable(data: QueueRow[]) {
  return useTable({ features, columns, data, getRowId: (row: QueueRow) => row.ref });
}

const gridKeys: Record<string, (grid: GridHandle) => void> = {
  ArrowDown: (grid) => grid.move(1),
  ArrowUp: (grid) => grid.move(-1),
  PageDown: (grid) => grid.page(1),
  PageUp: (grid) => grid.page(-1),
  Home: (grid) => grid.toEnd(false),
  End: (grid) => grid.toEnd(true),
  Enter: (grid) => grid.openCursor(),
};

/** The queue as a grid that draws only what is seen, whether it holds ten cases or a million. */
export function QueueGrid({ filter, total, opened, isBehind, onOpen, handle }: GridProps) {
  const { t } = useText();
  const [rowHeight] = useState(rowHeightPx);
  const { scroller, onScroll, view, showRow, toTop, spacer, pageRows } = useWindow(total, rowHeight, headerPx);
  const { cursor, set } = useCursor(total, showRow);
  const { rowAt, rows, known } = useRows(filter, view.first, view.count);
  const table = useQueueTable(known);
  const drawnRows = new Map(table.getRowModel().rows.map((row) => [row.original, row]));

  const openRow = useCallback(
    (index: number) => {
      set(index);
      const row = rowAt(index);
      if (row) onOpen(row.ref);
    },
    [set, rowAt, onOpen],
  );
  const grid: GridHandle = {
    move: (by) => set(cursor + by),
    page: (pages) => set(cursor + pages * pageRows),
    toEnd: (isLast) => set(isLast ? total - 1 : 0),
    openCursor: () => openRow(cursor),
    // A case that left the list after an act has made room for the next one already.
    openNext: () => openRow(rowAt(cursor)?.ref === opened ? cursor + 1 : cursor),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  };
  useImperativeHandle(handle, () => grid);
  // After unlocking, and at the start, the keys of the queue work at once.
  useEffect(() => keepFocus(scroller.current), [scroller]);
  const filterName = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list, read from its beginning
  useEffect(() => {
    toTop();
    set(0);
  }, [filterName]);

  const press = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : gridKeys[event.key];
    if (!act) return;
    event.preventDefault();
    act(grid);
  };
  // A row that took the focus itself would lose it with its element, which is used again for other rows.
  const holdFocus = (event: MouseEvent) => {
    if (event.target === event.currentTarget) return;
    event.preventDefault();
    grid.focus();
  };
  const isCursorDrawn = cursor >= view.first && cursor < view.first + view.count;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element
    <div
      ref={scroller}
      role="grid"
      aria-label={t('queue.title')}
      aria-rowcount={total + 1}
      aria-colcount={4}
      aria-busy={isBehind}
      aria-activedescendant={isCursorDrawn && total > 0 ? rowId(cursor) : undefined}
      tabIndex={0}
      className={styles['grid']}
      data-behind={isBehind || undefined}
      onScroll={onScroll}
      onMouseDown={holdFocus}
      onKeyDown={press}
    >
      <HeaderRow table={table} />
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of a million rows is no table element */}
      <div role="rowgroup" className={styles['rows']} style={{ height: spacer }}>
        {rows.map((row, n) => {
          const index = view.first + n;
          return (
            <QueueRowView
              key={index % elements}
              row={row && drawnRows.get(row)}
              index={index}
              top={index * rowHeight + view.shift}
              isCursor={index === cursor}
              isOpened={row !== undefined && row.ref === opened}
              onOpen={openRow}
            />
          );
        })}
      </div>
    </div>
  );
}
