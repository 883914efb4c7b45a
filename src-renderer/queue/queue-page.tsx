import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFilterOff, IconInbox, IconMailDown, IconPlus } from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import type { QueueFilter } from '../../src-main/cases/contract.ts';
import { useGo, useQueueSearch } from '../app/navigation.ts';
import { useOverlays } from '../app/overlays.tsx';
import { usePreferences } from '../app/preferences.tsx';
import { useText } from '../app/text.ts';
import { CasePane } from '../case/case-pane.tsx';
import { useKeys } from '../ui/keys.ts';
import { Split } from '../ui/split.tsx';
import { Empty, Failed, Waiting } from '../ui/states.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type GridHandle, QueueGrid } from './queue-grid.tsx';
import styles from './queue-page.module.css';
import { filterOf, narrowings } from './queue-search.ts';
import { useShownFilter } from './use-rows.ts';

function NothingHere({ filter }: { filter: QueueFilter }) {
  const { t } = useText();
  const go = useGo();
  const { show } = useOverlays();
  if (narrowings(filter) > 0) {
    return (
      <Empty
        icon={<IconFilterOff size={26} aria-hidden />}
        title={t('queue.emptyFiltered')}
        actions={
          <Button variant="default" onClick={() => go.queue({})}>
            {t('queue.clear')}
          </Button>
        }
      >
        {t('queue.emptyFilteredHint')}
      </Empty>
    );
  }
  return (
    <Empty
      icon={<IconInbox size={26} aria-hidden />}
      title={t('queue.empty')}
      actions={
        <>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show('intake')}>
            {t('app.newCase')}
          </Button>
          <Button variant="default" leftSection={<IconMailDown size={16} aria-hidden />} onClick={() => show('import')}>
            {t('intake.import.title')}
          </Button>
        </>
      }
    >
      {t('queue.emptyHint')}
    </Empty>
  );
}

interface ListProps {
  filter: QueueFilter;
  opened: string | undefined;
  grid: RefObject<GridHandle | null>;
  onOpen(ref: string): void;
}

function QueueList({ filter, opened, grid, onOpen }: ListProps) {
  const { t } = useText();
  const { shown, isWaiting, isBehind, error, total, retry } = useShownFilter(filter);
  return (
    <section className={styles['list']} aria-label={t('queue.title')}>
      <FilterBar filter={filter} total={total} />
      {error ? <Failed error={error} onRetry={retry} /> : null}
      {isWaiting && !error ? <Waiting lines={8} /> : null}
      {total === 0 ? <NothingHere filter={filter} /> : null}
      {total !== undefined && total > 0 ? (
        <div className={styles['rows']}>
          <QueueGrid filter={shown} total={total} opened={opened} isBehind={isBehind} onOpen={onOpen} handle={grid} />
        </div>
      ) : null}
    </section>
  );
}

/** The grid takes the focus, so that Enter opens what the letters led to. */
function moveAndFocus(handle: GridHandle, rows: number): void {
  handle.move(rows);
  handle.focus();
}

function useListKeys(grid: RefObject<GridHandle | null>): void {
  const { singleKeys } = usePreferences();
  const withGrid = (act: (handle: GridHandle) => void) => () => {
    if (grid.current) act(grid.current);
    return undefined;
  };
  useKeys(
    {
      j: withGrid((handle) => moveAndFocus(handle, 1)),
      k: withGrid((handle) => moveAndFocus(handle, -1)),
      n: withGrid((handle) => handle.openNext()),
    },
    { singleKeys },
  );
}

/** The queue, and beside it the case that is open. */
export function QueuePage() {
  const { t } = useText();
  const go = useGo();
  const search = useQueueSearch();
  const filter = useMemo(() => filterOf(search), [search]);
  const { splitPercent, change } = usePreferences();
  const isNarrow = useMediaQuery('(max-width: 900px)');
  const grid = useRef<GridHandle | null>(null);
  useListKeys(grid);

  const close = useCallback(() => {
    go.closeCase();
    // The list may only be drawn again once the case is gone.
    requestAnimationFrame(() => grid.current?.focus());
  }, [go]);
  return (
    <>
      <h1 className={styles['title']}>{t('queue.title')}</h1>
      <Split
        percent={splitPercent}
        label={t('common.resize')}
        isNarrow={isNarrow}
        left={<QueueList filter={filter} opened={search.case} grid={grid} onOpen={go.openCase} />}
        right={search.case ? <CasePane key={search.case} ticket={search.case} onClose={close} /> : null}
        onChange={(percent) => change({ splitPercent: percent })}
      />
    </>
  );
}
