import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { channels } from '../../src-main/cases/contract/words.ts';
import type { Channel, Platform } from '../../src-main/cases/contract.ts';
import type { InstrumentBook } from '../../src-main/government/contract.ts';
import { useDesk, useWorkspace } from '../app/desk.tsx';
import { useDraft } from '../app/drafts.ts';
import { InstantField, instantProblem, nowAsTyped } from '../app/instant-field.tsx';
import { useGo } from '../app/navigation.ts';
import { keys } from '../app/queries.ts';
import { useText } from '../app/text.ts';
import { toastDone } from '../app/undo.tsx';
import { Restored } from '../case/acts/act-form.tsx';
import { readItems } from '../intake/items-text.ts';
import { isLate } from '../intake/new-case.ts';
import formStyles from '../intake/new-case-form.module.css';
import { deskNow, useNow } from '../ui/desk-clock.ts';
import { failureOf, issuesByField } from '../ui/faults.ts';
import { Choice } from '../ui/fields.tsx';
import { focusFirstProblem } from '../ui/focus.ts';
import { parseInstant } from '../ui/ist.ts';
import { Keycap } from '../ui/keycap.tsx';
import { Notice } from '../ui/notice.tsx';
import { Failed, Waiting } from '../ui/states.tsx';
import { firstOrder, newOrderOf, type TypedNewOrder } from './new-order.ts';
import { InstrumentField, OrderFields } from './order-fields.tsx';
import { BreadthNotice } from './orders/stands-part.tsx';
import { fieldsOf, type Instrument, orderOf } from './typed-order.ts';
import { VerdictBox } from './verdict-box.tsx';

const askAfterMs = 150;

interface PartProps {
  typed: TypedNewOrder;
  book: InstrumentBook;
  instrument: Instrument | undefined;
  problems: Record<string, string>;
  onChange(part: Partial<TypedNewOrder>): void;
}

