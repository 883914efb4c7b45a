import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { channels } from '../../src-main/cases/contract/words.ts';
import type { Channel, Platform } from '../../src-main/cases/contract.ts';
import { useWorkspace } from '../app/desk.tsx';
import { InstantField } from '../app/instant-field.tsx';
import { useText } from '../app/text.ts';
import { useNow } from '../ui/desk-clock.ts';
import { Choice, Radios } from '../ui/fields.tsx';
import { readItems } from './items-text.ts';
import { KindField } from './kind-field.tsx';
import { isLate, type Typed } from './new-case.ts';
import styles from './new-case-form.module.css';
import { kindOfUrgency, type Urgency, urgencies } from './urgency.ts';

interface FieldsProps {
  typed: Typed;
  problems: Record<string, string>;
  onChange(part: Partial<Typed>): void;
}

function UrgencyField({ typed, onChange }: Pick<FieldsProps, 'typed' | 'onChange'>) {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  // The sheet has looked for its first field before the draft was there.
  useEffect(() => frame.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  const answer = (value: string) => {
    const urgency = value as Urgency;
    onChange({ urgency, kind: kindOfUrgency(urgency, typed.kind) });
  };
  return (
    <div ref={frame} className={styles['urgency']} data-urgent={(typed.urgency !== '' && typed.urgency !== 'no') || undefined}>
      <Radios
        label={t('intake.urgent.question')}
        value={typed.urgency}
        options={urgencies.map((id) => ({ value: id, label: t(`intake.urgent.${id}`) }))}
        onChange={answer}
        autoFocus
      />
    </div>
  );
}

function Receipt({ typed, problems, onChange }: FieldsProps) {
  const { t, word } = useText();
  const { platforms } = useWorkspace();
  const mustExplain = useNow((now) => isLate(typed.receivedAt, now));
  return (
    <>
      <div className={styles['row']}>
        {platforms.length > 1 ? (
          <Choice
            label={t('intake.platform')}
            value={typed.platform}
            options={platforms.map(({ id, name }) => ({ value: id, label: name }))}
            error={problems['platform']}
            onChange={(platform) => onChange({ platform: platform as Platform })}
          />
        ) : null}
        <KindField value={typed.kind} error={problems['kind']} onChange={(kind) => onChange({ kind })} />
      </div>
      <div className={styles['row']}>
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
          error={problems['channel']}
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

function Person({ typed, problems, onChange }: FieldsProps) {
  const { t } = useText();
  const field = (name: 'name' | 'email' | 'phone', type: string) => (
    <TextInput
      key={name}
      type={type}
      label={t(`intake.${name}`)}
      value={typed[name]}
      autoComplete="off"
      error={problems[name] ?? problems[`complainant.${name}`]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  );
  return <div className={styles['row']}>{[field('name', 'text'), field('email', 'email'), field('phone', 'tel')]}</div>;
}

/** The fields in the order in which they are asked for. */
export function NewCaseFields({ typed, problems, onChange }: FieldsProps) {
  const { t, number } = useText();
  const { items, repeated } = readItems(typed.items);
  return (
    <>
      <UrgencyField typed={typed} onChange={onChange} />
      <Receipt typed={typed} problems={problems} onChange={onChange} />
      <Person typed={typed} problems={problems} onChange={onChange} />
      <TextInput
        label={t('intake.subject')}
        value={typed.subject}
        maxLength={300}
        autoComplete="off"
        dir="auto"
        error={problems['subject']}
        onChange={({ currentTarget }) => onChange({ subject: currentTarget.value })}
      />
      <Textarea
        label={t('intake.text')}
        value={typed.text}
        autosize
        minRows={4}
        maxRows={10}
        dir="auto"
        error={problems['text']}
        onChange={({ currentTarget }) => onChange({ text: currentTarget.value })}
      />
      <Textarea
        label={t('intake.items')}
        description={
          items.length === 0
            ? t('intake.itemsHint')
            : [
                t('intake.itemsRead', { count: items.length, n: number(items.length) }),
                repeated > 0 ? t('intake.itemsRepeated', { count: repeated, n: number(repeated) }) : '',
              ]
                .filter((text) => text !== '')
                .join(' · ')
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed.items}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
        error={problems['items']}
        onChange={({ currentTarget }) => onChange({ items: currentTarget.value })}
      />
    </>
  );
}
