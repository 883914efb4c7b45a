import { Button, Checkbox, NumberInput, Switch, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useText } from '../app/text.ts';
import { Choice } from '../ui/fields.tsx';
import styles from './platforms.module.css';
import { policyKinds, type Spec } from './spec.ts';
import { dateWhenLeft, dateWhileTyped, shownDate } from './typed-date.ts';

export interface FieldProps {
  spec: Spec;
  path: string;
  label: string;
  value: unknown;
  /** What is wrong at a path. */
  problemAt(path: string): string | undefined;
  onChange(path: string, value: unknown): void;
}

/** Where a field of a path stands in the page, so that a finding can lead to it. */
export const fieldId = (path: string) => `profile-${path}`;

const emptied = (text: string, empty: 'null' | 'absent' | undefined) =>
  text !== '' ? text : empty === 'null' ? null : empty === 'absent' ? undefined : '';

function TextField({ spec, path, label, value, problemAt, onChange }: FieldProps & { spec: Extract<Spec, { as: 'text' }> }) {
  const { t } = useText();
  const common = {
    id: fieldId(path),
    label,
    description: spec.empty ? t('common.optional') : undefined,
    value: typeof value === 'string' ? value : '',
    error: problemAt(path),
  };
  const change = (text: string) => onChange(path, emptied(text, spec.empty));
  return spec.isLong ? (
    <Textarea {...common} autosize minRows={2} onChange={({ currentTarget }) => change(currentTarget.value)} />
  ) : (
    <TextInput {...common} onChange={({ currentTarget }) => change(currentTarget.value)} />
  );
}

/** A date as it is typed, dd-MM-yyyy; what cannot be read stays as typed, and the desk names it. */
function DateField({ spec, path, label, value, problemAt, onChange }: FieldProps & { spec: Extract<Spec, { as: 'date' }> }) {
  const shown = shownDate(value);
  return (
    <TextInput
      id={fieldId(path)}
      label={label}
      placeholder="dd-MM-yyyy"
      value={shown}
      error={problemAt(path)}
      onChange={({ currentTarget }) => onChange(path, emptied(dateWhileTyped(currentTarget.value), spec.empty))}
      onBlur={() => {
        const left = dateWhenLeft(shown);
        if (shownDate(left) !== shown) onChange(path, left);
      }}
    />
  );
}

function Kinds({ path, label, value, problemAt, onChange }: FieldProps) {
  const { t, number, word } = useText();
  const chosen = value as string[];
  const names = chosen.map((kind) => word('kind', kind)).join(', ');
  return (
    <details className={styles['kinds']}>
      <summary id={fieldId(path)}>
        <span className={styles['label']}>{label}</span>{' '}
        {chosen.length === 0
          ? t('platforms.noKinds')
          : t('platforms.kindsChosen', { count: chosen.length, n: number(chosen.length), names })}
      </summary>
      <Checkbox.Group value={chosen} aria-label={label} error={problemAt(path)} onChange={(next) => onChange(path, next)}>
        <div className={styles['boxes']}>
          {policyKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={word('kind', kind)} />
          ))}
        </div>
      </Checkbox.Group>
    </details>
  );
}

function List(props: FieldProps & { spec: Extract<Spec, { as: 'list' }> }) {
  const { spec, path, label, value, problemAt, onChange } = props;
  const { t } = useText();
  const items = value as unknown[];
  const own = problemAt(path);
  return (
    <fieldset className={styles['list']} id={fieldId(path)} tabIndex={-1}>
      <legend className={styles['legend']}>{label}</legend>
      {own ? (
        <p className={styles['problem']} role="alert">
          {own}
        </p>
      ) : null}
      {items.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no name of their own; every field is drawn from the value alone
        <div key={n} className={styles['item']} id={fieldId(`${path}.${n}`)} tabIndex={-1}>
          <div className={styles['itemBody']}>
            <Field {...props} spec={spec.of} path={`${path}.${n}`} label={`${label} ${n + 1}`} value={one} />
          </div>
          <Button
            size="compact-xs"
            variant="subtle"
            color="late"
            leftSection={<IconTrash size={14} aria-hidden />}
            aria-label={t('platforms.removeNamed', { what: label, n: n + 1 })}
            onClick={() =>
              onChange(
                path,
                items.filter((_, at) => at !== n),
              )
            }
          >
            {t('platforms.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={t('platforms.addNamed', { what: label })}
          onClick={() => onChange(path, [...items, spec.blank])}
        >
          {t('platforms.add')}
        </Button>
      </div>
    </fieldset>
  );
}

function Group(props: FieldProps & { spec: Extract<Spec, { as: 'group' }> }) {
  const { spec, path, label, value, problemAt, onChange } = props;
  const { t } = useText();
  if (value === null || value === undefined) {
    return (
      <div className={styles['row']} id={fieldId(path)} tabIndex={-1}>
        <span className={styles['muted']}>{t('platforms.none')}</span>
        <Button size="compact-sm" variant="default" onClick={() => onChange(path, spec.blank)}>
          {t('platforms.enter')}
        </Button>
      </div>
    );
  }
  const held = value as Record<string, unknown>;
  return (
    <fieldset className={styles['group']} aria-label={label}>
      {path.includes('.') ? <p className={styles['label']}>{label}</p> : null}
      {problemAt(path) ? (
        <p className={styles['problem']} role="alert">
          {problemAt(path)}
        </p>
      ) : null}
      {Object.entries(spec.fields).map(([name, field]) => (
        <Field
          key={name}
          {...props}
          spec={field}
          path={`${path}.${name}`}
          label={t(`platforms.field.${name as 'name'}`)}
          value={held[name]}
        />
      ))}
      {spec.blank === undefined ? null : (
        <div>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(path, null)}>
            {t('platforms.takeAway')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** One place of a profile to be edited, whatever stands there. */
export function Field(props: FieldProps) {
  const { spec, path, label, value, problemAt, onChange } = props;
  const { t, look } = useText();
  switch (spec.as) {
    case 'text':
      return <TextField {...props} spec={spec} />;
    case 'date':
      return <DateField {...props} spec={spec} />;
    case 'number':
      return (
        <NumberInput
          id={fieldId(path)}
          label={label}
          description={t('common.optional')}
          value={typeof value === 'number' ? value : ''}
          min={1}
          allowDecimal={false}
          hideControls
          error={problemAt(path)}
          onChange={(n) => onChange(path, typeof n === 'number' ? n : null)}
        />
      );
    case 'flag':
      return (
        <Switch
          id={fieldId(path)}
          label={label}
          checked={value === true}
          error={problemAt(path)}
          onChange={({ currentTarget }) => onChange(path, currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Choice
          id={fieldId(path)}
          label={label}
          value={typeof value === 'string' ? value : ''}
          {...(spec.empty ? { empty: t('common.none') } : {})}
          options={spec.options.map((id) => ({ value: id, label: look(`platforms.choice.${spec.table}.${id}`, id) }))}
          error={problemAt(path)}
          onChange={(id) => onChange(path, id === '' ? null : id)}
        />
      );
    case 'kinds':
      return <Kinds {...props} />;
    case 'list':
      return <List {...props} spec={spec} />;
    case 'group':
      return <Group {...props} spec={spec} />;
  }
}
