import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../src-main/cases/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { formatDate } from '../ui/ist.ts';
import { KeptLines, useBlockText } from './kept-lines.tsx';
import { keptQuery } from './queries.ts';
import styles from './retention.module.css';

/** On a closed case: until when it is kept, and why. */
export function KeptBox({ view }: { view: CaseView }) {
  const { t } = useText();
  const blockText = useBlockText();
  const isClosed = view.state === 'closed';
  const { data } = useQuery({ ...keptQuery(useDesk(), view.ref), enabled: isClosed });
  if (!isClosed || !data?.kept) return null;
  const day = formatDate(data.kept.until);
  const [block] = data.blocks;
  return (
    <details className={styles['box']}>
      <summary>
        {data.canPurge ? t('retention.mayGo', { day }) : t('retention.keptUntil', { day })}
        {block ? ` · ${blockText(block)}` : ''}
      </summary>
      <KeptLines ticket={view.ref} />
    </details>
  );
}
