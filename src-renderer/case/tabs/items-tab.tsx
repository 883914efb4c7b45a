import { Button } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseItem, CaseView } from '../../../src-main/cases/contract.ts';
import { useGo } from '../../app/navigation.ts';
import { useText } from '../../app/text.ts';
import { ItemsNotices } from '../../government/items/notices.tsx';
import { SheetPart } from '../../government/items/sheet-part.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { Empty } from '../../ui/states.tsx';
import styles from './tabs.module.css';

const step = 100;
const itemDoings = ['act-on-items', 'add-items', 'capture-item', 'take-sheet'] as const;

function ItemRow({ item }: { item: CaseItem }) {
  const { t, word } = useText();
  return (
    <tr>
      <td>{item.n}</td>
      <td>
        <div>{item.value}</div>
        <div className={styles['muted']}>{word('itemType', item.type)}</div>
      </td>
      <td>
        {item.action ? word('itemAction', item.action) : <span className={styles['muted']}>{t('case.item.open')}</span>}
        {item.actedAt ? <div className={styles['muted']}>{formatInstant(item.actedAt)}</div> : null}
        {item.proof ? <div className={styles['muted']}>{t('items.proof', { proof: item.proof })}</div> : null}
      </td>
    </tr>
  );
}

/** The addresses, accounts and posts a case is about, and what was done to each. Nothing here is a link. */
export function ItemsTab({ view }: { view: CaseView }) {
  const { t, number } = useText();
  const go = useGo();
  const [shown, setShown] = useState(step);
  if (view.items.length === 0) {
    return (
      <Empty
        icon={<IconLink size={24} aria-hidden />}
        title={t('case.item.none')}
        actions={
          view.allowed.includes('add-items') ? (
            <Button onClick={() => go.act(view.ref, 'add-items')}>{t('act.add-items.name')}</Button>
          ) : null
        }
      >
        {t('case.item.noneHint')}
      </Empty>
    );
  }
  const left = view.items.length - shown;
  return (
    <div className={styles['stack']}>
      <ItemsNotices view={view} />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('case.item.n')}</th>
            <th scope="col">{t('case.item.value')}</th>
            <th scope="col">{t('case.item.action')}</th>
          </tr>
        </thead>
        <tbody>
          {view.items.slice(0, shown).map((item) => (
            <ItemRow key={item.n} item={item} />
          ))}
        </tbody>
      </table>
      <div className={styles['tools']}>
        {left > 0 ? (
          <Button size="xs" variant="default" onClick={() => setShown(shown + step)}>
            {t('case.item.more', { n: number(Math.min(step, left)) })}
          </Button>
        ) : null}
        {itemDoings
          .filter((doing) => view.allowed.includes(doing))
          .map((doing) => (
            <Button key={doing} size="xs" variant="default" onClick={() => go.act(view.ref, doing)}>
              {t(`act.${doing}.name`)}
            </Button>
          ))}
      </div>
      <SheetPart view={view} />
    </div>
  );
}
