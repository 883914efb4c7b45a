import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDesk } from '../../app/desk.tsx';
import { InstantField } from '../../app/instant-field.tsx';
import { calendarsQuery } from '../../app/queries.ts';
import { useText } from '../../app/text.ts';
import { deskNow } from '../../ui/desk-clock.ts';
import { Choice, Radios } from '../../ui/fields.tsx';
import { formatInstant, parseInstant } from '../../ui/ist.ts';

type Way = 'moment' | 'days';

/** What the form of a target's date holds: a moment as it is typed, or working days by a calendar. */
export interface TargetWhen {
  way: Way;
  due: string;
  days: number | string;
  calendar: string;
}

export function useTargetWhen(due: string | number) {
  return useState<TargetWhen>(() => ({ way: 'moment', due: formatInstant(due), days: 3, calendar: '' }));
}

/** The date as the act takes it, or null while it cannot be read. */
export function sentWhen({ way, due, days, calendar }: TargetWhen): { due: string } | { workingDays: number; calendar?: string } | null {
  if (way === 'days') return typeof days === 'number' && days > 0 ? { workingDays: days, ...(calendar === '' ? {} : { calendar }) } : null;
  const instant = parseInstant(due);
  return instant === null ? null : { due: instant };
}

interface WhenProps {
  value: TargetWhen;
  isTried: boolean;
  /** What the desk said about the fields. */
  byField: Record<string, string>;
  /** What is wrong with the moment beside its spelling. */
  problem?: string | null;
  onChange(value: TargetWhen): void;
}

function Days({ value, byField, onChange }: WhenProps) {
  const { t } = useText();
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
        error={byField['workingDays'] ?? (calendars.length > 1 ? undefined : byField['calendar'])}
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
  const isUnread = parseInstant(value.due) === null;
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
          error={
            (isTried && isUnread && t('common.badInstant', { example: formatInstant(deskNow()) })) || (isTried && problem) || byField['due']
          }
          onChange={(due) => onChange({ ...value, due })}
        />
      ) : (
        <Days {...props} />
      )}
    </>
  );
}
