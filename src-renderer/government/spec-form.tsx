import { Checkbox, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ActName } from '../../src-main/cases/contract.ts';
import { DayField, dayProblem } from '../app/day-field.tsx';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../app/instant-field.tsx';
import { useText } from '../app/text.ts';
import { ActForm, type ActFormProps } from '../case/acts/act-form.tsx';
import { Line } from '../case/acts/line.tsx';
import { useActForm } from '../case/acts/use-act-form.ts';
import { Choice, type Option } from '../ui/fields.tsx';
import { parseDay } from '../ui/ist.ts';
import styles from './government.module.css';

/** One field of a form: its name in the act, how it is typed, and whether it may be left empty. */
export interface FieldSpec {
  name: string;
  sort: 'line' | 'area' | 'list' | 'day' | 'instant' | 'choice' | 'number-choice' | 'checks' | 'number-checks';
  options?: Option[];
  first?: string;
  isOptional?: boolean;
}

type Typed = Record<string, string>;

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What one field sends: lists go by lines, days and instants as the desk reads them. */
function sentValue({ sort }: FieldSpec, text: string, receivedAt: string): unknown {
  if (sort === 'list' || sort === 'checks') return linesOf(text);
  if (sort === 'number-checks') return linesOf(text).map(Number);
  if (sort === 'day') return parseDay(text) ?? text;
  if (sort === 'instant') return sentInstant(text, receivedAt);
  return sort === 'number-choice' ? Number(text) : text;
}

/** What the form sends; what is left empty stays out. */
function inputOf(specs: readonly FieldSpec[], typed: Typed, receivedAt: string): Record<string, unknown> {
  const texts = specs.map((spec) => ({ spec, text: (typed[spec.name] ?? '').trim() })).filter(({ text }) => text !== '');
  return Object.fromEntries(texts.map(({ spec, text }) => [spec.name, sentValue(spec, text, receivedAt)]));
}

interface FieldProps {
  spec: FieldSpec;
  label: string;
  hint: string | undefined;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

interface ChecksProps extends Pick<FieldProps, 'label' | 'value' | 'error' | 'onChange'> {
  options: Option[];
}

/** Several of a list; what is ticked is kept a line each. */
function Checks({ label, options, value, error, onChange }: ChecksProps) {
  return (
    <Checkbox.Group label={label} error={error} value={linesOf(value)} onChange={(ticked) => onChange(ticked.join('\n'))}>
      <div className={styles['answers']}>
        {options.map((one) => (
          <Checkbox key={one.value} value={one.value} label={one.label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function Field({ spec, hint, label, ...rest }: FieldProps) {
  const { t } = useText();
  if (spec.sort === 'checks' || spec.sort === 'number-checks') return <Checks label={label} options={spec.options ?? []} {...rest} />;
  const optional = spec.isOptional ? t('common.optional') : undefined;
  const told = hint ?? optional;
  if (spec.sort === 'instant') return <InstantField label={label} {...rest} />;
  if (spec.sort === 'day') return <DayField label={label} {...(told ? { hint: told } : {})} {...rest} />;
  if (spec.sort === 'choice' || spec.sort === 'number-choice') return <Choice label={label} options={spec.options ?? []} {...rest} />;
  if (spec.sort === 'line') return <Line label={label} {...(told ? { hint: told } : {})} {...rest} />;
  return (
    <Textarea
      label={label}
      description={told}
      autosize
      minRows={2}
      maxRows={10}
      dir="auto"
      value={rest.value}
      error={rest.error}
      onChange={({ currentTarget }) => rest.onChange(currentTarget.value)}
    />
  );
}

interface SpecFormProps<A extends ActName> {
  act: A;
  specs: FieldSpec[];
  /** What is sent beside what is typed. */
  fixed?: Record<string, unknown>;
  /** What is sent of what was typed, where it is not that itself. */
  transform?: (input: Record<string, unknown>) => Record<string, unknown>;
  /** What else stands in the way, said below the fields. */
  obstacle?: string | null;
  children?: ReactNode;
}

/** The form of an act that is only its fields; labels and hints stand with the words of the act. */
export function SpecForm<A extends ActName>({
  act,
  specs,
  fixed = {},
  transform = (input) => input,
  obstacle = null,
  children,
  ...props
}: ActFormProps & SpecFormProps<A>) {
  const { t, look } = useText();
  const begin = (): Typed =>
    Object.fromEntries(
      specs.map(({ name, sort, first, options }) => [
        name,
        first ?? (sort === 'instant' ? nowAsTyped() : sort === 'checks' || sort === 'number-checks' ? '' : (options?.[0]?.value ?? '')),
      ]),
    );
  const form = useActForm(props, act, begin);
  const { typed, field, needed } = form;
  const problemOf = ({ name, sort, isOptional }: FieldSpec): string | null => {
    const text = typed[name] ?? '';
    if (isOptional && text.trim() === '') return null;
    if (sort === 'instant') return instantProblem(text, t);
    return needed(text) ?? (sort === 'day' ? dayProblem(text, t) : null);
  };
  const isMissing = specs.some((spec) => problemOf(spec) !== null);
  const hint = look(`act.${act}.hint`, '');
  return (
    <ActForm
      {...form.frame}
      {...(hint ? { hint } : {})}
      onSubmit={() =>
        form.send(
          isMissing || obstacle !== null ? null : (transform({ ...fixed, ...inputOf(specs, typed, props.view.receivedAt) }) as never),
        )
      }
    >
      {specs.map((spec) => {
        const { value, error, onChange } = field(spec.name, problemOf(spec));
        const said = look(`act.${act}.${spec.name}Hint`, '');
        return (
          <Field
            key={spec.name}
            spec={spec}
            label={
              spec.name === 'reason' ? t('act.reason') : look(`act.${act}.${spec.name === 'name' ? 'nameField' : spec.name}`, spec.name)
            }
            hint={said === '' ? undefined : said}
            value={value ?? ''}
            error={error || undefined}
            onChange={onChange}
          />
        );
      })}
      {children}
      {form.isTried && obstacle !== null ? <p role="alert">{obstacle}</p> : null}
    </ActForm>
  );
}
