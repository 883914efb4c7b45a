import { Textarea } from '@mantine/core';
import type { ActName } from '../../src-main/cases/contract.ts';
import { DayField, dayProblem } from '../app/day-field.tsx';
import { InstantField, instantProblem, nowAsTyped, sentInstant } from '../app/instant-field.tsx';
import { useText } from '../app/text.ts';
import { ActForm, type ActFormProps } from '../case/acts/act-form.tsx';
import { Line } from '../case/acts/line.tsx';
import { useActForm } from '../case/acts/use-act-form.ts';
import { Choice, type Option } from '../ui/fields.tsx';
import { parseDay } from '../ui/ist.ts';

/** One field of a form: its name in the act, how it is typed, and whether it may be left empty. */
export interface FieldSpec {
  name: string;
  sort: 'line' | 'area' | 'list' | 'day' | 'instant' | 'choice' | 'number-choice';
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

/** What the form sends: what is left empty stays out, lists go by lines, days and instants as the desk reads them. */
export function inputOf(specs: readonly FieldSpec[], typed: Typed, receivedAt: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { name, sort } of specs) {
    const text = (typed[name] ?? '').trim();
    if (text === '') continue;
    if (sort === 'list') found[name] = linesOf(text);
    else if (sort === 'day') found[name] = parseDay(text) ?? text;
    else if (sort === 'instant') found[name] = sentInstant(text, receivedAt);
    else found[name] = sort === 'number-choice' ? Number(text) : text;
  }
  return found;
}

interface FieldProps {
  spec: FieldSpec;
  label: string;
  hint: string | undefined;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

function Field({ spec, hint, label, ...rest }: FieldProps) {
  const { t } = useText();
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

/** The form of an act that is only its fields; labels and hints stand with the words of the act. */
export function SpecForm<A extends ActName>({
  act,
  specs,
  fixed = {},
  ...props
}: ActFormProps & { act: A; specs: FieldSpec[]; fixed?: Record<string, unknown> }) {
  const { t, look } = useText();
  const begin = (): Typed =>
    Object.fromEntries(
      specs.map(({ name, sort, first, options }) => [name, first ?? (sort === 'instant' ? nowAsTyped() : (options?.[0]?.value ?? ''))]),
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
      onSubmit={() => form.send(isMissing ? null : ({ ...fixed, ...inputOf(specs, typed, props.view.receivedAt) } as never))}
    >
      {specs.map((spec) => {
        const { value, error, onChange } = field(spec.name, problemOf(spec));
        const said = look(`act.${act}.${spec.name}Hint`, '');
        return (
          <Field
            key={spec.name}
            spec={spec}
            label={spec.name === 'reason' ? t('act.reason') : look(`act.${act}.${spec.name}`, spec.name)}
            hint={said === '' ? undefined : said}
            value={value ?? ''}
            error={error || undefined}
            onChange={onChange}
          />
        );
      })}
    </ActForm>
  );
}
