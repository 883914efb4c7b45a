import { useQuery } from '@tanstack/react-query';
import type { InstrumentBook, Order, OrderField } from '../../src-main/government/contract.ts';
import { useDesk } from '../app/desk.tsx';
import { useText } from '../app/text.ts';
import { ActForm, type ActFormProps } from '../case/acts/act-form.tsx';
import { useActForm } from '../case/acts/use-act-form.ts';
import { formatDate, formatInstant } from '../ui/ist.ts';
import { Failed, Waiting } from '../ui/states.tsx';
import { InstrumentField, OrderFields } from './order-fields.tsx';
import { instrumentsQuery } from './queries.ts';
import { emptyOrder, fieldsOf, orderOf, type TypedOrder } from './typed-order.ts';

const asTyped: Record<string, (text: string) => string> = { day: formatDate, instant: formatInstant };

/** What is recorded, as it would have been typed. */
function typedOf(order: Order | undefined, book: InstrumentBook): TypedOrder {
  if (!order) return emptyOrder;
  const known = book.fields.flatMap(({ id, input }) => (id === 'items' ? [] : [{ id, input, value: order[id] }]));
  const texts = known.flatMap(({ id, input, value }) => (typeof value === 'string' ? [[id, asTyped[input]?.(value) ?? value]] : []));
  const answers = known.flatMap(({ id, value }) => (typeof value === 'boolean' ? [[id, value]] : []));
  return {
    instrument: order.instrument,
    texts: Object.fromEntries(texts),
    answers: { ...Object.fromEntries(answers), ...(order.dateAsPrinted ? { dateAsPrinted: true } : {}) },
    lacks: (order.lacks ?? []) as OrderField[],
  };
}

function Form({ book, ...props }: ActFormProps & { book: InstrumentBook }) {
  const { t } = useText();
  const form = useActForm(props, 'record-order', () => typedOf(props.view.order?.order, book), [
    'instrument',
    ...book.fields.map(({ id }) => id),
  ]);
  const { typed, change, byField, isTried } = form;
  const instrument = book.instruments.find(({ id }) => id === typed.instrument);
  return (
    <ActForm
      {...form.frame}
      hint={t('act.record-order.hint')}
      onSubmit={() => form.send(instrument ? { ...orderOf(typed, fieldsOf(book, instrument)) } : null)}
    >
      <InstrumentField
        book={book}
        typed={typed}
        error={byField['instrument'] ?? (isTried && !instrument ? t('common.required') : undefined)}
        onChange={change}
      />
      {instrument ? <OrderFields book={book} instrument={instrument} typed={typed} problems={byField} onChange={change} /> : null}
    </ActForm>
  );
}

/** Records what an order says, on a case that came by mail or to put right what stood. */
export function RecordOrderForm(props: ActFormProps) {
  const { data: book, error, refetch } = useQuery(instrumentsQuery(useDesk()));
  if (book) return <Form book={book} {...props} />;
  return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Waiting lines={6} />;
}
