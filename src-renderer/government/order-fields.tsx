import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { InstrumentBook, OrderField } from '../../src-main/government/contract.ts';
import { DayField, dayProblem } from '../app/day-field.tsx';
import { InstantField } from '../app/instant-field.tsx';
import { useText } from '../app/text.ts';
import { Choice, YesNo } from '../ui/fields.tsx';
import styles from './government.module.css';
import { type BookField, fieldsOf, type Instrument, mustBeSaid, type TypedOrder } from './typed-order.ts';

interface FieldsProps {
  book: InstrumentBook;
  instrument: Instrument;
  typed: TypedOrder;
  problems: Record<string, string>;
  onChange(part: Partial<TypedOrder>): void;
  /** The addresses, accounts and posts, where the form takes them too. */
  items?: { value: string; hint: string; onChange(value: string): void };
}

const groups = ['binding', 'request', 'none'] as const;

/** Which instrument it is, with what that means in plain words. */
export function InstrumentField({
  book,
  typed,
  error,
  onChange,
}: Pick<FieldsProps, 'book' | 'typed' | 'onChange'> & { error?: string | undefined }) {
  const { t, language } = useText();
  const frame = useRef<HTMLDivElement>(null);
  // The sheet has looked for its first field before the book was there.
  useEffect(() => frame.current?.querySelector('select')?.focus(), []);
  const found = book.instruments.find(({ id }) => id === typed.instrument);
  return (
    <div ref={frame} className={styles['which']}>
      <Choice
        label={t('government.which')}
        value={typed.instrument}
        empty={t('government.choose')}
        error={error}
        data-autofocus
        options={groups.map((group) => ({
          group: t(`government.group.${group}`),
          items: book.instruments
            .filter(({ process }) => process === group)
            .map(({ id, title }) => ({ value: id, label: title[language] })),
        }))}
        onChange={(instrument) => onChange({ instrument })}
      />
      {found ? <p className={styles['plain']}>{found.plain[language]}</p> : null}
      {found ? (
        <p className={styles['muted']}>
          {found.power} · {t('government.issuer')}: {found.issuer[language]}
        </p>
      ) : null}
    </div>
  );
}

interface OneProps extends FieldsProps {
  field: BookField;
  isLacking: boolean;
  canLack: boolean;
}

function Lacks({ field, typed, isLacking, onChange }: OneProps) {
  const { t, language } = useText();
  return (
    <Checkbox
      size="xs"
      label={t('government.lacks')}
      aria-label={t('government.lacksOne', { field: field.label[language] })}
      checked={isLacking}
      onChange={({ currentTarget }) => {
        const others = typed.lacks.filter((id) => id !== field.id);
        onChange({ lacks: currentTarget.checked ? [...others, field.id] : others });
      }}
    />
  );
}

function TypedField(props: OneProps) {
  const { book, instrument, field, typed, problems, onChange, isLacking } = props;
  const { t, language } = useText();
  const { id, input } = field;
  const label = field.label[language];
  const value = typed.texts[id] ?? '';
  const error = problems[`order.${id}`] ?? problems[id];
  const change = (text: string) => onChange({ texts: { ...typed.texts, [id]: text } });
  if (input === 'instant') return <InstantField label={label} value={value} error={error} onChange={change} />;
  if (input === 'day') return <DayField label={label} value={value} error={error ?? dayProblem(value, t) ?? undefined} onChange={change} />;
  const rank = id === 'officerRank' ? book.ranks.find((one) => one.id === instrument.rank) : undefined;
  return (
    <TextInput
      label={label}
      description={rank ? t('government.rank', { rank: rank.text[language] }) : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value}
      disabled={isLacking}
      autoComplete="off"
      dir="auto"
      error={error}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}

function ItemsField({ field, items, problems, isLacking }: OneProps) {
  const { language } = useText();
  if (!items) return null;
  return (
    <Textarea
      label={field.label[language]}
      description={items.hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={items.value}
      disabled={isLacking}
      autosize
      minRows={2}
      maxRows={8}
      spellCheck={false}
      error={problems['items']}
      onChange={({ currentTarget }) => items.onChange(currentTarget.value)}
    />
  );
}

function OneField(props: OneProps) {
  const { field, typed, onChange, canLack } = props;
  const { t, language } = useText();
  if (field.input === 'yes-no')
    return (
      <YesNo
        label={field.label[language]}
        value={typed.answers[field.id]}
        onChange={(answer) => onChange({ answers: { ...typed.answers, [field.id]: answer } })}
      />
    );
  return (
    <div className={styles['field']}>
      {field.input === 'items' ? <ItemsField {...props} /> : <TypedField {...props} />}
      {canLack ? <Lacks {...props} /> : null}
      {field.id === 'datedOn' && typed.texts['datedOn'] ? (
        <Checkbox
          size="xs"
          label={t('government.asPrinted')}
          checked={typed.answers['dateAsPrinted'] === true}
          onChange={({ currentTarget }) => onChange({ answers: { ...typed.answers, dateAsPrinted: currentTarget.checked || undefined } })}
        />
      ) : null}
    </div>
  );
}

/** The particulars that the law of this instrument asks for. */
export function OrderFields(props: FieldsProps) {
  const { book, instrument, typed, items } = props;
  const said = mustBeSaid(book, instrument);
  const one = (field: BookField) => (
    <OneField
      key={field.id}
      {...props}
      field={field}
      canLack={said.has(field.id)}
      isLacking={typed.lacks.includes(field.id as OrderField)}
    />
  );
  const fields = fieldsOf(book, instrument).filter(({ input }) => input !== 'items' || items !== undefined);
  const isWide = ({ input }: BookField) => input === 'items';
  return (
    <>
      <div className={styles['row']}>{fields.filter((field) => !isWide(field) && field.input !== 'yes-no').map(one)}</div>
      {fields.filter(isWide).map(one)}
      <div className={styles['answers']}>{fields.filter(({ input }) => input === 'yes-no').map(one)}</div>
    </>
  );
}
