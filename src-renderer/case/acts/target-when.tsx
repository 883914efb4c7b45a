import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDesk } from '../../app/desk.tsx';
import { InstantField } from '../../app/instant-field.tsx';
import { calendarsQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { formatInstant } from '../../ui/ist.ts';
import { type TargetWhen, type Way, whenProblem } from './target-input.ts';

interface WhenProps {
  value: TargetWhen;
  isTried: boolean;
  /** What the desk said about the fields. */
  byField: Record<string, string>;
  /** What is wrong with the moment beside its spelling and what has passed. */
  problem?: string | null;
  onChange(value: TargetWhen): void;
}

function Days({ value, isTried, byField, onChange }: WhenProps) {
  const { t } = useText();
  const isMissing = isTried && whenProblem(value, deskNow()) === 'no-days';
  const { data = [] } = useQuery(calendarsQuery(useDesk()));
  // What ships comes into use by itself only where the desk has chosen nothing else.
  const adopted = data.filter(({ isAdopted }) => isAdopted);
  const calendars = adopted.length > 0 ? adopted : data;
  return (
    <>
      <NumberInput
        label={t('act.set-target.workingDays')}
        value={value.days}
        min={1}
        max={400}
        allowDecimal={false}
        error={(isMissing && t('common.required')) || (byField['workingDays'] ?? (calendars.length > 1 ? undefined : byField['calendar']))}
        onChange={(days) => onChange({ ...value, days })}
        hideControls
      />
      {calendars.length > 1 ? (
        <Choice
          label={t('act.set-target.calendar')}
          value={value.calendar === '' ? (calendars[0]?.calendar.id ?? '') : value.calendar}
          options={calendars.map(({ calendar }) => ({ value: calendar.id, label: `${calendar.title} (${calendar.version})` }))}
          error={byField['calendar']}
          onChange={(calendar) => onChange({ ...value, calendar })}
        />
      ) : null}
    </>
  );
}

/** Until when: a moment, or working days from today by one of the desk's calendars. */
export function WhenFields(props: WhenProps) {
  const { t } = useText();
  const { value, isTried, byField, problem, onChange } = props;
  const found = whenProblem(value, deskNow());
  const told =
    found === 'not-instant'
      ? t('common.badInstant', { example: formatInstant(deskNow()) })
      : found === 'past'
        ? t('act.set-target.past')
        : problem;
  return (
    <>
      <Radios
        label={t('act.set-target.question')}
        value={value.way}
        options={[
          { value: 'moment', label: t('act.set-target.moment') },
          { value: 'days', label: t('act.set-target.days') },
        ]}
        onChange={(way) => onChange({ ...value, way: way as Way })}
      />
      {value.way === 'moment' ? (
        <InstantField
          label={t('act.set-target.due')}
          value={value.due}
          error={(isTried && told) || byField['due']}
          onChange={(due) => onChange({ ...value, due })}
        />
      ) : (
        <Days {...props} />
      )}
    </>
  );
}
