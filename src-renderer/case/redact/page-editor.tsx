import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Region } from '../../../src-main/packages/contract.ts';
import { useText } from '../../app/text.ts';
import { PageArea } from './page-area.tsx';
import type { PageSource } from './page-source.ts';
import styles from './redact.module.css';

/** The parts that go, by page. */
export type PageParts = Readonly<Record<number, readonly Region[]>>;

const usual: Region = { x: 0.1, y: 0.1, width: 0.3, height: 0.04 };
const widest = 780;

function PageTurner({ page, count, onTurn }: { page: number; count: number; onTurn(page: number): void }) {
  const { t } = useText();
  if (count === 1) return null;
  return (
    <div className={styles['turner']}>
      <ActionIcon variant="default" aria-label={t('redact.before')} disabled={page === 1} onClick={() => onTurn(page - 1)}>
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <span role="status">{t('redact.page', { n: page, of: count })}</span>
      <ActionIcon variant="default" aria-label={t('redact.after')} disabled={page === count} onClick={() => onTurn(page + 1)}>
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function PartList({
  parts,
  onShow,
  onRemove,
}: {
  parts: PageParts;
  onShow(page: number): void;
  onRemove(page: number, part: number): void;
}) {
  const { t } = useText();
  const rows = Object.entries(parts).flatMap(([page, regions]) => regions.map((_, n) => ({ page: Number(page), n })));
  if (rows.length === 0) return <p className={styles['muted']}>{t('redact.none')}</p>;
  return (
    <ul className={styles['parts']} aria-label={t('redact.parts')}>
      {rows.map(({ page, n }) => (
        <li key={`${page}-${n}`}>
          <Button size="compact-sm" variant="subtle" onClick={() => onShow(page)}>
            {t('redact.partOnPage', { n: n + 1, page })}
          </Button>
          <ActionIcon variant="subtle" aria-label={t('redact.removePart', { n: n + 1, page })} onClick={() => onRemove(page, n)}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  );
}

/** Marks what goes on the pages of a file, one page at a time. */
export function PageEditor({ source, parts, onChange }: { source: PageSource; parts: PageParts; onChange(parts: PageParts): void }) {
  const { t } = useText();
  const { ref, width } = useElementSize();
  const [page, setPage] = useState(1);
  const [isOpaque, setIsOpaque] = useState(false);
  const [added, setAdded] = useState<number | null>(null);
  const regions = parts[page] ?? [];
  const change = (of: number, next: readonly Region[]) => onChange({ ...parts, [of]: next });
  const turn = (to: number) => {
    setAdded(null);
    setPage(to);
  };
  return (
    <>
      <div className={styles['tools']}>
        <PageTurner page={page} count={source.count} onTurn={turn} />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            change(page, [...regions, usual]);
            setAdded(regions.length);
          }}
        >
          {t('redact.addPart')}
        </Button>
        <Checkbox label={t('redact.opaque')} checked={isOpaque} onChange={({ currentTarget }) => setIsOpaque(currentTarget.checked)} />
      </div>
      <p className={styles['muted']}>{t('redact.pageHint')}</p>
      <div ref={ref} className={styles['frame']}>
        {width > 0 ? (
          <PageArea
            source={source}
            page={page}
            width={Math.min(Math.floor(width), widest)}
            regions={regions}
            isOpaque={isOpaque}
            added={added}
            onChange={(next) => {
              setAdded(null);
              change(page, next);
            }}
          />
        ) : null}
      </div>
      <PartList
        parts={parts}
        onShow={turn}
        onRemove={(of, part) => {
          setAdded(null);
          change(
            of,
            (parts[of] ?? []).filter((_, n) => n !== part),
          );
        }}
      />
    </>
  );
}
