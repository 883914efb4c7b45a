import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { itemsQuery } from '../queries.ts';

const shownMost = 20;

/** What to watch about the items: a sheet that is late, and items that were taken down before. */
export function ItemsNotices({ view }: { view: CaseView }) {
  const { t, number, word } = useText();
  const go = useGo();
  const { data } = useQuery(itemsQuery(useDesk(), view.ref));
  if (!data) return null;
  const { overdue, repeats } = data;
  return (
    <>
      {overdue > 0 ? (
        <Notice tone="warn" role="status">
          <p>{t('items.overdue', { count: overdue, n: number(overdue) })}</p>
        </Notice>
      ) : null}
      {repeats.length > 0 ? (
        <Notice tone="note" title={t('items.repeats', { count: repeats.length, n: number(repeats.length) })}>
          {repeats.slice(0, shownMost).map(({ value, ref, by, action }) => (
            <p key={`${ref} ${value}`}>
              {value} · {t(`items.repeatBy.${by}`)}
              {action ? ` · ${word('itemAction', action)}` : ''}{' '}
              <Button size="compact-xs" variant="subtle" onClick={() => go.openCase(ref)}>
                {ref}
              </Button>
            </p>
          ))}
        </Notice>
      ) : null}
    </>
  );
}
