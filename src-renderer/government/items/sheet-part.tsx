import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseView } from '../../../src-main/cases/contract.ts';
import type { ItemsView } from '../../../src-main/government/contract.ts';
import { useDesk } from '../../app/desk.tsx';
import { InstantField } from '../../app/instant-field.tsx';
import { keys } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { tellDone } from '../../app/toast.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { failureOf, issuesByField } from '../../ui/faults.ts';
import { formatInstant, parseInstant } from '../../ui/ist.ts';
import { Failed } from '../../ui/states.tsx';
import styles from '../government.module.css';
import { itemsQuery } from '../queries.ts';

/** Half of what is left until the next limit: time enough to ask again. */
function firstDueBack({ clocks }: CaseView): string {
  const now = deskNow();
  const due = clocks
    .filter(({ status, sense, due: at }) => status === 'running' && sense === 'max' && at !== null)
    .map(({ due: at }) => Date.parse(at ?? ''))
    .toSorted((a, b) => a - b)[0];
  return due !== undefined && due > now ? formatInstant(now + (due - now) / 2) : '';
}

function SheetForm({ view, hasSent }: { view: CaseView; hasSent: boolean }) {
  const { t } = useText();
  const client = useDesk();
  const queries = useQueryClient();
  const [to, setTo] = useState(t('items.sheetFirst'));
  const [dueBack, setDueBack] = useState(() => firstDueBack(view));
  const [isReminder, setIsReminder] = useState(hasSent);
  const save = useMutation({
    mutationFn: (format: 'csv' | 'pdf') => {
      const typed = dueBack.trim() === '' ? {} : { dueBack: parseInstant(dueBack) ?? dueBack };
      return client.government.saveSheet({ ref: view.ref, format, to, ...typed, isReminder });
    },
    onSuccess(saved) {
      if (!saved) return;
      tellDone(t('common.savedTo', { path: saved.path }));
      void queries.invalidateQueries({ queryKey: keys.case(view.ref) });
    },
  });
  const told = save.error ? issuesByField(failureOf(save.error)) : {};
  return (
    <>
      <div className={styles['row']}>
        <TextInput label={t('items.sheetTo')} value={to} error={told['to']} onChange={({ currentTarget }) => setTo(currentTarget.value)} />
        <InstantField label={t('items.dueBack')} value={dueBack} error={told['dueBack']} onChange={setDueBack} />
      </div>
      <Checkbox label={t('items.reminder')} checked={isReminder} onChange={({ currentTarget }) => setIsReminder(currentTarget.checked)} />
      <div className={styles['stepHead']}>
        <Button size="xs" loading={save.isPending && save.variables === 'csv'} onClick={() => save.mutate('csv')}>
          {t('items.saveCsv')}
        </Button>
        <Button size="xs" variant="default" loading={save.isPending && save.variables === 'pdf'} onClick={() => save.mutate('pdf')}>
          {t('items.savePdf')}
        </Button>
      </div>
      {save.error && Object.keys(told).length === 0 ? <Failed error={save.error} compact /> : null}
    </>
  );
}

function Sent({ sheets, captures }: Pick<ItemsView, 'sheets' | 'captures'>) {
  const { t, number } = useText();
  return (
    <>
      {sheets.length > 0 ? <h4 className={styles['heading']}>{t('items.sheets')}</h4> : null}
      <ul>
        {sheets.map(({ seq, at, to, items, format, dueBack, isReminder }) => (
          <li key={seq} className={styles['muted']}>
            {t('items.sent', { count: items, n: number(items), at: formatInstant(at), to, format: format.toUpperCase() })}
            {dueBack ? ` · ${t('items.back', { at: formatInstant(dueBack) })}` : ''}
            {isReminder ? ` · ${t('items.isReminder')}` : ''}
          </li>
        ))}
      </ul>
      {captures.length > 0 ? <h4 className={styles['heading']}>{t('items.captures')}</h4> : null}
      <ul>
        {captures.map(({ seq, value, sha256, changed, note, at }) => (
          <li key={seq} className={styles['muted']}>
            {value} · {formatInstant(at)} · {sha256}
            {changed ? ` · ${t('items.changed')}` : ''}
            {note ? ` · ${note}` : ''}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The sheet to those who act on the items, and those that went out before. */
export function SheetPart({ view }: { view: CaseView }) {
  const { t } = useText();
  const { data } = useQuery(itemsQuery(useDesk(), view.ref));
  if (!data) return null;
  const isWaiting = view.items.some(({ action }) => action === null) && view.allowed.includes('act-on-items');
  return (
    <section className={styles['stack']} aria-label={t('items.sheet')}>
      {isWaiting ? (
        <div className={styles['step']}>
          <h4 className={styles['heading']}>{t('items.sheet')}</h4>
          <SheetForm view={view} hasSent={data.sheets.length > 0} />
        </div>
      ) : null}
      <Sent sheets={data.sheets} captures={data.captures} />
    </section>
  );
}
