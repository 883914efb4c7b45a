import type { CaseItem } from '../../../src-main/cases/contract.ts';
import { useText } from '../../app/text.ts';
import { Choice } from '../../ui/fields.tsx';
import styles from './act-form.module.css';

export const itemActions = ['removed', 'disabled', 'kept', 'restored', 'not-found'] as const;
export type ItemAction = (typeof itemActions)[number];
/** Actions by the item's value; `all` stands for every item that is not named. */
export interface Chosen {
  all: ItemAction | '';
  byValue: Record<string, ItemAction | ''>;
}

/** More than this are chosen together only: nobody goes through thousands by hand. */
const listedMost = 150;

/** The action chosen for an item; an empty text is none. */
export function actionFor({ all, byValue }: Chosen, value: string): ItemAction | '' {
  return byValue[value] ?? all;
}

interface ItemActionsProps {
  items: CaseItem[];
  chosen: Chosen;
  onChange(chosen: Chosen): void;
}

/** What was done to each item: one answer for all, and others where they differ. */
export function ItemActions({ items, chosen, onChange }: ItemActionsProps) {
  const { t, word, number } = useText();
  const options = itemActions.map((id) => ({ value: id, label: word('itemAction', id) }));
  const open = items.filter(({ action }) => action === null);
  if (open.length === 0) return null;
  return (
    <fieldset className={styles['items']} aria-label={t('case.tabs.items')}>
      <div className={styles['item']}>
        <b>{t('act.act-on-items.all', { count: open.length, n: number(open.length) })}</b>
        <Choice
          size="xs"
          aria-label={t('act.act-on-items.all', { count: open.length, n: number(open.length) })}
          value={chosen.all}
          empty={t('act.act-on-items.later')}
          options={options}
          onChange={(all) => onChange({ all: all as ItemAction | '', byValue: {} })}
        />
      </div>
      {open.slice(0, listedMost).map((item) => (
        <div key={item.n} className={styles['item']}>
          <span className={styles['value']}>{item.value}</span>
          <Choice
            size="xs"
            aria-label={t('act.act-on-items.one', { value: item.value })}
            value={actionFor(chosen, item.value)}
            empty={t('act.act-on-items.later')}
            options={options}
            onChange={(action) => onChange({ ...chosen, byValue: { ...chosen.byValue, [item.value]: action as ItemAction | '' } })}
          />
        </div>
      ))}
      {open.length > listedMost ? <p>{t('act.act-on-items.notListed', { n: number(open.length - listedMost) })}</p> : null}
    </fieldset>
  );
}

/** The items of which something was said, as an act sends them. */
export function actedItems(items: CaseItem[], chosen: Chosen, at: string, proof = '') {
  return items
    .filter(({ action }) => action === null)
    .flatMap(({ value }) => {
      const action = actionFor(chosen, value);
      return action === '' ? [] : [{ value, action, at, ...(proof.trim() === '' ? {} : { proof: proof.trim() }) }];
    });
}
