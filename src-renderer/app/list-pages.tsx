import { Button } from '@mantine/core';
import styles from './list-pages.module.css';
import { useText } from './text.ts';

interface ListPagesProps {
  /** The page that is shown: its first row counted from 0, how many rows it has, and how many rows a page has at most. */
  offset: number;
  rows: number;
  pageRows: number;
  total: number;
  onOffset(offset: number): void;
}

/** The way through a list of more than one page; nothing where one page holds it all. */
export function ListPages({ offset, rows, pageRows, total, onOffset }: ListPagesProps) {
  const { t, number } = useText();
  if (total <= pageRows) return null;
  const to = offset + rows;
  return (
    <div className={styles['pages']}>
      <Button size="xs" variant="default" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - pageRows))}>
        {t('common.pagesBefore')}
      </Button>
      <span>{t('common.pages', { from: number(offset + 1), to: number(to), total: number(total) })}</span>
      <Button size="xs" variant="default" disabled={to >= total} onClick={() => onOffset(offset + pageRows)}>
        {t('common.pagesAfter')}
      </Button>
    </div>
  );
}
