import { Button, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ItemList } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { ActForm, type ActFormProps } from '../../case/acts/act-form.tsx';
import { useActForm } from '../../case/acts/use-act-form.ts';
import { Failed } from '../../ui/states.tsx';
import styles from '../government.module.css';

const askAfterMs = 300;
const shownMost = 50;

/** What the list comes to: how many items, and every line that gave none by its number. */
function Preview({ list }: { list: ItemList }) {
  const { t, number } = useText();
  const { items, repeated, here, refused } = list;
  const told = [
    t('act.add-items.added', { count: items.length, n: number(items.length) }),
    repeated.length > 0 ? t('act.add-items.repeated', { n: number(repeated.length) }) : '',
    here.length > 0 ? t('act.add-items.here', { n: number(here.length) }) : '',
    refused.length > 0 ? t('act.add-items.refused', { count: refused.length, n: number(refused.length) }) : '',
  ];
  return (
    <div role="status" className={styles['step']}>
      <p className={styles['strong']}>{told.filter((part) => part !== '').join(' · ')}</p>
      <ul>
        {refused.slice(0, shownMost).map(({ line, text, why }) => (
          <li key={`${line} ${text}`} className={styles['muted']}>
            {t('act.add-items.line', { line, text: text.slice(0, 120), why: t(`act.add-items.why.${why}`) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function useList(ref: string, text: string) {
  const client = useDesk();
  const [asked] = useDebouncedValue(text, askAfterMs);
  return useQuery({
    queryKey: keys.list(`${ref} ${asked}`),
    queryFn: () => client.government.readList({ ref, text: asked }),
    enabled: asked.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 5_000,
  });
}

/** Adds a list of addresses: pasted, or from a file; says before what it comes to. */
export function AddItemsForm(props: ActFormProps) {
  const { t } = useText();
  const client = useDesk();
  const form = useActForm(props, 'add-items', () => ({ text: '', name: '' }));
  const { typed, needed, change, shown } = form;
  const { data: list } = useList(props.view.ref, typed.text);
  const choose = useMutation({
    mutationFn: async () => {
      const file = await client.government.chooseTable();
      return file ? client.government.readTable({ token: file.token }) : null;
    },
    onSuccess: (file) => file && change({ text: file.text.slice(0, 4_000_000), name: file.name }),
  });
  return (
    <ActForm
      {...form.frame}
      hint={t('act.add-items.hint')}
      onSubmit={() => form.send(needed(typed.text) ? null : { text: typed.text, ...(typed.name === '' ? {} : { name: typed.name }) })}
    >
      <Textarea
        label={t('act.add-items.text')}
        value={typed.text}
        error={shown('text', needed(typed.text))}
        minRows={5}
        maxRows={10}
        autosize
        spellCheck={false}
        onChange={({ currentTarget }) => change({ text: currentTarget.value, name: '' })}
      />
      <div>
        <Button size="xs" variant="default" loading={choose.isPending} onClick={() => choose.mutate()}>
          {t('act.add-items.choose')}
        </Button>{' '}
        <span className={styles['muted']}>{typed.name}</span>
      </div>
      {choose.error ? <Failed error={choose.error} compact /> : null}
      {list && typed.text.trim() !== '' ? <Preview list={list} /> : null}
    </ActForm>
  );
}