/** How the order would be judged, asked again a moment after what was typed last. */
function Judged({ typed, book, instrument, onDone }: Pick<PartProps, 'typed' | 'book'> & { instrument: Instrument; onDone(): void }) {
  const client = useDesk();
  const receivedAt = parseInstant(typed.receivedAt);
  const order = orderOf(typed, fieldsOf(book, instrument));
  const input = { platform: typed.platform, receivedAt: receivedAt ?? '', order, itemCount: readItems(typed.items).items.length };
  const [asked] = useDebouncedValue(JSON.stringify(input), askAfterMs);
  const { data } = useQuery({
    queryKey: keys.judged(asked),
    queryFn: () => client.government.judge(JSON.parse(asked)),
    enabled: receivedAt !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  if (!data) return null;
  const { breadth, ...judged } = data;
  return (
    <>
      <VerdictBox {...judged} onLeave={onDone} />
      <BreadthNotice breadth={breadth} />
    </>
  );
}

function Receipt({ typed, problems, onChange }: PartProps) {
  const { t, word } = useText();
  const { platforms } = useWorkspace();
  const mustExplain = useNow((now) => isLate(typed.receivedAt, now));
  return (
    <>
      <div className={formStyles['row']}>
        {platforms.length > 1 ? (
          <Choice
            label={t('intake.platform')}
            value={typed.platform}
            options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
            error={problems['platform']}
            onChange={(platform) => onChange({ platform: platform as Platform })}
          />
        ) : null}
        <InstantField
          label={t('intake.receivedAt')}
          value={typed.receivedAt}
          error={problems['receivedAt']}
          onChange={(receivedAt) => onChange({ receivedAt })}
        />
        <Choice
          label={t('intake.channel')}
          value={typed.channel}
          options={channels.map((id) => ({ value: id, label: word('channel', id) }))}
          onChange={(channel) => onChange({ channel: channel as Channel })}
        />
      </div>
      {mustExplain ? (
        <TextInput
          label={t('intake.lateReason')}
          description={t('intake.lateHint')}
          value={typed.lateReason}
          error={problems['lateReason']}
          onChange={({ currentTarget }) => onChange({ lateReason: currentTarget.value })}
        />
      ) : null}
    </>
  );
}

/** What the sheet itself can tell is wrong; the desk checks everything again. */
function useProblems(typed: TypedNewOrder): Record<string, string> {
  const { t } = useText();
  const receipt = instantProblem(typed.receivedAt, t);
  const isUnexplained = !receipt && isLate(typed.receivedAt, deskNow()) && typed.lateReason.trim() === '';
  return {
    ...(typed.instrument === '' ? { instrument: t('common.required') } : {}),
    ...(receipt ? { receivedAt: receipt } : {}),
    ...(isUnexplained ? { lateReason: t('intake.lateNeeded') } : {}),
  };
}

function useLog(book: InstrumentBook, onLogged: (ref: string) => void) {
  const client = useDesk();
  const queries = useQueryClient();
  const { t } = useText();
  return useMutation({
    mutationFn: ({ typed, instrument }: { typed: TypedNewOrder; instrument: Instrument }) =>
      client.cases.add(newOrderOf(typed, book, instrument, deskNow())),
    onSuccess({ ref }) {
      for (const queryKey of [keys.queue, keys.counts, keys.status]) void queries.invalidateQueries({ queryKey });
      toastDone({}, { done: t('government.saved', { ref }), undo: '' }, () => undefined);
      onLogged(ref);
    },
  });
}

function Particulars(props: PartProps) {
  const { typed, instrument, onChange } = props;
  const { t, number } = useText();
  if (!instrument) return null;
  const { items, repeated } = readItems(typed.items);
  const hint = [
    items.length === 0 ? t('intake.itemsHint') : t('intake.itemsRead', { count: items.length, n: number(items.length) }),
    repeated > 0 ? t('intake.itemsRepeated', { count: repeated, n: number(repeated) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <>
      {instrument.confidentiality === 'walled' ? (
        <Notice tone="note">
          <p>{t('restricted.onSheet')}</p>
        </Notice>
      ) : null}
      <Receipt {...props} />
      <OrderFields {...props} instrument={instrument} items={{ value: typed.items, hint, onChange: (text) => onChange({ items: text }) }} />
      <TextInput
        label={t('government.subject')}
        description={t('government.subjectHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed.subject}
        maxLength={300}
        autoComplete="off"
        dir="auto"
        error={props.problems['subject']}
        onChange={({ currentTarget }) => onChange({ subject: currentTarget.value })}
      />
    </>
  );
}

/** The instrument first, then its particulars; how it is judged stands beside, as it is typed. */
export function OrderForm({ book, onDone }: { book: InstrumentBook; onDone(): void }) {
  const { t } = useText();
  const go = useGo();
  const { platforms } = useWorkspace();
  const begin = () => firstOrder((platforms[0]?.id ?? 'cocial') as Platform, nowAsTyped());
  const [first] = useState(begin);
  const draft = useDraft<TypedNewOrder>('new-order', first);
  const [isTried, setIsTried] = useState(false);
  const log = useLog(book, (ref) => {
    void draft.drop(first);
    onDone();
    go.openCase(ref);
  });
  const typed = draft.values;
  const own = useProblems(typed);
  const told = useMemo(() => (log.error ? issuesByField(failureOf(log.error)) : {}), [log.error]);
  const problems = isTried ? { ...told, ...own } : told;
  const instrument = book.instruments.find(({ id }) => id === typed.instrument);
  const save = (form: HTMLFormElement) => {
    setIsTried(true);
    if (instrument && Object.keys(own).length === 0 && !log.isPending) log.mutate({ typed, instrument });
    focusFirstProblem(form);
  };
  const saveByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(event.currentTarget);
  };
  if (!draft.isReady) return <Waiting lines={8} />;
  return (
    <form
      className={formStyles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(event.currentTarget);
      }}
      onKeyDown={saveByKey}
    >
      <div className={formStyles['fields']}>
        <InstrumentField book={book} typed={typed} error={problems['instrument']} onChange={draft.change} />
        <Particulars typed={typed} book={book} instrument={instrument} problems={problems} onChange={draft.change} />
        {log.error && Object.keys(told).length === 0 ? <Failed error={log.error} compact /> : null}
        <div className={formStyles['buttons']}>
          <Button type="submit" loading={log.isPending} rightSection={<Keycap keys="Ctrl Enter" onAccent />}>
            {t('government.save')}
          </Button>
        </div>
      </div>
      <div className={formStyles['side']}>
        {draft.restoredAt ? <Restored at={draft.restoredAt} onDiscard={() => void draft.drop(begin())} /> : null}
        {instrument ? <Judged typed={typed} book={book} instrument={instrument} onDone={onDone} /> : null}
      </div>
    </form>
  );
}
